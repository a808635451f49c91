import { Worker } from 'node:worker_threads'
import { alone, transact } from '../db/transact.ts'
import type { Helpers } from '../jobs/worker.ts'
import { sql } from '../reading/sql.ts'
import { keepResult } from './keepResult.ts'
import { readInput } from './readInput.ts'
import type { ThreadMessage } from './solveThread.ts'

const MAX_MEMORY_MB = 1_024
const MAX_SECONDS = 60

/** The job that makes a large proposal; nothing when another was asked for meanwhile. Done twice, it does once. */
export async function computeProposal({ id }: { id: string }, { pool, now, last }: Helpers): Promise<void> {
  const [asked] = await alone(pool, (db) => db.$queryRaw<{ campaignId: string; departmentCode: string | null }[]>(sql`
    SELECT "campaignId", "departmentCode" FROM "Proposal" WHERE "id" = ${id}::uuid AND "state" = 'COMPUTING'`))
  if (!asked) return
  const write = (set: ReturnType<typeof sql>) => alone(pool, (db) => db.$executeRaw(sql`UPDATE "Proposal" SET ${set} WHERE "id" = ${id}::uuid AND "state" = 'COMPUTING'`))
  try {
    const input = await alone(pool, (db) => readInput(db, { ...asked, now: now() }))
    const result = await solvedByThread(input, (percent) => void write(sql`"progress" = ${percent}`).catch(() => {}))
    if (result === null) await write(sql`"state" = 'FAILED', "failure" = 'Le calcul a pris plus d’une minute. Proposez département par département.'`)
    else await transact(pool, (tx) => keepResult(tx, id, result))
  } catch (thrown) {
    if (last) await write(sql`"state" = 'FAILED', "failure" = 'Le calcul n’a pas abouti. Demandez une nouvelle proposition.'`)
    throw thrown
  }
}

/** In a thread of its own, thousands of answers do not keep others waiting; null when it takes too long. */
async function solvedByThread(input: string, tell: (percent: number) => void): Promise<string | null> {
  const thread = new Worker(new URL('./solveThread.ts', import.meta.url), { workerData: input, resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
  let slow = false
  const limit = setTimeout(() => {
    slow = true
    void thread.terminate()
  }, MAX_SECONDS * 1_000)
  try {
    return await new Promise<string | null>((resolve, reject) => {
      thread.on('message', (message: ThreadMessage) => ('percent' in message ? tell(message.percent) : resolve(message.result)))
      thread.once('error', reject)
      thread.once('exit', () => (slow ? resolve(null) : reject(new Error('The thread of a proposal ended without an answer'))))
    })
  } finally {
    clearTimeout(limit)
    await thread.terminate()
  }
}
