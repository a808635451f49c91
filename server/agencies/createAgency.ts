import type { Context } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { said } from '../graphql/writing.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { AgencyInput } from './agency.resolver.ts'

/** Inserts an agency of departments that are all in the viewer's reach. */
export async function createAgency({ db, viewer, now }: Context, { id, departmentCodes, input }: { id: string; departmentCodes: string[]; input: AgencyInput }): Promise<void> {
  const author = { nouns, viewer, now }
  const departments = [...new Set(departmentCodes)]
  if (departments.length === 0) throw invalid({ departmentCodes: 'Choisissez au moins un département.' })
  // An agency of several departments would be in reach by one of them alone: each is asked.
  if (viewer.department && !departments.every((code) => viewer.department!.includes(code))) throw notFound()
  await db.$transaction(async (tx) => {
    if (await tx.agency.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Agency', 'read', id)
    await tx.agency.create({ data: { ...said(input), id, departments: { create: departments.map((departmentCode) => ({ departmentCode })) } } })
    await demand(tx, author, 'Agency', 'create', id)
    await record(tx, author, 'Agency', 'create', { id, departmentCode: departments.length === 1 ? departments[0] : null })
  })
}
