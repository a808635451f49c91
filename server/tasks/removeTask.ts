import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/** Removes an open task added by hand, and answers its event; the journal keeps its title. Errors: see `change`. */
export const removeTask = ({ pool, viewer, now }: Context, id: string): Promise<string> =>
  transact(pool, async (tx) => {
    const author = { nouns, viewer, now }
    // Changing nothing checks and locks all the same.
    await change(tx, author, 'Task', 'remove', { id, set: {} })
    const [gone] = await tx.$queryRaw<{ eventId: string; departmentCode: string; title: string }[]>(sql`DELETE FROM "Task" WHERE "id" = ${id}::uuid RETURNING "eventId", "departmentCode", "title"`)
    await record(tx, author, 'Task', 'remove', { id, departmentCode: gone!.departmentCode, changes: { title: [gone!.title, null] } })
    return gone!.eventId
  })
