import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll } from 'vitest'
import { connect } from '../../server/db/client.ts'

/** A migrated database of this file's own, which holds nothing; dropped after its tests. */
export async function ownDatabase(connections = 4) {
  const base = new URL(process.env.TEST_DATABASE_URL!)
  const own = new URL(base)
  own.pathname = `/own_${randomBytes(6).toString('hex')}`
  const asAdmin = async (statement: string) => {
    const client = new Client({ connectionString: Object.assign(new URL(base), { pathname: '/postgres' }).href })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asAdmin(`CREATE DATABASE "${own.pathname.slice(1)}" TEMPLATE "${base.pathname.slice(1)}"`)
  const { pool, db } = connect(own.href, connections)
  afterAll(async () => {
    await db.$disconnect()
    await pool.end()
    await asAdmin(`DROP DATABASE "${own.pathname.slice(1)}" WITH (FORCE)`)
  })
  return { pool, db, url: own.href }
}
