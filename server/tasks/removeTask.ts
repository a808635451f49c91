import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { hold, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

type Gone = { eventId: string; departmentCode: string; title: string }

/** Removes an open task added by hand, and answers its event; the journal keeps its title. Errors: see `hold`. */
export const removeTask = ({ pool, viewer, now }: Context, id: string): Promise<string> =>
  transact(pool, async (tx) => {
    const author = { nouns, viewer, now }
    const { eventId, departmentCode, title } = await hold<Gone>(tx, author, 'Task', 'remove', id, ({ at }) => sql`${at}."eventId", ${at}."departmentCode", ${at}."title"`)
    await tx.$executeRaw(sql`DELETE FROM "Task" WHERE "id" = ${id}::uuid`)
    await record(tx, author, 'Task', 'remove', { id, departmentCode, changes: { title: [title, null] } })
    return eventId
  })
