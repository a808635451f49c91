import { columnsOf, linked, one } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './assignment.lifecycle.ts'
import { silent } from './reconfirmation.ts'

export const assignment: Noun = {
  resource: 'Assignment',
  table: 'Assignment',
  fields: {
    ...columnsOf('id', 'eventId', 'departmentCode', 'referentId', 'state', 'startsAt', 'endsAt', 'createdAt', 'reconfirmedAt', 'version'),
    silent: { sql: silent },
    event: one('Event', 'eventId'),
    referent: one('Referent', 'referentId'),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Assignment' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(),
  },
  filters: { ids, eventId: is('eventId'), referentId: is('referentId'), states: among('state') },
  sorts: ['id', 'startsAt', 'createdAt'],
  lifecycle,
}
