import { columnsOf, one, oneWhere } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './availability.lifecycle.ts'

export const availability: Noun = {
  resource: 'Availability',
  table: 'Availability',
  fields: {
    ...columnsOf('id', 'eventId', 'departmentCode', 'referentId', 'answer', 'source', 'askedAt', 'answeredAt'),
    event: one('Event', 'eventId'),
    referent: one('Referent', 'referentId'),
    assignment: oneWhere('Assignment', (here, there) => sql`${there}."eventId" = ${here}."eventId" AND ${there}."referentId" = ${here}."referentId"`),
    /** Whether the person is confirmed elsewhere at that time: where, and for whom, is not said. */
    taken: {
      sql: ({ at }) => sql`EXISTS (SELECT FROM "Assignment" a JOIN "Event" e ON e."id" = ${at}."eventId" WHERE a."referentId" = ${at}."referentId"
        AND a."eventId" <> ${at}."eventId" AND a."state" = 'CONFIRMED' AND tstzrange(a."startsAt", a."endsAt") && tstzrange(e."startsAt", e."endsAt"))`,
    },
    can: can(),
  },
  filters: { ids, eventId: is('eventId'), referentId: is('referentId'), answers: among('answer') },
  sorts: ['id', 'askedAt', 'answeredAt'],
  lifecycle,
  writes: ['answer', 'source'],
}
