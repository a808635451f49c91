import type { Writer } from '../db/transact.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { sql } from '../reading/sql.ts'

const DAY_MS = 86_400_000
/** How long places wait to be reconfirmed, unless said otherwise; never beyond the day before the event. */
const PATIENCE_DAYS = 7

/** Until when places wait to be reconfirmed when nobody says it: the day before the event, or half of the time that is left. */
export const patienceUntil = (now: Date, startsAt: Date): Date =>
  new Date(Math.min(now.getTime() + PATIENCE_DAYS * DAY_MS, Math.max(startsAt.getTime() - DAY_MS, (now.getTime() + startsAt.getTime()) / 2)))

/** Keeps until when the places of an event wait, with the job that then releases them. */
export async function waitUntil(tx: Writer, id: string, reconfirmBy: Date): Promise<void> {
  await tx.$executeRaw(sql`UPDATE "Event" SET "reconfirmBy" = ${reconfirmBy} WHERE "id" = ${id}::uuid`)
  await enqueue(tx, 'releaseUnconfirmed', { id, reconfirmBy }, reconfirmBy)
}
