import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { against, forbidden, notFound } from '../errors.ts'
import { slugOf } from '../events/slug.ts'
import { nouns } from '../nouns.ts'
import { entry, record, type Author } from '../reading/change.ts'
import type { Writer } from '../db/transact.ts'
import { reasonsAgainst, stepOf, type Reason } from '../reading/lifecycle.ts'
import { begin, rows, scope } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import type { CalendarEvent } from './calendar/readEvent.ts'
import { notesOf } from './notesOf.ts'

type Opened = { campaignId: string; departmentCode: string | null; reasons: Reason[] }
type Taken = Omit<CalendarEvent, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }

/**
 * Makes a draft of each chosen line that can be taken, in one transaction; an event that the campaign already holds
 * is not made again. Throws NOT_FOUND out of reach, CONFLICT when the campaign is not open.
 */
export async function applyImport({ db, viewer, now }: Context, { id, lines }: { id: string; lines: number[] }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { campaignId, departmentCode } = await opened(tx, author, id)
    const chosen = await tx.importLine.findMany({ where: { importId: id, line: { in: lines }, verdict: { in: ['NEW', 'WARNING'] }, eventId: null }, select: { event: true } })
    // Two imports at once wait for each other on the same rows, in the same order.
    const events = chosen.map(({ event }) => event as Taken).toSorted((a, b) => (a.importKey < b.importKey ? -1 : 1))
    if (events.length === 0) return
    await createVenues(tx, author, events)
    const created = await createEvents(tx, author, campaignId, events)
    await reached(tx, author, created)
    await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId")
      SELECT e."id", g."neighbourhoodCode" FROM ${given(events)} JOIN "Event" e ON e."campaignId" = ${campaignId}::uuid AND e."importKey" = g."importKey"
      WHERE g."neighbourhoodCode" IS NOT NULL AND e."id" = ANY(${created}::uuid[])`)
    await tx.$executeRaw(sql`UPDATE "ImportLine" l SET "eventId" = e."id" FROM "Event" e
      WHERE l."importId" = ${id}::uuid AND l."line" = ANY(${lines}::int[]) AND l."verdict" IN ('NEW', 'WARNING') AND l."eventId" IS NULL
        AND e."campaignId" = ${campaignId}::uuid AND e."importKey" = l."event"->>'importKey'`)
    await tx.import.updateMany({ where: { id, appliedAt: null }, data: { appliedAt: now } })
    await record(tx, author, 'Import', 'apply', { id, departmentCode, changes: { events: [null, created.length] } })
  }, { timeout: 60_000 })
}

/** The import, locked, when lines of it may be taken. */
async function opened(tx: Writer, author: Author, id: string): Promise<Opened> {
  const step = stepOf(author.nouns.Import, 'apply')!
  const [found] = await tx.$queryRaw<Opened[]>(sql`${rows(begin(author.nouns, author.viewer, author.now), 'Import', 'read', (row) => ({
    select: sql`${row.at}."campaignId", ${row.at}."departmentCode", ${reasonsAgainst(row, 'apply', step)} AS reasons`, where: [sql`${row.at}."id" = ${id}::uuid`],
  }))} FOR UPDATE`)
  if (!found) throw notFound()
  if (found.reasons.some(({ code }) => code === 'NO_RIGHT')) throw forbidden()
  if (found.reasons.length > 0) throw against(found.reasons)
  return found
}

/** The lines as a table `g`. */
const given = (events: object[]) => sql`jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS g("id" uuid, "slug" text, "departmentCode" text, "cityCode" text,
  "neighbourhoodCode" text, "placeName" text, "address" text, "postalCode" text, "startsAt" timestamptz, "endsAt" timestamptz, "capacity" int, "contactEmail" text, "notes" text, "importKey" text)`

/** A venue that is not known yet stands where its city does. */
async function createVenues(tx: Writer, author: Author, events: Taken[]): Promise<void> {
  await tx.$executeRaw(sql`WITH changed AS (
    INSERT INTO "Venue" ("id", "departmentCode", "cityId", "name", "address", "postalCode", "latitude", "longitude", "approximate")
    SELECT gen_random_uuid(), p."departmentCode", p."cityCode", p."placeName", p."address", p."postalCode", coalesce(c."latitude", successor."latitude"), coalesce(c."longitude", successor."longitude"), TRUE
    FROM (SELECT DISTINCT ON (g."cityCode", g."placeName", g."address") g.* FROM ${given(events)} WHERE g."placeName" <> '' ORDER BY g."cityCode", g."placeName", g."address") p
    JOIN "City" c ON c."id" = p."cityCode" LEFT JOIN "City" successor ON successor."id" = c."mergedIntoId"
    ORDER BY p."cityCode", p."placeName", p."address"
    ON CONFLICT ("cityId", "name", "address") DO NOTHING RETURNING "id", "departmentCode")
    ${entry(author, 'Venue', 'create', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
}

/** Inserts the drafts that the campaign does not hold yet, each with its journal entry; answers their ids. */
async function createEvents(tx: Writer & { city: Context['db']['city'] }, author: Author, campaignId: string, events: Taken[]): Promise<string[]> {
  const cities = await tx.city.findMany({ where: { id: { in: events.map(({ cityCode }) => cityCode) } }, select: { id: true, name: true } })
  const nameOf = new Map(cities.map(({ id, name }) => [id, name]))
  const drafts = events.map((event) => {
    const id = v7()
    return { ...event, id, slug: slugOf(nameOf.get(event.cityCode)!, id), notes: notesOf(event) }
  })
  const created = await tx.$queryRaw<{ id: string }[]>(sql`WITH changed AS (
    INSERT INTO "Event" ("id", "campaignId", "departmentCode", "title", "venueId", "startsAt", "endsAt", "capacity", "referentsNeeded", "contactEmail", "notes", "slug", "importKey", "createdAt", "updatedAt")
    SELECT g."id", ${campaignId}::uuid, g."departmentCode", 'Apprentissage-coaching · ' || c."name", v."id", g."startsAt", g."endsAt", g."capacity", coalesce((SELECT "defaultReferentsNeeded" FROM "Campaign" WHERE "id" = ${campaignId}::uuid), 0), g."contactEmail", g."notes", g."slug", g."importKey", ${author.now}, ${author.now}
    FROM ${given(drafts)} JOIN "City" c ON c."id" = g."cityCode"
    LEFT JOIN "Venue" v ON v."cityId" = g."cityCode" AND v."name" = g."placeName" AND v."address" = g."address"
    ORDER BY g."importKey"
    ON CONFLICT ("campaignId", "importKey") DO NOTHING RETURNING "id", "departmentCode"),
    written AS (${entry(author, 'Event', 'import', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT "id" FROM changed`)
  return created.map(({ id }) => id)
}

/** Refuses, and so undoes, what was made out of the viewer's reach. */
async function reached(tx: Writer, author: Author, ids: string[]): Promise<void> {
  const found = await tx.$queryRaw<object[]>(rows(begin(author.nouns, author.viewer, author.now), 'Event', 'read', (row) => ({
    select: sql`1 AS one`, where: [sql`${row.at}."id" = ANY(${ids}::uuid[])`, scope(row, 'import')],
  })))
  if (found.length < ids.length) throw notFound()
}
