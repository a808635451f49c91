import { column, columnsOf, linked, locked, many, one } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const venue: Noun = {
  resource: 'Venue',
  table: 'Venue',
  fields: {
    ...columnsOf('id', 'departmentCode', 'cityId', 'name', 'address', 'postalCode', 'latitude', 'longitude', 'approximate', 'access', 'transport', 'neighbourhoodId', 'version'),
    contactName: locked('readContact', column('contactName')),
    contactEmail: locked('readContact', column('contactEmail')),
    contactPhone: locked('readContact', column('contactPhone')),
    neighbourhood: one('Neighbourhood', 'neighbourhoodId'),
    events: many('Event', 'venueId', ['startsAt']),
    city: one('City', 'cityId'),
    department: one('Department', 'departmentCode'),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Venue' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(['update', 'readContact']),
  },
  filters: { ids, q: holds('name', 'address'), cityId: is('cityId'), departmentCodes: among('departmentCode') },
  sorts: ['id', 'name'],
  names: ['name'],
  writes: ['name', 'address', 'postalCode', 'latitude', 'longitude', 'approximate', 'access', 'transport', 'contactName', 'contactEmail', 'contactPhone'],
  discreet: ['contactName', 'contactEmail', 'contactPhone'],
}
