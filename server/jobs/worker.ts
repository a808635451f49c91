import type { FastifyBaseLogger } from 'fastify'
import { Logger, run } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Settings } from '../context.ts'
import type { Db } from '../db/client.ts'
import type { Transport } from '../mail/transport.ts'
import { tasks } from './tasks.ts'

/** Mondays, at 6 or 7 in Paris; every day, at 8 or 9; and now and then. Of several processes one adds the job. */
const CRONTAB = '0 5 * * 1 weeklyDigest\n0 7 * * * remindReferents\n*/5 * * * * recoverMessages\n*/10 * * * * readBounces'

type Given = { pool: Pool; db: Db; now: () => Date; mail: Transport | null; settings: Settings; log: Pick<FastifyBaseLogger, 'error'> }
/** What a task may use; `last`: whether the job is not tried again when this fails. */
export type Helpers = Given & { last: boolean }

/** Thrown by a task that is to run again; what it says holds nothing about anybody, and administrators read it. */
export class TryAgain extends Error {}

/** Runs the jobs of the database in this process; several processes share them. `stop` lets those under way end. */
export async function startWorker(given: Given): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: given.pool,
    concurrency: 3,
    pollInterval: 2_000,
    noHandleSignals: true,
    crontab: CRONTAB,
    // Faults are told once, without the payload.
    logger: new Logger(() => (level, message) => void (level === 'error' && given.log.error(message))),
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) =>
      [name, (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => task(payload as never, { ...given, last: job.attempts >= job.max_attempts }).catch(discreetly(given.log))])),
  })
  return { stop: () => runner.stop() }
}

/** What a library says may repeat a mail or a row: the log has where it was said, the table of jobs, which administrators read, its kind. */
const discreetly = (log: Given['log']) => (thrown: unknown) => {
  if (thrown instanceof TryAgain) throw thrown
  const { name, code, stack } = thrown as { name?: string; code?: unknown; stack?: string }
  log.error({ name, code, frames: stack?.split('\n').filter((line) => /^\s+at /.test(line)) })
  throw new TryAgain(['The task failed', name, typeof code === 'string' ? code : null].filter(Boolean).join(': '))
}
