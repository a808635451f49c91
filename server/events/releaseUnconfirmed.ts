import type { Helpers } from '../jobs/worker.ts'
import { nouns } from '../nouns.ts'
import { follow } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { tellReferents } from './tellReferents.ts'

/** The database, whose clock wakes the job, may be ahead of this server's by so much. */
const CLOCKS_DIFFER_MS = 60_000

/** The job that gives back the places nobody confirmed in time; nothing when the event moved again meanwhile. Done twice, it does once. */
export async function releaseUnconfirmed({ id, reconfirmBy }: { id: string; reconfirmBy: string }, { db, now }: Helpers): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const [event] = await tx.$queryRaw<{ due: boolean }[]>(sql`SELECT "state" = 'PUBLISHED' AND "reconfirmBy" = ${new Date(reconfirmBy)} AND "reconfirmBy" <= ${new Date(at.getTime() + CLOCKS_DIFFER_MS)} AS due FROM "Event" WHERE "id" = ${id}::uuid`)
    // Not locked: an answer given meanwhile holds the place first and the event after.
    if (!event?.due) return
    await tellReferents(tx, id, sql`s."state" = 'TO_RECONFIRM'`, { kind: 'LAPSED', now: at })
    await follow(tx, { nouns, viewer: { role: 'PUBLIC' }, now: at }, {
      resource: 'Assignment', action: 'release', to: sql`'RELEASED'::"AssignmentState"`, reason: 'Sans réponse à la date limite',
      where: (assignment) => sql`${assignment}."eventId" = ${id}::uuid AND ${assignment}."state" = 'TO_RECONFIRM'
        AND (SELECT e."reconfirmBy" FROM "Event" e WHERE e."id" = ${id}::uuid) = ${new Date(reconfirmBy)}`,
    })
  })
}
