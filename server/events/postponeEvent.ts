import type { Context } from '../context.ts'
import type { Writer } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, demand, lock, type Author } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { sql } from '../reading/sql.ts'
import { askAgain, publish } from './publishEvent.ts'
import { followPlaces, takeStep } from './stepEvent.ts'
import { CONCERNED, tellReferents } from './tellReferents.ts'

export type NewDate = { version: number; startsAt?: Date | null; endsAt?: Date | null; reconfirmBy?: Date | null }

/**
 * Says that the date no longer holds: every place is to be reconfirmed. With a new date the event is public again at
 * once and its referents are asked about it; without one they are told to wait. Sent again, the same date changes nothing;
 * CONFLICT when somebody else changed the event since `version`: two new dates never follow each other unseen.
 */
export async function postponeEvent({ db, viewer, now }: Context, id: string, why: string, { version, startsAt, endsAt, reconfirmBy }: NewDate): Promise<void> {
  const reason = reasonOf(why)
  const author = { nouns, viewer, now }
  if (Boolean(startsAt) !== Boolean(endsAt)) throw invalid({ [startsAt ? 'endsAt' : 'startsAt']: 'Donnez le début et la fin, ou aucun des deux.' })
  if (startsAt && startsAt <= now) throw invalid({ startsAt: 'Choisissez une date à venir.' })
  if (startsAt && endsAt! <= startsAt) throw invalid({ endsAt: 'La fin doit venir après le début.' })
  await db.$transaction(async (tx) => {
    if (startsAt && (await movedAlready(tx, author, id, { version, startsAt, endsAt: endsAt! }))) return demand(tx, author, 'Event', 'postpone', id)
    if (startsAt && (await startsAlready(tx, id, startsAt))) throw invalid({ startsAt: 'C’est la date actuelle : choisissez-en une autre, ou corrigez l’horaire.' })
    await takeStep(tx, author, 'postpone', id, { reason, version, set: { reconfirmBy: null } })
    await followPlaces(tx, author, 'postpone', id, 'TO_RECONFIRM', reason)
    if (!startsAt) return void (await tellReferents(tx, id, CONCERNED, { kind: 'POSTPONED', now }))
    await change(tx, author, 'Event', 'update', { id, set: { startsAt, endsAt } })
    await publish(tx, author, id)
    await askAgain(tx, author, id, reconfirmBy)
  }, { timeout: 30_000 })
}

const startsAlready = async (tx: Writer, id: string, startsAt: Date): Promise<boolean> =>
  (await tx.$queryRaw<object[]>(sql`SELECT 1 AS one FROM "Event" e WHERE e."id" = ${id}::uuid AND e."startsAt" = ${startsAt}::timestamptz AND e."state" = 'PUBLISHED'`)).length > 0

/** Whether this very change was made since: the event is public at that date, and no longer of that version. */
async function movedAlready(tx: Writer, author: Author, id: string, { version, startsAt, endsAt }: { version: number; startsAt: Date; endsAt: Date }): Promise<boolean> {
  // Locked first: whoever waits here sees what the other wrote.
  await lock(tx, author, { resource: 'Event', id: sql`${id}::uuid` })
  const found = await tx.$queryRaw<object[]>(sql`SELECT 1 AS one FROM "Event" e WHERE e."id" = ${id}::uuid AND e."state" = 'PUBLISHED' AND e."version" > ${version}::int
    AND (e."startsAt", e."endsAt") = (${startsAt}::timestamptz, ${endsAt}::timestamptz)`)
  return found.length > 0
}
