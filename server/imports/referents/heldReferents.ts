import type { Writer } from '../../db/transact.ts'
import type { Author } from '../../reading/change.ts'
import { allowed, stepOf } from '../../reading/lifecycle.ts'
import { begin, rows, scope } from '../../reading/noun.ts'
import { all, sql } from '../../reading/sql.ts'
import type { HeldRow, Stored } from '../kind.ts'
import type { ListedReferent } from './readReferent.ts'

type Listed = Stored<ListedReferent>

/** A referent of the pool, and what the last lines taken for each address said of him. */
export type HeldReferent = HeldRow & Pick<Listed, 'lastName' | 'firstName' | 'phone' | 'employer' | 'cityId' | 'languages' | 'skills' | 'maxDistanceKm' | 'maxDays' | 'notes'> & {
  email: string
  departments: string[]
  bases: Record<string, Listed>
}

const HIDDEN = { id: '', version: 0, open: false, hidden: true } as HeldReferent

/**
 * The pool's referents that these lines repeat, by address: whoever has that address, or was taken from a line that had it,
 * so that another address since, or a merge, makes nobody anew. Whoever only imports may change those that nobody has touched.
 */
export async function heldReferents(db: Writer, author: Author, _: unknown, items: Listed[]): Promise<Map<string, HeldReferent>> {
  const emails = items.map(({ email }) => email)
  const found = await db.$queryRaw<HeldReferent[]>(rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', (row) => {
    const { at } = row
    const untouched = all([scope(row, 'import'), sql`NOT EXISTS (SELECT FROM "AuditEntry" a WHERE a."resource" = 'Referent' AND a."recordId" = ${at}."id"::text AND a."action" <> 'import')`])
    return {
      select: sql`${at}."id", ${at}."version", ${at}."email", ${at}."lastName", ${at}."firstName", ${at}."phone", ${at}."employer", ${at}."cityId", ${at}."languages", ${at}."skills", ${at}."maxDistanceKm", ${at}."maxDays", ${at}."notes",
        ARRAY(SELECT d."departmentCode" FROM "ReferentDepartment" d WHERE d."referentId" = ${at}."id") AS departments,
        (SELECT coalesce(jsonb_object_agg(b.email, b.said), '{}') FROM (SELECT DISTINCT ON (1) l."referent"->>'email' AS email, l."referent" AS said FROM "ImportLine" l
          WHERE l."referentId" = ${at}."id" AND l."outcome" IN ('CREATED', 'UPDATED') AND l."referent" IS NOT NULL ORDER BY 1, l."takenAt" DESC, l."id" DESC) b) AS bases,
        ((${allowed(row, 'update', stepOf(row.noun, 'update')!)}) IS TRUE OR (${untouched}) IS TRUE) AS open`,
      where: [sql`${at}."erasedAt" IS NULL AND (${at}."email" = ANY(${emails}::text[]) OR ${at}."id" IN (
        SELECT l."referentId" FROM "ImportLine" l WHERE l."outcome" IN ('CREATED', 'UPDATED') AND l."referent"->>'email' = ANY(${emails}::text[])))`],
    }
  }))
  const held = new Map(found.flatMap((one) => Object.keys(one.bases).map((email) => [email, one] as const)))
  for (const one of found) held.set(one.email, one)
  const elsewhere = await db.$queryRaw<{ email: string }[]>(sql`SELECT "email" FROM "Referent" WHERE "email" = ANY(${emails.filter((email) => !held.has(email))}::text[])`)
  for (const { email } of elsewhere) held.set(email, HIDDEN)
  return held
}
