import { columnsOf, one, oneWhere } from '../reading/fields.ts'
import { among, ids, within } from '../reading/filters.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const auditEntry: Noun = {
  resource: 'AuditEntry',
  table: 'AuditEntry',
  fields: {
    ...columnsOf('id', 'at', 'resource', 'recordId', 'action', 'changes', 'reason', 'departmentCode', 'accountId', 'referentId'),
    author: one('Author', 'accountId'),
    referent: one('Referent', 'referentId'),
    event: oneWhere('Event', (here, there) => sql`${there}."id" = CASE WHEN ${here}."resource" = 'Event' THEN ${here}."recordId"::uuid END`),
  },
  filters: {
    ids,
    resources: among('resource'),
    at: within('at'),
    notBy: { of: ['accountId'], test: ({ at }, given) => sql`${at}."accountId" IS DISTINCT FROM ${given}::uuid` },
  },
  sorts: ['id', 'at'],
}

/** An account as the journal names it: its name alone. */
export const author: Noun = { resource: 'Author', table: 'Account', fields: columnsOf('id', 'name') }
