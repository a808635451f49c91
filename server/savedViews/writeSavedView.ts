import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { conflict, invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, demand, record } from '../reading/change.ts'
import type { SavedViewInput } from './savedView.inputs.ts'

/** More would be a list to search, and no longer one to choose from. */
const MOST_VIEWS = 50

const filled = (input: SavedViewInput) => {
  const name = input.name.trim()
  if (!name) throw invalid({ name: 'Donnez un nom à la vue.' })
  return { ...input, name }
}

/** Keeps a view for the person, in the scope of the membership in use. The same id again does nothing more. */
export async function createSavedView({ db, viewer, now }: Context, id: string, input: SavedViewInput): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    if (await tx.savedView.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'SavedView', 'update', id)
    const accountId = viewer.account!
    const { departmentCode } = await tx.membership.findUniqueOrThrow({ where: { id: viewer.membership! }, select: { departmentCode: true } })
    if ((await tx.savedView.count({ where: { accountId, id: { not: id } } })) >= MOST_VIEWS) throw conflict(`Vous avez déjà ${MOST_VIEWS} vues enregistrées : supprimez-en une d’abord.`)
    await tx.savedView.create({ data: { id, accountId, departmentCode, ...filled(input), createdAt: now } })
    await demand(tx, author, 'SavedView', 'create', id)
    await record(tx, author, 'SavedView', 'create', { id, departmentCode })
  })
}

/** Renames a view, or gives it other filters. Errors: see `change`. */
export const updateSavedView = ({ pool, viewer, now }: Context, { id, version, input }: { id: string; version: number; input: SavedViewInput }) =>
  transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'SavedView', 'update', { id, version, set: filled(input) }))

/** Lets the colleagues of its scope read a view, or no longer. The last to speak is right. */
export const shareSavedView = ({ pool, viewer, now }: Context, id: string, shared: boolean) =>
  transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'SavedView', 'share', { id, set: { shared } }))

export async function removeSavedView({ db, viewer, now }: Context, id: string): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await demand(tx, author, 'SavedView', 'remove', id)
    const { departmentCode } = await tx.savedView.delete({ where: { id }, select: { departmentCode: true } })
    await record(tx, author, 'SavedView', 'remove', { id, departmentCode })
  })
}
