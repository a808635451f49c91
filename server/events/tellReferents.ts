import { v7 } from 'uuid'
import { queueMessage } from '../messages/queueMessage.ts'
import type { EventNews } from '../messages/templates/eventNews.ts'
import { sql, type Sql } from '../reading/sql.ts'

type Told = { id: string; departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null; referentId: string; waits: boolean }
type News = { kind: EventNews['kind']; now: Date; reconfirmBy?: Date }

/** Whoever has a place, or said that he might come. */
export const CONCERNED = sql`(s."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM') OR (s."id" IS NULL AND a."answer" IN ('YES', 'IF_NEEDED')))`
/** Whoever has a place, or was asked and has not said no. */
export const EXPECTED_OR_ASKED = sql`(s."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM') OR (s."id" IS NULL AND a."answer" IS DISTINCT FROM 'NO'))`
/** Whoever was asked, whatever the answer. */
export const ASKED = sql`TRUE`

/** Queues one mail to each active referent of an event among those meant; answers how many. Whom it tells is read as things stand: call it before what changes that. */
export async function tellReferents(tx: Parameters<typeof queueMessage>[0], eventId: string, whom: Sql, { kind, now, reconfirmBy }: News): Promise<number> {
  const told = await tx.$queryRaw<Told[]>(sql`SELECT e."id", e."departmentCode", e."title", e."startsAt", e."endsAt", v."name" || ', ' || c."name" AS place, r."id" AS "referentId",
      coalesce(s."state" = 'TO_RECONFIRM', FALSE) AS waits
    FROM "Event" e JOIN "Availability" a ON a."eventId" = e."id" JOIN "Referent" r ON r."id" = a."referentId" AND r."active"
    LEFT JOIN "Assignment" s ON s."eventId" = e."id" AND s."referentId" = r."id" LEFT JOIN "Venue" v ON v."id" = e."venueId" LEFT JOIN "City" c ON c."id" = v."cityId"
    WHERE e."id" = ${eventId}::uuid AND ${whom} ORDER BY r."id"`)
  for (const { referentId, departmentCode, title, startsAt, endsAt, place, waits } of told)
    await queueMessage(tx, { id: v7(), template: 'eventNews', referentId, departmentCode, now, variables: { kind, title, startsAt, endsAt, place: place ?? '', reconfirmBy: waits ? reconfirmBy : undefined } })
  return told.length
}
