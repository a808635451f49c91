import { columnsOf, one } from '../reading/fields.ts'
import type { Noun } from '../reading/noun.ts'

export const auditEntry: Noun = {
  resource: 'AuditEntry',
  table: 'AuditEntry',
  fields: {
    ...columnsOf('id', 'at', 'resource', 'recordId', 'action', 'changes', 'reason', 'departmentCode', 'accountId', 'referentId'),
    author: one('Author', 'accountId'),
    referent: one('Referent', 'referentId'),
  },
}

/** An account as the journal names it: its name alone. */
export const author: Noun = { resource: 'Author', table: 'Account', fields: columnsOf('id', 'name') }
