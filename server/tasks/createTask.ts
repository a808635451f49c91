import type { Context } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { refuseStranger } from './refuseStranger.ts'
import type { TaskInput } from './task.resolver.ts'

/** Adds a task to an event in reach; when the id is already there, nothing. Throws NOT_FOUND outside the viewer's reach. */
export async function createTask({ db, viewer, now }: Context, { id, eventId, input: { title, dueOn, assigneeId = null } }: { id: string; eventId: string; input: TaskInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    if (await tx.task.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Task', 'read', id)
    const event = await tx.event.findUnique({ where: { id: eventId }, select: { departmentCode: true, state: true } })
    if (!event) throw notFound()
    await tx.task.create({ data: { id, eventId, departmentCode: event.departmentCode, title: title.trim(), dueOn: new Date(dueOn), assigneeId, createdAt: now } })
    await demand(tx, author, 'Task', 'create', id)
    if (event.state === 'CLOSED' || event.state === 'CANCELLED') throw conflict('L’opération est close ou annulée : on n’y ajoute plus de tâche.')
    await refuseStranger(tx, id)
    await record(tx, author, 'Task', 'create', { id, departmentCode: event.departmentCode, changes: { title: [null, title.trim()], dueOn: [null, dueOn] } })
  })
}
