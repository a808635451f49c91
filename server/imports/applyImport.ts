import { v7 } from 'uuid'
import { grantOf } from '../access/policy.ts'
import type { Context } from '../context.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Writer } from '../db/transact.ts'
import { slugOf } from '../events/slug.ts'
import { writeEvent } from '../events/updateEvent.ts'
import { nouns } from '../nouns.ts'
import { demand, entry, record, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { compareEvent } from './compareEvent.ts'
import { heldEvents } from './heldEvents.ts'
import { TAKEABLE } from './import.lifecycle.ts'
import { heldVerdict, type StoredEvent } from './judgeLines.ts'
import { writeRemarks } from './judgeImport.ts'
import { notesOf } from './notesOf.ts'
import { openedImport } from './openedImport.ts'

/**
 * Makes a draft of each chosen line that is new, and writes into the campaign's event what each chosen update says, in one
 * transaction. An event that the campaign already holds is not made again; one that changed since its line was judged is
 * left, and its line judged again. Throws NOT_FOUND out of reach, CONFLICT when the campaign is not open.
 */
export async function applyImport({ db, viewer, now }: Context, { id, lines }: { id: string; lines: number[] }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { campaignId, departmentCode } = await openedImport(tx, author, 'apply', id)
    const chosen = await tx.importLine.findMany({ where: { importId: id, line: { in: lines }, verdict: { in: TAKEABLE }, outcome: null }, select: { id: true, verdict: true, event: true, heldVersion: true } })
    if (chosen.length === 0) return
    const created = await createDrafts(tx, author, { id, campaignId, lines: chosen.filter(({ verdict }) => verdict !== 'UPDATE') })
    const updated = await updateHeld(tx, author, { campaignId, lines: chosen.filter(({ verdict }) => verdict === 'UPDATE') })
    if (created + updated > 0) await tx.import.updateMany({ where: { id }, data: { undoneAt: null } })
    await tx.import.updateMany({ where: { id, appliedAt: null }, data: { appliedAt: now } })
    await writeRemarks(tx, author, id)
    await record(tx, author, 'Import', 'apply', { id, departmentCode, changes: { created: [null, created], updated: [null, updated] } })
  }, { timeout: 120_000 })
}

type Line = { id: string; event: Prisma.JsonValue; heldVersion: number | null }
type Tx = Prisma.TransactionClient

/** Makes the drafts that the campaign does not hold yet, and says so on their lines; answers how many. */
async function createDrafts(tx: Tx, author: Author, { id, campaignId, lines }: { id: string; campaignId: string; lines: Line[] }): Promise<number> {
  // Two imports at once wait for each other on the same rows, in the same order.
  const events = lines.map(({ event }) => event as StoredEvent).toSorted((a, b) => (a.importKey < b.importKey ? -1 : 1))
  if (events.length === 0) return 0
  const venueIds = await createVenues(tx, author, events)
  if (venueIds.length > 0) await tx.import.update({ where: { id }, data: { venueIds: { push: venueIds } } })
  const created = await createEvents(tx, author, campaignId, events)
  await demand(tx, author, 'Event', 'import', ...created)
  await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId")
    SELECT e."id", g."neighbourhoodCode" FROM ${given(events)} JOIN "Event" e ON e."campaignId" = ${campaignId}::uuid AND e."importKey" = g."importKey"
    WHERE g."neighbourhoodCode" IS NOT NULL AND e."id" = ANY(${created}::uuid[])`)
  await tx.$executeRaw(sql`UPDATE "ImportLine" l SET "eventId" = e."id", "takenAt" = ${author.now},
      "outcome" = CASE WHEN e."id" = ANY(${created}::uuid[]) THEN 'CREATED' ELSE 'PRESENT' END::"LineOutcome" FROM "Event" e
    WHERE l."id" = ANY(${lines.map((line) => line.id)}::uuid[]) AND e."campaignId" = ${campaignId}::uuid AND e."importKey" = l."event"->>'importKey'`)
  return created.length
}

/** Writes what each line says into the event that it was compared with; answers how many were written. */
async function updateHeld(tx: Tx, author: Author, { campaignId, lines }: { campaignId: string; lines: Line[] }): Promise<number> {
  const action = grantOf(author.viewer, 'Event', 'update') ? 'update' : 'import'
  const held = await heldEvents(tx, author, campaignId, lines.map(({ event }) => (event as StoredEvent).importKey))
  let updated = 0
  for (const line of lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const event = line.event as StoredEvent
    const found = held.get(event.importKey)
    if (!found) {
      await tx.importLine.update({ where: { id: line.id }, data: { verdict: 'NEW', findings: [], eventId: null, heldVersion: null, proposed: true } })
    } else if (!found.open || found.version !== line.heldVersion) {
      const { findings, ...again } = heldVerdict(event, found)
      await tx.importLine.update({ where: { id: line.id }, data: { ...again, heldVersion: found.version, findings: [...findings, { code: 'CHANGED_SINCE', column: null, sentence: 'L’opération a changé depuis l’examen de cette ligne : elle n’a pas été reprise. Regardez-la de nouveau.' }] } })
    } else {
      await writeEvent(tx, author, action, { id: found.id, version: found.version, set: compareEvent(event, found).set })
      await tx.importLine.update({ where: { id: line.id }, data: { outcome: 'UPDATED', takenAt: author.now } })
      updated++
    }
  }
  return updated
}

/** The lines as a table `g`. */
const given = (events: object[]) => sql`jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS g("id" uuid, "slug" text, "departmentCode" text, "cityCode" text,
  "neighbourhoodCode" text, "placeName" text, "address" text, "postalCode" text, "startsAt" timestamptz, "endsAt" timestamptz, "capacity" int, "contactEmail" text, "notes" text, "importKey" text)`

/** A venue that is not known yet stands where its city does; answers the ids of those made. */
async function createVenues(tx: Writer, author: Author, events: StoredEvent[]): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>(sql`WITH changed AS (
    INSERT INTO "Venue" ("id", "departmentCode", "cityId", "name", "address", "postalCode", "latitude", "longitude", "approximate")
    SELECT gen_random_uuid(), p."departmentCode", p."cityCode", p."placeName", p."address", p."postalCode", coalesce(c."latitude", successor."latitude"), coalesce(c."longitude", successor."longitude"), TRUE
    FROM (SELECT DISTINCT ON (g."cityCode", g."placeName", g."address") g.* FROM ${given(events)} WHERE g."placeName" <> '' ORDER BY g."cityCode", g."placeName", g."address") p
    JOIN "City" c ON c."id" = p."cityCode" LEFT JOIN "City" successor ON successor."id" = c."mergedIntoId"
    ORDER BY p."cityCode", p."placeName", p."address"
    ON CONFLICT ("cityId", "name", "address") DO NOTHING RETURNING "id", "departmentCode"),
    written AS (${entry(author, 'Venue', 'create', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}) SELECT "id" FROM changed`)
  return made.map(({ id }) => id)
}

/** Inserts the drafts that the campaign does not hold yet, each with its journal entry; answers their ids. */
async function createEvents(tx: Writer & { city: Context['db']['city'] }, author: Author, campaignId: string, events: StoredEvent[]): Promise<string[]> {
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
