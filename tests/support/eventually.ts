import type { Prisma } from '../../server/db/generated/client.ts'

/** What a job does later: asks again until the answer is there; fails with the last answer after ten seconds, unless told to be more patient. */
export async function eventually<T>(look: () => Promise<T>, isThere: (found: T) => boolean, patienceMs = 10_000): Promise<T> {
  for (const until = performance.now() + patienceMs; ; await new Promise((resume) => setTimeout(resume, 30))) {
    const found = await look()
    if (isThere(found)) return found
    if (performance.now() > until) throw new Error(`Still not there: ${JSON.stringify(found)}`)
  }
}

/** Waits until a connection of this database waits for a lock, asked for within the transaction that holds it. */
export const somebodyWaits = (tx: Pick<Prisma.TransactionClient, '$queryRaw'>) => eventually(
  () => tx.$queryRaw<object[]>`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`, (waiting) => waiting.length > 0)
