import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, record, type Author } from '../reading/change.ts'
import { reasonsAgainst, type Reason } from '../reading/lifecycle.ts'
import { begin, rows } from '../reading/noun.ts'
import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import type { EventInput } from './event.inputs.ts'
import { complete } from './event.lifecycle.ts'
import { refuseForeignLinks } from './foreignLinks.ts'
import { patienceUntil, waitUntil } from './reconfirmBy.ts'
import { CONCERNED, tellReferents } from './tellReferents.ts'

/**
 * Changes an event's columns and its neighbourhoods, with the journal, in one transaction; when a public event gets other
 * hours or another place, its referents are told. Errors: see `change`.
 */
export async function updateEvent({ db, viewer, now }: Context, { id, version, input: { neighbourhoodIds, ...set } }: { id: string; version: number; input: EventInput }): Promise<void> {
  const author = { nouns, viewer, now }
  if (set.endsAt <= set.startsAt) throw invalid({ endsAt: 'La fin doit venir après le début.' })
  await db.$transaction((tx) => writeEvent(tx, author, 'update', { id, version, set: { ...set, languagesWanted: set.languagesWanted ?? undefined }, neighbourhoodIds }), { timeout: 30_000 })
}

type Written = { id: string; version: number; set: Record<string, unknown>; neighbourhoodIds?: string[] | null | undefined }

/** The change alone, inside a transaction, in the name of a right of the event's. */
export async function writeEvent(tx: Parameters<typeof tellReferents>[0], author: Author, action: 'update' | 'import', { id, version, set, neighbourhoodIds }: Written): Promise<void> {
  const { now } = author
  const before = await stateOf(tx, author, id)
  await change(tx, author, 'Event', action, { id, version, set, stamp: { updatedAt: now } })
  if (neighbourhoodIds) await target(tx, author, id, version, neighbourhoodIds)
  await refuseForeignLinks(tx, id)
  const after = await stateOf(tx, author, id)
  if (!before || after?.state !== 'PUBLISHED') return
  refuseLess(before, after, now)
  if (after.startsAt > now && after.sequence !== before.sequence) await tellReferents(tx, id, CONCERNED, { kind: 'MOVED', now })
  if (after.reconfirmBy && after.reconfirmBy > after.startsAt) await waitUntil(tx, id, patienceUntil(now, after.startsAt))
}

type State = { sequence: number; state: string; startsAt: Date; reconfirmBy: Date | null; lacks: Reason[] }
/** What calendars keep of an event, whose sequence grows with each change of hours or place, and what it lacks to be public. */
const stateOf = async (tx: Writer, author: Author, id: string): Promise<State | undefined> =>
  (await tx.$queryRaw<State[]>(rows(begin(author.nouns, author.viewer, author.now), 'Event', 'read', (row) => ({
    select: sql`${row.at}."sequence", ${row.at}."state"::text, ${row.at}."startsAt", ${row.at}."reconfirmBy", ${reasonsAgainst(row, 'read', { unless: complete })} AS lacks`,
    where: [sql`${row.at}."id" = ${id}::uuid`],
  }))))[0]

/** The field of the form that answers each lack. */
const fields: Record<keyof typeof complete, string> = { NO_VENUE: 'venueId', NO_POSITION: 'venueId', NO_NEIGHBOURHOOD: 'neighbourhoodIds', NO_REFERENTS_NEEDED: 'referentsNeeded', NO_CONTACT: 'contactName' }

/** A public event keeps what it was published with, and stays to come unless its day has come. */
function refuseLess(before: State, after: State, now: Date): void {
  const lost = after.lacks.filter(({ code }) => !before.lacks.some((one) => one.code === code))
  const past: Record<string, string> = before.startsAt > now && after.startsAt <= now ? { startsAt: 'L’opération est publiée : choisissez une date à venir, ou annulez-la.' } : {}
  const refused: Record<string, string> = { ...past, ...Object.fromEntries(lost.map(({ code, sentence }) => [fields[code as keyof typeof complete], `L’opération est publiée. ${sentence}`])) }
  if (Object.keys(refused).length > 0) throw invalid(refused)
}

async function target(tx: Writer, author: Author, id: string, version: number, wanted: string[]) {
  const before = (await tx.$queryRaw<{ neighbourhoodId: string }[]>(sql`SELECT "neighbourhoodId" FROM "EventNeighbourhood" WHERE "eventId" = ${id}::uuid ORDER BY 1`)).map((pair) => pair.neighbourhoodId)
  const after = [...new Set(wanted)].sort()
  if (before.join() === after.join()) return
  await tx.$executeRaw(sql`DELETE FROM "EventNeighbourhood" WHERE "eventId" = ${id}::uuid AND "neighbourhoodId" <> ALL(${after})`)
  await tx.$executeRaw(sql`INSERT INTO "EventNeighbourhood" ("eventId", "neighbourhoodId") SELECT ${id}::uuid, unnest(${after}::text[]) ON CONFLICT DO NOTHING`)
  const [event] = await tx.$queryRaw<{ departmentCode: string }[]>(sql`UPDATE "Event" SET "version" = ${version + 1}, "updatedAt" = ${author.now} WHERE "id" = ${id}::uuid RETURNING "departmentCode"`)
  await record(tx, author, 'Event', 'update', { id, departmentCode: event!.departmentCode, changes: { neighbourhoods: [before, after] } })
}
