import { enqueueMessage } from '../jobs/enqueue.ts'
import type { Helpers } from '../jobs/worker.ts'
import { sql } from '../reading/sql.ts'
import { giveUpSending } from './sendMessage.ts'

/** A worker holds the job of a message for less than this, or it is gone. */
const HELD_MINUTES = 10

/**
 * The job that finds again what a server that died left behind: what it was sending becomes uncertain, what it had taken and not
 * begun is free again, and what waits without a job that may still run has another.
 */
export async function recoverMessages(_: unknown, { db, now }: Helpers): Promise<void> {
  await giveUpSending(db, now())
  await db.$executeRaw(sql`SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT j.locked_by)) FROM graphile_worker.jobs j
    WHERE j.key LIKE 'message:%' AND j.locked_at < now() - ${HELD_MINUTES}::int * interval '1 minute' HAVING count(*) > 0`)
  await db.$transaction(async (tx) => {
    const left = await tx.$queryRaw<{ id: string }[]>(sql`SELECT m."id" FROM "Message" m WHERE m."state" = 'QUEUED'
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'message:' || m."id" AND j.attempts < j.max_attempts) FOR UPDATE SKIP LOCKED`)
    for (const { id } of left) await enqueueMessage(tx, id)
  })
}
