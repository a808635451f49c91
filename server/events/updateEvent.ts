import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, record, type Author } from '../reading/change.ts'
import { retried, type Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import type { EventInput } from './event.inputs.ts'
import { refuseForeignLinks } from './foreignLinks.ts'
import { CONCERNED, tellReferents } from './tellReferents.ts'

/**
 * Changes an event's columns and its neighbourhoods, with the journal, in one transaction; when a public event gets other
 * hours or another place, its referents are told. Errors: see `change`.
 */
export async function updateEvent({ db, viewer, now }: Context, { id, version, input: { neighbourhoodIds, ...set } }: { id: string; version: number; input: EventInput }): Promise<void> {
  const author = { nouns, viewer, now }
  if (set.endsAt <= set.startsAt) throw invalid({ endsAt: 'La fin doit venir après le début.' })
  await retried(() => db.$transaction((tx) => writeEvent(tx, author, 'update', { id, version, set, neighbourhoodIds }), { timeout: 30_000 }))
}

type Written = { id: string; version: number; set: Record<string, unknown>; neighbourhoodIds?: string[] | null | undefined }

/** The change alone, inside a transaction, in the name of a right of the event's. */
export async function writeEvent(tx: Parameters<typeof tellReferents>[0], author: Author, action: 'update' | 'import', { id, version, set, neighbourhoodIds }: Written): Promise<void> {
  const { now } = author
  const before = await calendarOf(tx, id)
  await change(tx, author, 'Event', action, { id, version, set, stamp: { updatedAt: now } })
  if (neighbourhoodIds) await target(tx, author, id, version, neighbourhoodIds)
  await refuseForeignLinks(tx, id)
  const after = await calendarOf(tx, id)
  if (after?.state === 'PUBLISHED' && after.startsAt > now && after.sequence !== before?.sequence) await tellReferents(tx, id, CONCERNED, { kind: 'MOVED', now })
}

/** What calendars keep of an event: the sequence grows with each change of hours or place. */
const calendarOf = async (tx: Writer, id: string) =>
  (await tx.$queryRaw<{ sequence: number; state: string; startsAt: Date }[]>(sql`SELECT "sequence", "state"::text, "startsAt" FROM "Event" WHERE "id" = ${id}::uuid`))[0]

async function target(tx: Writer, author: Author, id: string, version: number, wanted: string[]) {
  const before = (await tx.$queryRaw<{ neighbourhoodId: string }[]>(sql`SELECT "neighbourhoodId" FROM "EventNeighbourhood" WHERE "eventId" = ${id}::uuid ORDER BY 1`)).map((pair) => pair.neighbourhoodId)
  const after = [...new Set(wanted)].sort()
  if (before.join() === after.join()) return
  await tx.$executeRaw(sql`DELETE FROM "EventNeighbourhood" WHERE "eventId" = ${id}::uuid AND "neighbourhoodId" <> ALL(${after})`)
  await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId") SELECT ${id}::uuid, unnest(${after}::text[]) ON CONFLICT DO NOTHING`)
  const [event] = await tx.$queryRaw<{ departmentCode: string }[]>(sql`UPDATE "Event" SET "version" = ${version + 1}, "updatedAt" = ${author.now} WHERE "id" = ${id}::uuid RETURNING "departmentCode"`)
  await record(tx, author, 'Event', 'update', { id, departmentCode: event!.departmentCode, changes: { neighbourhoods: [before, after] } })
}
