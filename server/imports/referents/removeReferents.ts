import { conflict } from '../../errors.ts'
import { entry, type Author } from '../../reading/change.ts'
import { name, sql } from '../../reading/sql.ts'
import type { Tx } from '../kind.ts'
import { touchedReferent } from './touchedReferent.ts'

/** Takes out of the pool those that an import added. */
export async function removeReferents(tx: Tx, author: Author, _: string, ids: string[]): Promise<Record<string, [number, number]>> {
  const gone = sql`SELECT r."id", d."departmentCode" FROM "Referent" r LEFT JOIN "ReferentDepartment" d ON d."referentId" = r."id" WHERE r."id" = ANY(${ids}::uuid[])`
  const [removed] = await tx.$queryRaw<{ count: number }[]>(sql`WITH placed AS (${gone}), deleted AS (DELETE FROM "Referent" r WHERE r."id" = ANY(${ids}::uuid[]) AND NOT ${touchedReferent(name('r'))} RETURNING r."id"),
    changed AS (SELECT p."id", p."departmentCode" FROM deleted JOIN placed p USING ("id")),
    written AS (${entry(author, 'Referent', 'remove', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT count(*)::int AS count FROM deleted`)
  // Somebody asked or changed one between the guard and this statement.
  if (removed!.count < ids.length) throw conflict('Un référent de cet import vient de changer. Rechargez la page.')
  return { referents: [ids.length, 0] }
}
