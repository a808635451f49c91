import type { Pool, PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'
import { begin } from '../reading/noun.ts'
import { wholeList } from '../reading/reader.ts'
import type { Sql } from '../reading/sql.ts'
import type { Export } from './exportOf.ts'

const BATCH = 200

/** Rows of one instant, read little by little; `close` gives the connection back, and may be called at any time. */
export type WholeRows = { count: number; batches(): AsyncGenerator<object[]>; close(): Promise<void> }

/**
 * Opens all rows that a list holds at this instant, and writes in the journal who takes them, how many and by which filter. The
 * cursor outlives its transaction: however slowly the rows are taken, no snapshot is held and no lock.
 */
export async function openWholeRows(pool: Pool, { viewer, now }: Context, { resource, args, columns, asked }: Export, format: string): Promise<WholeRows> {
  const { rows, count } = wholeList(begin(nouns, viewer, now), resource, args, asked)
  const client = await pool.connect()
  const run = async <R>({ text, values }: Pick<Sql, 'text' | 'values'>): Promise<R[]> => (await client.query(text, values as unknown[])).rows as R[]
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const [counted] = await run<{ count: number }>(count)
    await run({ text: `DECLARE whole NO SCROLL CURSOR WITH HOLD FOR ${rows.text}`, values: rows.values })
    const changes = Object.fromEntries(Object.entries({ rows: counted!.count, filter: args.filter, sort: args.sort, order: args.order, columns: columns.map(({ path }) => path.join('.')), format })
      .filter(([, said]) => said !== undefined).map(([name, said]) => [name, [null, said]]))
    const writer = { $executeRaw: async (statement: Sql) => (await run(statement)).length, $queryRaw: async <R>(statement: Sql) => (await run(statement)) as R }
    await record(writer, { nouns, viewer, now }, resource, 'export', { id: v7(), departmentCode: viewer.department?.length === 1 ? viewer.department[0]! : null, changes })
    await client.query('COMMIT')
    return taken(client, counted!.count)
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => {})
    client.release(true)
    throw thrown
  }
}

function taken(client: PoolClient, count: number): WholeRows {
  let closed = false
  return {
    count,
    async *batches() {
      while (!closed) {
        const { rows } = await client.query<{ row: object }>(`FETCH ${BATCH} FROM whole`)
        if (rows.length === 0) return
        yield rows.map(({ row }) => row)
      }
    },
    async close() {
      if (closed) return
      closed = true
      // After what is under way; a connection that cannot close its cursor is of no more use.
      await client.query('CLOSE whole').then(() => client.release(), () => client.release(true))
    },
  }
}
