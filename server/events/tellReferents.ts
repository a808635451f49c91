import { v7 } from 'uuid'
import { queueMessage, type EventNews } from '../messages/queueMessage.ts'
import { sql, type Sql } from '../reading/sql.ts'
import { reachableFor } from '../referents/reachable.ts'

type Told = { id: string; departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null; referentId: string; waits: boolean; holds: boolean }
type News = { kind: EventNews['kind']; now: Date; reconfirmBy?: Date }

/** Whoever has a place, or said that he might come. */
export const CONCERNED = sql`(s."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM') OR (s."id" IS NULL AND a."answer" IN ('YES', 'IF_NEEDED')))`
/** Whoever has a place, or was asked and has not said no. */
export const EXPECTED_OR_ASKED = sql`(s."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM') OR (s."id" IS NULL AND a."answer" IS DISTINCT FROM 'NO'))`
/** Whoever was asked, whatever the answer. */
export const ASKED = sql`TRUE`

/** Of a place that is or was just held: those who asked not to be solicited are told of it all the same. */
const held = (kind: EventNews['kind']) => sql`coalesce(s."state" IN ('CONFIRMED', 'TO_RECONFIRM') OR (${kind === 'RELEASED'} AND s."state" = 'RELEASED'), FALSE)`

/** Queues one mail to each referent of an event who may be written to, among those meant; answers how many. Whom it tells is read as things stand: call it before what changes that. */
export async function tellReferents(tx: Parameters<typeof queueMessage>[0], eventId: string, whom: Sql, { kind, now, reconfirmBy }: News): Promise<number> {
  const told = await tx.$queryRaw<Told[]>(sql`SELECT e."id", e."departmentCode", e."title", e."startsAt", e."endsAt", v."name" || ', ' || c."name" AS place, r."id" AS "referentId",
      coalesce(s."state" = 'TO_RECONFIRM', FALSE) AS waits, ${held(kind)} AS holds
    FROM "Event" e JOIN "Availability" a ON a."eventId" = e."id" JOIN "Referent" r ON r."id" = a."referentId"
    LEFT JOIN "Assignment" s ON s."eventId" = e."id" AND s."referentId" = r."id" LEFT JOIN "Venue" v ON v."id" = e."venueId" LEFT JOIN "City" c ON c."id" = v."cityId"
    WHERE e."id" = ${eventId}::uuid AND ${whom} AND ${reachableFor(sql`r`, held(kind))} ORDER BY r."id"`)
  for (const { referentId, departmentCode, title, startsAt, endsAt, place, waits, holds } of told)
    await queueMessage(tx, { id: v7(), template: 'eventNews', referentId, departmentCode, now, essential: holds, variables: { kind, title, startsAt, endsAt, place: place ?? '', reconfirmBy: waits ? reconfirmBy : undefined } })
  return told.length
}
