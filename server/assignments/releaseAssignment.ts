import type { Context } from '../context.ts'
import { tellReferents } from '../events/tellReferents.ts'
import { nouns } from '../nouns.ts'
import { take } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { sql } from '../reading/sql.ts'

/** Releases a referent from a place, and writes so while the event is to come: nobody travels for nothing. Errors: see `take`. */
export async function releaseAssignment({ db, viewer, now }: Context, id: string, why: string): Promise<void> {
  const reason = reasonOf(why)
  await db.$transaction(async (tx) => {
    await take(tx, { nouns, viewer, now }, 'Assignment', 'release', id, { reason })
    const { eventId, startsAt } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { eventId: true, startsAt: true } })
    if (startsAt > now) await tellReferents(tx, eventId, sql`s."id" = ${id}::uuid`, { kind: 'RELEASED', now })
  })
}
