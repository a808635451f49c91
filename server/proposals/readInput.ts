import type { Writer } from '../db/transact.ts'
import { sql, TRUE } from '../reading/sql.ts'

/** Of which campaign, for which department (null: for all), from when on; `only`: one event and one person of it. */
export type Scope = { campaignId: string; departmentCode: string | null; now: Date; only?: { eventId: string; referentId: string } }

/**
 * What a proposal is made from, as one statement reads it at one instant, in JSON: see `Asked`. Whoever asks was allowed
 * to before: it reads what is confirmed anywhere, of which a proposal tells only that somebody is taken.
 */
export async function readInput(db: Writer, { campaignId, departmentCode, now, only }: Scope): Promise<string> {
  const [found] = await db.$queryRaw<{ input: string }[]>(sql`
    WITH events AS MATERIALIZED (
      SELECT e."id", e."departmentCode", e."startsAt", e."endsAt", e."referentsAsked", e."languagesWanted", v."latitude", v."longitude",
        (SELECT count(*) FROM "Assignment" s WHERE s."eventId" = e."id" AND s."state" = 'TO_RECONFIRM')::int AS waiting, e."referentsNeeded" - e."referentsConfirmed" AS free
      FROM "Event" e LEFT JOIN "Venue" v ON v."id" = e."venueId"
      WHERE e."campaignId" = ${campaignId}::uuid AND e."state" = 'PUBLISHED' AND e."startsAt" > ${now}
        AND (${departmentCode}::text IS NULL OR e."departmentCode" = ${departmentCode}) AND ${only ? sql`e."id" = ${only.eventId}::uuid` : TRUE}
    ), answers AS MATERIALIZED (
      SELECT a."eventId", a."referentId", a."answer", CASE
        WHEN NOT r."active" OR NOT EXISTS (SELECT FROM "ReferentDepartment" d WHERE d."referentId" = r."id" AND d."departmentCode" = e."departmentCode") THEN 'INACTIVE'
        WHEN s."id" IS NOT NULL THEN 'ENDED'
        WHEN EXISTS (SELECT FROM "ProposalLine" l WHERE l."eventId" = a."eventId" AND l."referentId" = a."referentId" AND l."state" = 'REFUSED') THEN 'REFUSED' END AS bar
      FROM events e JOIN "Availability" a ON a."eventId" = e."id" JOIN "Referent" r ON r."id" = a."referentId" LEFT JOIN "Assignment" s ON s."eventId" = e."id" AND s."referentId" = r."id"
      WHERE a."answer" IN ('YES', 'IF_NEEDED') AND (s."id" IS NULL OR s."state" NOT IN ('CONFIRMED', 'PRESENT')) AND ${only ? sql`r."id" = ${only.referentId}::uuid` : TRUE}
    ), taken AS (
      SELECT s."referentId", json_agg(json_build_object('startsAt', ${ms(sql`s."startsAt"`)}, 'endsAt', ${ms(sql`s."endsAt"`)}, 'place', ${place(sql`v`)}, 'counts', e."campaignId" = ${campaignId}::uuid)) AS stays
      FROM "Assignment" s JOIN "Event" e ON e."id" = s."eventId" LEFT JOIN "Venue" v ON v."id" = e."venueId"
      WHERE s."referentId" IN (SELECT "referentId" FROM answers) AND s."state" IN ('CONFIRMED', 'PRESENT') AND (e."campaignId" = ${campaignId}::uuid OR s."endsAt" > ${now}) GROUP BY 1
    )
    SELECT json_build_object(
      'events', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'startsAt', ${ms(sql`e."startsAt"`)}, 'endsAt', ${ms(sql`e."endsAt"`)}, 'place', ${place(sql`e`)}, 'places', greatest(0, e.free - e.waiting),
          'free', greatest(0, e.free), 'waiting', e.waiting, 'asked', e."referentsAsked",
          'silent', (SELECT count(*) FROM "Availability" a WHERE a."eventId" = e."id" AND a."answer" IS NULL), 'declined', (SELECT count(*) FROM "Availability" a WHERE a."eventId" = e."id" AND a."answer" = 'NO'),
          'languages', (SELECT coalesce(json_agg(w ORDER BY n), '[]') FROM unnest(e."languagesWanted") WITH ORDINALITY u(w, n) WHERE NOT EXISTS (
            SELECT FROM "Assignment" s JOIN "Referent" r ON r."id" = s."referentId" WHERE s."eventId" = e."id" AND s."state" IN ('CONFIRMED', 'PRESENT') AND search_text(w) IN (SELECT search_text(l) FROM unnest(r."languages") l))))), '[]') FROM events e),
      'people', (SELECT coalesce(json_agg(json_build_object('id', r."id", 'home', ${place(sql`c`)}, 'maxDistanceKm', r."maxDistanceKm", 'maxDays', r."maxDays",
          'languages', (SELECT coalesce(json_agg(DISTINCT w), '[]') FROM (SELECT DISTINCT unnest("languagesWanted") AS w FROM events) x WHERE search_text(w) IN (SELECT search_text(l) FROM unnest(r."languages") l)),
          'taken', coalesce(t.stays, '[]'), 'unavailable', (SELECT coalesce(json_agg(json_build_object('startsAt', ${ms(sql`u."startsOn"::timestamp AT TIME ZONE 'Europe/Paris'`)}, 'endsAt', ${ms(sql`(u."endsOn" + 1)::timestamp AT TIME ZONE 'Europe/Paris'`)}) ORDER BY u."startsOn"), '[]') FROM "Unavailability" u WHERE u."referentId" = r."id"))), '[]')
        FROM "Referent" r LEFT JOIN "City" c ON c."id" = r."cityId" LEFT JOIN taken t ON t."referentId" = r."id" WHERE r."id" IN (SELECT "referentId" FROM answers)),
      'answers', (SELECT coalesce(json_agg(json_build_object('eventId', "eventId", 'personId', "referentId", 'answer', "answer", 'bar', bar)), '[]') FROM answers))::text AS input`)
  return found!.input
}

const ms = (instant: ReturnType<typeof sql>) => sql`(extract(epoch FROM ${instant}) * 1000)::float8`
const place = (at: ReturnType<typeof sql>) => sql`CASE WHEN ${at}."latitude" IS NOT NULL AND ${at}."longitude" IS NOT NULL THEN json_build_object('latitude', ${at}."latitude", 'longitude', ${at}."longitude") END`
