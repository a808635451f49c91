import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { entry, hold } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/** Says that two records of one name and phone are two people: they are not proposed for merging again. Said twice, it is said once. Errors: see `hold`. */
export async function tellApart({ pool, viewer, now }: Context, { id, otherId }: { id: string; otherId: string }): Promise<void> {
  const author = { nouns, viewer, now }
  if (id === otherId) throw invalid({ otherId: 'Choisissez une autre fiche.' })
  await transact(pool, async (tx) => {
    for (const one of [id, otherId].sort()) await hold(tx, author, 'Referent', 'tellApart', one, ({ at }) => sql`${at}."id"`)
    await tx.$executeRaw(sql`WITH pair AS (INSERT INTO "ReferentDistinct" ("oneId", "otherId") VALUES (least(${id}::uuid, ${otherId}::uuid), greatest(${id}::uuid, ${otherId}::uuid)) ON CONFLICT DO NOTHING RETURNING "oneId", "otherId"),
      changed AS (SELECT unnest(ARRAY["oneId", "otherId"]) AS "id", ${viewer.department?.[0] ?? null}::text AS "departmentCode" FROM pair)
      ${entry(author, 'Referent', 'tellApart', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
  })
}
