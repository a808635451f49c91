import { column, columnsOf, linked, locked, through } from '../reading/fields.ts'
import { among, holds, ids } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const agency: Noun = {
  resource: 'Agency',
  table: 'Agency',
  fields: {
    ...columnsOf('id', 'name', 'kind', 'version'),
    email: locked('readContact', column('email')),
    phone: locked('readContact', column('phone')),
    departments: through('Department', 'AgencyDepartment', 'agencyId', 'departmentCode'),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Agency' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(['update', 'readContact']),
  },
  filters: {
    ids,
    q: holds('name'),
    kinds: among('kind'),
    departmentCodes: { of: ['departments'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "agencyId" FROM "AgencyDepartment" WHERE "departmentCode" = ANY(${given}))` },
  },
  sorts: ['id', 'name', 'kind'],
  names: ['name'],
  writes: ['name', 'kind', 'email', 'phone'],
  discreet: ['email', 'phone'],
}
