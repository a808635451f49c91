import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import type { Task } from './tasks.ts'

const MAX_ATTEMPTS = 6

/** Adds a job, at once or from an instant on, in the transaction that causes it: both are written, or neither. */
export async function enqueue(tx: Writer, task: Task, payload: object, runAt: Date | null = null): Promise<void> {
  await tx.$executeRaw(sql`SELECT graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json, max_attempts => ${MAX_ATTEMPTS}::int, run_at => ${runAt}::timestamptz)`)
}
