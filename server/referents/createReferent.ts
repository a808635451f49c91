import type { Context } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { said } from '../graphql/writing.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { keptOf } from './keptOf.ts'
import type { ReferentInput } from './referent.inputs.ts'

/** Inserts a referent of departments that are all in the viewer's reach. */
export async function createReferent({ db, viewer, now }: Context, { id, departmentCodes, input }: { id: string; departmentCodes: string[]; input: ReferentInput }): Promise<void> {
  const author = { nouns, viewer, now }
  const departments = [...new Set(departmentCodes)]
  if (departments.length === 0) throw invalid({ departmentCodes: 'Choisissez au moins un département.' })
  // A referent of several departments would be in reach by one of them alone: each is asked.
  if (viewer.department && !departments.every((code) => viewer.department!.includes(code))) throw notFound()
  await db.$transaction(async (tx) => {
    if (await tx.referent.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Referent', 'read', id)
    await tx.referent.create({ data: { ...said(keptOf(input)), id, createdAt: now, departments: { create: departments.map((departmentCode) => ({ departmentCode })) } } })
    await demand(tx, author, 'Referent', 'create', id)
    await record(tx, author, 'Referent', 'create', { id, departmentCode: departments.length === 1 ? departments[0] : null })
  })
}
