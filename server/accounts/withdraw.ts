import type { Context } from '../context.ts'
import { conflict, forbidden } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { begin, rows, scope } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { freeTasks } from '../tasks/freeTasks.ts'
import { closeAllSessions } from './session.ts'

/** Disables an account all of whose roles are in the viewer's scope, ends its sessions and takes its open tasks back. Nobody disables himself. */
export async function disableAccount({ db, viewer, now }: Context, id: string): Promise<void> {
  const author = { nouns, viewer, now }
  if (id === viewer.account) throw conflict('Vous ne pouvez pas désactiver votre propre compte.')
  await db.$transaction(async (tx) => {
    await demand(tx, author, 'Account', 'disable', id)
    const reached = await tx.$queryRaw<object[]>(rows(begin(nouns, viewer, now), 'Membership', 'read', (row) => ({ select: sql`1 AS one`, where: [sql`${row.at}."accountId" = ${id}::uuid`, scope(row, 'remove')] })))
    if (reached.length < (await tx.membership.count({ where: { accountId: id } }))) throw conflict('Cette personne a aussi une habilitation hors de votre territoire : retirez plutôt celle que vous avez donnée.')
    const { count } = await tx.account.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: now, version: { increment: 1 } } })
    if (count === 0) return
    await closeAllSessions(tx, id)
    await freeTasks(tx, author, id)
    await record(tx, author, 'Account', 'disable', { id, departmentCode: viewer.department?.[0] ?? null })
  })
}

/** Takes a role from a person, and the open tasks that went with it; answers the account. Nobody takes his own. */
export async function removeMembership({ db, viewer, now }: Context, id: string): Promise<string> {
  const author = { nouns, viewer, now }
  return db.$transaction(async (tx) => {
    await demand(tx, author, 'Membership', 'remove', id)
    const { accountId, role, departmentCode } = await tx.membership.findUniqueOrThrow({ where: { id } })
    if (accountId === viewer.account) throw forbidden()
    await tx.membership.delete({ where: { id } })
    await freeTasks(tx, author, accountId)
    await record(tx, author, 'Account', 'removeMembership', { id: accountId, departmentCode, changes: { role: [role, null] } })
    return accountId
  })
}
