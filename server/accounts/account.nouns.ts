import { columnsOf, many, one } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const account: Noun = {
  resource: 'Account',
  table: 'Account',
  fields: {
    ...columnsOf('id', 'email', 'name', 'disabledAt', 'createdAt', 'version'),
    hasPassword: { sql: ({ at }) => sql`${at}."passwordHash" IS NOT NULL` },
    memberships: many('Membership', 'accountId', ['role']),
    can: can(['disable']),
  },
  filters: { ids, q: holds('name', 'email') },
  sorts: ['id', 'name', 'email', 'createdAt'],
  names: ['name'],
}

export const membership: Noun = {
  resource: 'Membership',
  table: 'Membership',
  fields: {
    ...columnsOf('id', 'accountId', 'role', 'departmentCode', 'agencyId'),
    account: one('Account', 'accountId'),
    department: one('Department', 'departmentCode'),
    agency: one('Agency', 'agencyId'),
    can: can(['remove']),
  },
  filters: { ids, accountId: is('accountId'), roles: among('role') },
  sorts: ['id'],
}
