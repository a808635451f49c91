import { v7 } from 'uuid'
import { demand, entry, type Author } from '../../reading/change.ts'
import { begin, rows } from '../../reading/noun.ts'
import { sql } from '../../reading/sql.ts'
import type { Into, Made, Stored, Tx } from '../kind.ts'
import type { ListedReferent } from './readReferent.ts'

/** Adds to the pool those whose address it does not hold yet. */
export async function createReferents(tx: Tx, author: Author, _: Into, items: Stored<ListedReferent>[]): Promise<Made[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(items.map((item) => ({ ...item, id: v7() })))}::jsonb) AS g("id" uuid, "lastName" text, "firstName" text, "email" text, "phone" text, "employer" text,
    "departmentCode" text, "cityId" text, "languages" text[], "skills" text, "maxDistanceKm" int, "maxDays" int, "notes" text)`
  const created = (await tx.$queryRaw<{ id: string }[]>(sql`WITH given AS MATERIALIZED (SELECT * FROM ${given}), made AS (
    INSERT INTO "Referent" ("id", "lastName", "firstName", "email", "phone", "employer", "cityId", "languages", "skills", "maxDistanceKm", "maxDays", "notes", "createdAt")
    SELECT "id", "lastName", "firstName", "email", "phone", "employer", "cityId", "languages", "skills", "maxDistanceKm", "maxDays", "notes", ${author.now} FROM given ORDER BY "email"
    ON CONFLICT ("email") DO NOTHING RETURNING "id"),
    changed AS (SELECT g."id", g."departmentCode" FROM made JOIN given g USING ("id")),
    placed AS (INSERT INTO "ReferentDepartment" ("referentId", "departmentCode") SELECT "id", "departmentCode" FROM changed),
    written AS (${entry(author, 'Referent', 'import', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT "id" FROM changed`)).map(({ id }) => id)
  await demand(tx, author, 'Referent', 'import', ...created)
  return tx.$queryRaw<Made[]>(rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', ({ at }) => ({
    select: sql`${at}."id", ${at}."email" AS key, ${at}."id" = ANY(${created}::uuid[]) AS created`, where: [sql`${at}."email" = ANY(${items.map(({ email }) => email)}::text[])`],
  })))
}
