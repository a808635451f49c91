import type { Context } from '../context.ts'
import type { Writer } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { record, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { patienceUntil, waitUntil } from './reconfirmBy.ts'
import { takeStep } from './stepEvent.ts'
import { ASKED, tellReferents } from './tellReferents.ts'

type Transaction = Parameters<typeof tellReferents>[0]
type Dated = { departmentCode: string; startsAt: Date; state: string }

/** Makes an event public. One that was postponed asks its referents again, with one link each. */
export async function publishEvent({ db, viewer, now }: Context, id: string, reconfirmBy?: Date | null): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const before = await dated(tx, id)
    await publish(tx, author, id)
    if (before?.state === 'POSTPONED') await askAgain(tx, author, id, reconfirmBy)
  }, { timeout: 30_000 })
}

const dated = async (tx: Writer, id: string): Promise<Dated | undefined> =>
  (await tx.$queryRaw<Dated[]>(sql`SELECT "departmentCode", "startsAt", "state"::text FROM "Event" WHERE "id" = ${id}::uuid FOR UPDATE`))[0]

export const publish = (tx: Writer, author: Author, id: string) => takeStep(tx, author, 'publish', id, { set: { publishedAt: sql`coalesce(t."publishedAt", ${author.now})` } })

/**
 * Asks everyone asked before about the new date: earlier answers were about another one, and stay in the journal only by
 * their number. Places to reconfirm wait until a date, then a job releases them.
 */
export async function askAgain(tx: Transaction, author: Author, id: string, wanted?: Date | null): Promise<void> {
  const { now } = author
  const { startsAt, departmentCode } = (await dated(tx, id))!
  const reconfirmBy = wanted ?? patienceUntil(now, startsAt)
  if (reconfirmBy <= now || reconfirmBy > startsAt) throw invalid({ reconfirmBy: 'Choisissez une date à venir, avant le début de l’opération.' })
  const told = await tellReferents(tx, id, ASKED, { kind: 'RESCHEDULED', now, reconfirmBy })
  await tx.$executeRaw(sql`UPDATE "Availability" SET "answer" = NULL, "source" = NULL, "answeredAt" = NULL, "askedAt" = ${now}, "reminders" = 0, "remindedAt" = NULL WHERE "eventId" = ${id}::uuid`)
  if (told > 0) await record(tx, author, 'Event', 'askAgain', { id, departmentCode, changes: { referents: [null, told], reconfirmBy: [null, reconfirmBy] } })
  await waitUntil(tx, id, reconfirmBy)
}
