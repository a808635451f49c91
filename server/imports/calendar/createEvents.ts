import { v7 } from 'uuid'
import type { Writer } from '../../db/transact.ts'
import { slugOf } from '../../events/slug.ts'
import { demand, entry, type Author } from '../../reading/change.ts'
import { sql } from '../../reading/sql.ts'
import type { Into, Made, Tx } from '../kind.ts'
import { notesOf } from './notesOf.ts'
import type { StoredEvent } from './storedEvent.ts'

/** Makes the drafts that the campaign does not hold yet, with the venues that are not known yet. */
export async function createEvents(tx: Tx, author: Author, { importId, campaignId }: Into, events: StoredEvent[]): Promise<Made[]> {
  const venueIds = await createVenues(tx, author, events)
  if (venueIds.length > 0) await tx.import.update({ where: { id: importId }, data: { venueIds: { push: venueIds } } })
  const created = await insertDrafts(tx, author, campaignId!, events)
  await demand(tx, author, 'Event', 'import', ...created)
  await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId")
    SELECT e."id", g."neighbourhoodCode" FROM ${given(events)} JOIN "Event" e ON e."campaignId" = ${campaignId}::uuid AND e."importKey" = g."importKey"
    WHERE g."neighbourhoodCode" IS NOT NULL AND e."id" = ANY(${created}::uuid[])`)
  return tx.$queryRaw<Made[]>(sql`SELECT e."id", e."importKey" AS key, e."id" = ANY(${created}::uuid[]) AS created
    FROM "Event" e WHERE e."campaignId" = ${campaignId}::uuid AND e."importKey" = ANY(${events.map(({ importKey }) => importKey)}::text[])`)
}

/** The lines as a table `g`. */
const given = (events: object[]) => sql`jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS g("id" uuid, "slug" text, "departmentCode" text, "cityCode" text,
  "neighbourhoodCode" text, "placeName" text, "address" text, "postalCode" text, "startsAt" timestamptz, "endsAt" timestamptz, "capacity" int, "contactEmail" text, "notes" text, "importKey" text)`

/** A venue that is not known yet stands where its city does; answers the ids of those made. */
async function createVenues(tx: Writer, author: Author, events: StoredEvent[]): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>(sql`WITH changed AS (
    INSERT INTO "Venue" ("id", "departmentCode", "cityId", "name", "address", "postalCode", "latitude", "longitude", "approximate")
    SELECT gen_random_uuid(), p."departmentCode", p."cityCode", p."placeName", p."address", p."postalCode", coalesce(c."latitude", successor."latitude"), coalesce(c."longitude", successor."longitude"), TRUE
    FROM (SELECT DISTINCT ON (g."cityCode", search_text(btrim(g."placeName")), search_text(btrim(g."address"))) g.* FROM ${given(events)} WHERE g."placeName" <> ''
      ORDER BY g."cityCode", search_text(btrim(g."placeName")), search_text(btrim(g."address")), g."placeName", g."address") p
    JOIN "City" c ON c."id" = p."cityCode" LEFT JOIN "City" successor ON successor."id" = c."mergedIntoId"
    ORDER BY p."cityCode", p."placeName", p."address"
    ON CONFLICT DO NOTHING RETURNING "id", "departmentCode"),
    written AS (${entry(author, 'Venue', 'create', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT "id" FROM changed`)
  return made.map(({ id }) => id)
}

/** Inserts the drafts that the campaign does not hold yet, each with its journal entry; answers their ids. */
async function insertDrafts(tx: Tx, author: Author, campaignId: string, events: StoredEvent[]): Promise<string[]> {
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
    LEFT JOIN "Venue" v ON v."cityId" = g."cityCode" AND search_text(btrim(v."name")) = search_text(btrim(g."placeName")) AND search_text(btrim(v."address")) = search_text(btrim(g."address"))
    ORDER BY g."importKey"
    ON CONFLICT ("campaignId", "importKey") DO NOTHING RETURNING "id", "departmentCode"),
    written AS (${entry(author, 'Event', 'import', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT "id" FROM changed`)
  return created.map(({ id }) => id)
}
