import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { refuseStranger } from './refuseStranger.ts'
import type { TaskInput } from './task.resolver.ts'

/** Changes a task added by hand. Errors: see `change`; BAD_USER_INPUT when it is given to a stranger to the department. */
export const updateTask = ({ pool, viewer, now }: Context, { id, version, input: { title, dueOn, assigneeId } }: { id: string; version: number; input: TaskInput }): Promise<void> =>
  transact(pool, async (tx) => {
    await change(tx, { nouns, viewer, now }, 'Task', 'update', { id, version, set: { title: title.trim(), dueOn, assigneeId } })
    await refuseStranger(tx, id)
  })

/** Gives a task to somebody, or to nobody. Errors: as above. */
export const assignTask = ({ pool, viewer, now }: Context, id: string, assigneeId: string | null): Promise<void> =>
  transact(pool, async (tx) => {
    await change(tx, { nouns, viewer, now }, 'Task', 'assign', { id, set: { assigneeId } })
    await refuseStranger(tx, id)
  })

/** Says that a task is done, and by whom. Errors: see `change`. */
export const completeTask = ({ pool, viewer, now }: Context, id: string): Promise<boolean> =>
  transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'Task', 'complete', { id, set: { doneAt: now }, stamp: { doneById: viewer.account ?? null } }))

/** Opens a task again. The event may have moved meanwhile: its date follows. Errors: see `change`. */
export const reopenTask = ({ pool, viewer, now }: Context, id: string): Promise<void> =>
  transact(pool, async (tx) => {
    await change(tx, { nouns, viewer, now }, 'Task', 'reopen', { id, set: { doneAt: null }, stamp: { doneById: null } })
    await tx.$executeRaw(sql`UPDATE "Task" t SET "dueOn" = paris_day(e."startsAt") - t."daysBefore" FROM "Event" e WHERE t."id" = ${id}::uuid AND e."id" = t."eventId" AND t."daysBefore" IS NOT NULL`)
  })
