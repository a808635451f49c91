import type { Helpers } from '../jobs/worker.ts'
import { nouns } from '../nouns.ts'
import { follow, lock } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { tellReferents } from './tellReferents.ts'

/** The database, whose clock wakes the job, may be ahead of this server's by so much. */
const CLOCKS_DIFFER_MS = 60_000

/** Why a place is released: nothing was said, or the referent came to be taken elsewhere. */
const SILENT = 'Sans réponse à la date limite'
const TAKEN = 'Disponible, mais déjà pris ailleurs à cette heure, ou plus de place, à la date limite'

/** The job that gives back the places nobody confirmed in time; nothing when the event moved again meanwhile. Done twice, it does once. */
export async function releaseUnconfirmed({ id, reconfirmBy }: { id: string; reconfirmBy: string }, { db, now }: Helpers): Promise<void> {
  const at = now()
  const author = { nouns, viewer: { role: 'PUBLIC' } as const, now: at }
  await db.$transaction(async (tx) => {
    // Locked in the order of an answer: whoever confirms meanwhile keeps the place, and is told nothing else.
    await lock(tx, author, { resource: 'Event', id: sql`${id}::uuid` })
    const [event] = await tx.$queryRaw<{ due: boolean }[]>(sql`SELECT "state" = 'PUBLISHED' AND "reconfirmBy" = ${new Date(reconfirmBy)} AND "reconfirmBy" <= ${new Date(at.getTime() + CLOCKS_DIFFER_MS)} AS due FROM "Event" WHERE "id" = ${id}::uuid`)
    if (!event?.due) return
    const places = await tx.$queryRaw<{ id: string; answered: boolean }[]>(sql`SELECT s."id", a."answer" IS NOT NULL AS answered FROM "Assignment" s
      LEFT JOIN "Availability" a ON (a."eventId", a."referentId") = (s."eventId", s."referentId") WHERE s."eventId" = ${id}::uuid AND s."state" = 'TO_RECONFIRM' ORDER BY s."id" FOR UPDATE OF s`)
    await tellReferents(tx, id, sql`s."id" = ANY(${places.map((place) => place.id)}::uuid[])`, { kind: 'LAPSED', now: at })
    for (const answered of [false, true]) {
      const these = places.filter((place) => place.answered === answered).map((place) => place.id)
      await follow(tx, author, { resource: 'Assignment', action: 'release', to: sql`'RELEASED'::"AssignmentState"`, reason: answered ? TAKEN : SILENT, where: (place) => sql`${place}."id" = ANY(${these}::uuid[])` })
    }
  })
}
