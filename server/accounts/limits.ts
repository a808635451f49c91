import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { tooMany } from '../errors.ts'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/** What is counted, how often it may happen, and in how many seconds. Source: OWASP ASVS 5, 6.3.1. */
const limits = {
  'wrong password': { points: 5, duration: QUARTER },
  'wrong passwords from one address': { points: 30, duration: QUARTER },
  'password links': { points: 3, duration: HOUR },
  'password links from one address': { points: 20, duration: HOUR },
  'unknown links from one address': { points: 60, duration: QUARTER },
} as const
export type Limit = keyof typeof limits

const made = new WeakMap<Pool, Record<Limit, RateLimiterPostgres>>()

function limiter(pool: Pool, limit: Limit): RateLimiterPostgres {
  if (!made.has(pool))
    made.set(pool, Object.fromEntries(Object.entries(limits).map(([name, { points, duration }]) =>
      [name, new RateLimiterPostgres({ storeClient: pool, tableName: 'RateLimit', tableCreated: true, keyPrefix: name, points, duration })])) as Record<Limit, RateLimiterPostgres>)
  return made.get(pool)![limit]
}

/** Throws TOO_MANY_REQUESTS when nothing is left; counts nothing. */
async function demandLeft(pool: Pool, limit: Limit, key: string): Promise<void> {
  const found = await limiter(pool, limit).get(key)
  if (found && found.consumedPoints >= limits[limit].points && found.msBeforeNext > 0) throw tooMany(Math.ceil(found.msBeforeNext / 1000))
}

/** Counts one; answers whether it was still allowed. */
export async function spend(pool: Pool, limit: Limit, key: string): Promise<boolean> {
  try {
    await limiter(pool, limit).consume(key)
    return true
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return false
    throw thrown
  }
}

/** Counts one; throws TOO_MANY_REQUESTS beyond. */
export async function spendOrRefuse(pool: Pool, limit: Limit, key: string): Promise<void> {
  if (!(await spend(pool, limit, key))) await demandLeft(pool, limit, key)
}

/** Takes back what a try counted, for it was none. */
export const giveBack = (pool: Pool, limit: Limit, key: string) => limiter(pool, limit).reward(key, 1)
export const forget = (pool: Pool, limit: Limit, key: string) => limiter(pool, limit).delete(key)
