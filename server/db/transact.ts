import type { Pool } from 'pg'
import type { Sql } from '../reading/sql.ts'

/** What a transaction offers for fragments of SQL; Prisma's own transactions offer the same, and the tables beside. */
export type Writer = { $executeRaw(statement: Sql): Promise<number>; $queryRaw<T>(statement: Sql): Promise<T> }

/** One transaction of statements alone: a third of the cost of one through Prisma, for writes that need no model. */
export async function transact<T>(pool: Pool, work: (tx: Writer) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const done = await work({
      $executeRaw: async ({ text, values }) => (await client.query(text, values)).rowCount ?? 0,
      $queryRaw: async <R>({ text, values }: Sql) => (await client.query(text, values)).rows as R,
    })
    await client.query('COMMIT')
    return done
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}
