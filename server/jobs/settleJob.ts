import type { Context } from '../context.ts'
import { conflict } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { sql, type Sql } from '../reading/sql.ts'

type Taken = { task: string; message: string | null }

/** Has a job tried again at once, as often as a new one. Throws NOT_FOUND, or CONFLICT when it is being tried. */
export const restartJob = (context: Context, id: string): Promise<void> => settle(context, 'restart', id, sql`graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0)`)

/** Gives a job up: it is never tried again. The mail it would have sent says so, and may still be sent by hand. Errors: as above. */
export const giveUpJob = (context: Context, id: string): Promise<void> => settle(context, 'giveUp', id, sql`graphile_worker.complete_jobs(ARRAY[${id}::bigint])`)

async function settle({ db, viewer, now }: Context, action: 'restart' | 'giveUp', id: string, done: Sql): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await demand(tx, author, 'Job', action, id)
    const [found] = await tx.$queryRaw<Taken[]>(sql`SELECT t.identifier AS task, j.payload->>'id' AS message FROM ${done} j JOIN graphile_worker._private_tasks t ON t.id = j.task_id`)
    if (!found) throw conflict('Ce travail est justement en cours. Rechargez la page.')
    if (action === 'giveUp' && found.task === 'sendMessage')
      await tx.$executeRaw(sql`UPDATE "Message" SET "state" = 'FAILED', "error" = 'Envoi abandonné par un administrateur.' WHERE "id"::text = ${found.message} AND "state" = 'QUEUED'`)
    await record(tx, author, 'Job', action, { id, changes: { task: [found.task, found.task] } })
  })
}
