import type { Pool } from 'pg'
import { connect, type Db } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { CannotStart } from './cannotStart.ts'
import { startPostgres } from './postgres.ts'
import { reachDatabase } from './reachDatabase.ts'

type Given = { databaseUrl?: string | undefined; refusals: (new (...given: never[]) => Error)[] }

/**
 * Runs a command on the database of the settings, or on the checkout's own, its migrations applied. What the command
 * refuses is written as it is, and ends the process with 1.
 */
export async function withDatabase({ databaseUrl, refusals }: Given, work: (database: { db: Db; pool: Pool; url: string }) => Promise<void>): Promise<void> {
  try {
    const postgres = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await startPostgres()
    try {
      await on(postgres.url, work)
    } finally {
      await postgres.stop()
    }
  } catch (error) {
    if (![CannotStart, ...refusals].some((refusal) => error instanceof refusal)) throw error
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

async function on(url: string, work: (database: { db: Db; pool: Pool; url: string }) => Promise<void>): Promise<void> {
  await reachDatabase(url)
  await migrate(url)
  const { db, pool } = connect(url, 2)
  try {
    await work({ db, pool, url })
  } finally {
    await db.$disconnect()
    await pool.end()
  }
}
