import { column, columnsOf, linked, locked, many, one, through } from '../reading/fields.ts'
import { holds, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { reachable } from './reachable.ts'

export const referent: Noun = {
  resource: 'Referent',
  table: 'Referent',
  fields: {
    ...columnsOf('id', 'firstName', 'lastName', 'cityId', 'employer', 'languages', 'skills', 'maxDistanceKm', 'maxDays', 'comment', 'active', 'stoppedAt', 'bouncedAt', 'version'),
    email: locked('readContact', column('email')),
    phone: locked('readContact', column('phone')),
    city: one('City', 'cityId'),
    departments: through('Department', 'ReferentDepartment', 'referentId', 'departmentCode'),
    availabilities: many('Availability', 'referentId', ['askedAt']),
    assignments: many('Assignment', 'referentId', ['startsAt']),
    unavailabilities: many('Unavailability', 'referentId', ['startsOn']),
    messages: many('Message', 'referentId', ['createdAt']),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Referent' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(['update', 'readContact', 'updateOwn']),
  },
  filters: {
    ids,
    q: holds('lastName', 'firstName', 'employer'),
    departmentCodes: { of: ['departments'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "referentId" FROM "ReferentDepartment" WHERE "departmentCode" = ANY(${given}))` },
    cityId: is('cityId'),
    active: is('active'),
    reachable: { of: ['active', 'email', 'stoppedAt', 'bouncedAt'], test: ({ at }, given) => sql`(${reachable(at)}) = ${given}` },
    language: { of: ['languages'], test: ({ at }, given) => sql`${given} = ANY(${at}."languages")` },
    notAskedAbout: { of: ['availabilities'], test: ({ at }, given) => sql`NOT EXISTS (SELECT FROM "Availability" a WHERE a."referentId" = ${at}."id" AND a."eventId" = ${given})` },
  },
  sorts: ['id', 'lastName', 'firstName'],
  names: ['lastName', 'firstName'],
  writes: ['firstName', 'lastName', 'email', 'phone', 'cityId', 'employer', 'languages', 'skills', 'maxDistanceKm', 'maxDays', 'comment', 'active'],
  discreet: ['firstName', 'lastName', 'email', 'phone', 'cityId', 'employer', 'skills', 'comment'],
}
