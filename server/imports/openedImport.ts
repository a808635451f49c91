import type { Writer } from '../db/transact.ts'
import { against, forbidden, notFound } from '../errors.ts'
import type { Author } from '../reading/change.ts'
import { reasonsAgainst, type Reason } from '../reading/lifecycle.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './import.lifecycle.ts'

export type Opened = { campaignId: string; departmentCode: string | null; weeks: number; undoneAt: Date | null; reasons: Reason[] }

/** The import, locked for the rest of the transaction, with the reasons against an action on it. Throws NOT_FOUND, FORBIDDEN. */
export async function foundImport(tx: Writer, author: Author, action: keyof typeof lifecycle, id: string): Promise<Opened> {
  const [found] = await tx.$queryRaw<Opened[]>(sql`${rows(begin(author.nouns, author.viewer, author.now), 'Import', 'read', (row) => ({
    select: sql`${row.at}."campaignId", ${row.at}."departmentCode", ${row.at}."weeks", ${row.at}."undoneAt", ${reasonsAgainst(row, action, lifecycle[action])} AS reasons`,
    where: [sql`${row.at}."id" = ${id}::uuid`],
  }))} FOR UPDATE`)
  if (!found) throw notFound()
  if (found.reasons.some(({ code }) => code === 'NO_RIGHT')) throw forbidden()
  return found
}

/** The import, locked, when nothing stands against the action. Throws CONFLICT with every reason too. */
export async function openedImport(tx: Writer, author: Author, action: keyof typeof lifecycle, id: string): Promise<Opened> {
  const found = await foundImport(tx, author, action, id)
  if (found.reasons.length > 0) throw against(found.reasons)
  return found
}
