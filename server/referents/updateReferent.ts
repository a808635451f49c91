import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change, follow } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { keptOf } from './keptOf.ts'
import type { ReferentInput } from './referent.inputs.ts'

/**
 * Changes a referent. Whoever is not to be asked any more gives back his places to come. He, or whoever has another address,
 * loses the links sent so far: they stand in a mailbox that may no longer be his. Errors: see `change`.
 */
export async function updateReferent({ pool, viewer, now }: Context, { id, version, input }: { id: string; version: number; input: ReferentInput }): Promise<void> {
  const set = keptOf(input)
  const author = { nouns, viewer, now }
  await transact(pool, async (tx) => {
    const [before] = await tx.$queryRaw<{ email: string }[]>(sql`SELECT "email" FROM "Referent" WHERE "id" = ${id}::uuid`)
    const changed = await change(tx, author, 'Referent', 'update', { id, version, set })
    if (changed && set.active === false)
      await follow(tx, author, {
        resource: 'Assignment', action: 'release', to: sql`'RELEASED'::"AssignmentState"`, reason: 'Le référent n’est plus actif',
        where: (at) => sql`${at}."referentId" = ${id}::uuid AND ${at}."startsAt" > ${now} AND ${at}."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')`,
      })
    if (changed && (set.active === false || set.email !== before?.email))
      await tx.$executeRaw(sql`UPDATE "AccessLink" SET "revokedAt" = ${now} WHERE "referentId" = ${id}::uuid AND "revokedAt" IS NULL`)
  })
}
