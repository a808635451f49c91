import type { Pool, PoolClient } from 'pg'
import { isThere, mayTryAgain } from '../errors.ts'
import type { Sql } from '../reading/sql.ts'
import { isFull, prepared } from '../reading/statement.ts'

/** What a transaction offers for fragments of SQL; Prisma's own transactions offer the same, and the tables beside. */
export type Writer = { $executeRaw(statement: Sql): Promise<number>; $queryRaw<T>(statement: Sql): Promise<T> }

const writer = (client: PoolClient): Writer => ({
  $executeRaw: async (statement) => (await client.query(prepared(client, statement))).rowCount ?? 0,
  $queryRaw: async <R>(statement: Sql) => (await client.query(prepared(client, statement))).rows as R,
})

const MOST_TRIES = 4

/**
 * Runs a transaction again when PostgreSQL gave it up for one that it crossed, and once when what it wrote is there already: what
 * was sent twice at once then finds itself, and any other what stands in its way. Nothing leaves a transaction, so that it may.
 */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1, found = false; ; tries++) {
    try {
      return await transaction()
    } catch (thrown) {
      const there = isThere(thrown)
      if (tries === MOST_TRIES || (there ? found : !mayTryAgain(thrown))) throw thrown
      found ||= there
    }
  }
}

/** For work that is one statement: PostgreSQL then makes the transaction. */
export const alone = <T>(pool: Pool, work: (db: Writer) => Promise<T>): Promise<T> => retried(() => onClient(pool, work))

async function onClient<T>(pool: Pool, work: (db: Writer) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(writer(client))
  } finally {
    client.release(isFull(client))
  }
}

/** One transaction of statements alone: a third of the cost of one through Prisma, for writes that need no model. */
export const transact = <T>(pool: Pool, work: (tx: Writer) => Promise<T>): Promise<T> => retried(() => transaction(pool, work))

async function transaction<T>(pool: Pool, work: (tx: Writer) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const done = await work(writer(client))
    await client.query('COMMIT')
    return done
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken ?? isFull(client))
  }
}
