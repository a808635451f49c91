import { columnsOf, one } from '../reading/fields.ts'
import { among, ids } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'

/** A job that failed, for good or for now: a view over the worker's own tables. */
export const job: Noun = {
  resource: 'Job',
  table: 'Job',
  fields: { ...columnsOf('id', 'task', 'state', 'attempts', 'maxAttempts', 'error', 'messageId', 'createdAt', 'failedAt', 'nextAt'), message: one('Message', 'messageId'), can: can(['restart', 'giveUp']) },
  filters: { ids, states: among('state') },
  sorts: ['id', 'failedAt', 'createdAt'],
}
