import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import type { Task } from './tasks.ts'

const MAX_ATTEMPTS = 6
/** Each try waits e times longer, six hours at most: the eighth comes after an hour and a quarter, the last after a day. */
const MESSAGE_ATTEMPTS = 13

/** Adds a job, at once or from an instant on, in the transaction that causes it: both are written, or neither. */
export async function enqueue(tx: Writer, task: Task, payload: object, runAt: Date | null = null): Promise<void> {
  await tx.$executeRaw(sql`SELECT graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json, max_attempts => ${MAX_ATTEMPTS}::int, run_at => ${runAt}::timestamptz)`)
}

/** The name of a message's job: it has one at a time, whoever asks for it. */
export const messageKey = (id: string) => `message:${id}`

/** Adds the job of a message, at once or so many milliseconds from now by the database's clock, which is the one that wakes it. */
export async function enqueueMessage(tx: Writer, id: string, inMs = 0): Promise<void> {
  await tx.$executeRaw(sql`SELECT graphile_worker.add_job('sendMessage', payload => ${JSON.stringify({ id })}::json, max_attempts => ${MESSAGE_ATTEMPTS}::int,
    job_key => ${messageKey(id)}, run_at => now() + ${inMs}::int * interval '1 millisecond')`)
}
