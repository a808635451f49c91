import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './generated/client.ts'
import { retried } from './transact.ts'

export type Db = PrismaClient

/**
 * One pool for the reader and for Prisma. Sessions are in UTC, so that instants are written with +00:00, and keep the plan
 * of a prepared statement: planning the statement of a record anew costs more than running it. PostgreSQL supposes turning
 * disks, where a page out of order costs four; here pages are in memory or on solid disks, and indexes serve small tables too.
 * Whoever waits for a row that another holds is told so in time, and no statement keeps a connection for good.
 */
export function connect(connectionString: string, max = 10): { pool: Pool; db: Db } {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: 5_000, options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c lock_timeout=10s -c statement_timeout=60s' })
  // An idle connection that dies with its server is replaced at the next call; unheard, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return { pool, db: tryingAgain(new PrismaClient({ adapter: new PrismaPg(pool) })) }
}

/** The same client, whose transactions run again when they may: no write has to think of it. */
function tryingAgain(db: Db): Db {
  const once = db.$transaction.bind(db) as (...given: unknown[]) => Promise<unknown>
  return Object.assign(db, { $transaction: (...given: unknown[]) => (typeof given[0] === 'function' ? retried(() => once(...given)) : once(...given)) })
}
