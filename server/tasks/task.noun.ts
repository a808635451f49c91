import { urgencyOf } from '../events/event.readiness.ts'
import { columnsOf, linked, one } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import { can, type Step } from '../reading/lifecycle.ts'
import { exists, type Noun, type Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

const over = (row: Row) => exists(row, 'event', ({ at }) => sql`${at}."state" IN ('CLOSED', 'CANCELLED')`)
const going = { EVENT_OVER: { sentence: 'L’opération est close ou annulée : ses tâches ne changent plus.', stands: over } }
const open = { ...going, DONE: { sentence: 'Cette tâche est faite : rouvrez-la d’abord.', stands: ({ at }: Row) => sql`${at}."doneAt" IS NOT NULL` } }
const byHand = { ...open, FROM_CHECKLIST: { sentence: 'Cette tâche vient de la liste de la campagne : son intitulé et son échéance s’y décident.', stands: ({ at }: Row) => sql`${at}."lineId" IS NOT NULL` } }

/** What may be done to a task, and what stands in its way. */
const lifecycle = {
  update: { unless: byHand },
  assign: { unless: open },
  complete: { unless: open },
  reopen: { unless: { ...going, NOT_DONE: { sentence: 'Cette tâche n’est pas faite.', stands: ({ at }: Row) => sql`${at}."doneAt" IS NULL` } } },
  remove: { unless: byHand },
} satisfies Record<string, Step>

export const task: Noun = {
  resource: 'Task',
  table: 'Task',
  fields: {
    ...columnsOf('id', 'eventId', 'departmentCode', 'lineId', 'title', 'daysBefore', 'dueOn', 'assigneeId', 'doneAt', 'version'),
    urgency: { sql: (row) => sql`(CASE WHEN ${row.at}."doneAt" IS NULL AND NOT ${over(row)} THEN ${urgencyOf(row, sql`${row.at}."dueOn"`)} END)` },
    event: one('Event', 'eventId'),
    assignee: one('Author', 'assigneeId'),
    doneBy: one('Author', 'doneById'),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Task' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(),
  },
  filters: {
    ids,
    q: holds('title'),
    eventId: is('eventId'),
    departmentCodes: among('departmentCode'),
    assigneeId: is('assigneeId'),
    notAssigneeId: { of: ['assigneeId'], test: ({ at }, given) => sql`${at}."assigneeId" IS DISTINCT FROM ${given}::uuid` },
    urgencies: among('urgency'),
    done: { of: ['doneAt'], test: ({ at }, given) => sql`(${at}."doneAt" IS NOT NULL) = ${given}` },
    assigned: { of: ['assigneeId'], test: ({ at }, given) => sql`(${at}."assigneeId" IS NOT NULL) = ${given}` },
  },
  sorts: ['id', 'dueOn', 'title'],
  names: ['title'],
  lifecycle,
  writes: ['title', 'dueOn', 'assigneeId', 'doneAt'],
  discreet: ['assigneeId'],
}
