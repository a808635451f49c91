import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import { loadDemonstration } from '../../prisma/demonstration/load.ts'
import type { Db } from '../db/client.ts'
import { importTerritory } from '../territories/importTerritory.ts'

const territory = fileURLToPath(new URL('../../prisma/data', import.meta.url))
/** Any number that no other program of this database locks. */
const LOCK = 7_350_241_020

type Given = { db: Db; pool: Pool; now: Date; loadsDemonstration: boolean }
/** What the database holds once it is ready to be served. */
export type Prepared = { demonstration: boolean; accounts: boolean }

/** Gives an empty database its territory and, where wanted, its demonstration; replicas that start together do it once. */
export async function prepare({ db, pool, now, loadsDemonstration }: Given): Promise<Prepared> {
  const found = await held(pool)
  if (!found.territory || (loadsDemonstration && !found.accounts)) await locked(pool, async () => {
    if (!(await held(pool)).territory) await importTerritory({ db, folder: territory, now })
    if (loadsDemonstration) await loadDemonstration({ db, pool, now })
  })
  return held(pool)
}

async function held(pool: Pool): Promise<Prepared & { territory: boolean }> {
  const { rows: [row] } = await pool.query(`
    SELECT EXISTS (SELECT FROM "Perimeter") AS territory, EXISTS (SELECT FROM "Account") AS accounts,
           EXISTS (SELECT FROM "DemonstrationRow" WHERE "resource" = 'Account') AS demonstration`)
  return row
}

async function locked(pool: Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await work()
  } finally {
    // The lock goes with its session.
    client.release(true)
  }
}
