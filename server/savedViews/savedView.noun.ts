import { columnsOf, one } from '../reading/fields.ts'
import { ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** A way to look at events that somebody keeps: for himself, or for the colleagues of his scope. */
export const savedView: Noun = {
  resource: 'SavedView',
  table: 'SavedView',
  fields: {
    ...columnsOf('id', 'accountId', 'departmentCode', 'name', 'search', 'hiddenColumns', 'shared', 'version'),
    author: one('Author', 'accountId'),
    can: can(['update', 'share', 'remove']),
  },
  filters: { ids, shared: is('shared') },
  sorts: ['id', 'name'],
  names: ['name'],
  conditions: {
    shared: (at) => sql`${at}."shared"`,
    regional: (at) => sql`${at}."shared" AND ${at}."departmentCode" IS NULL`,
  },
  writes: ['name', 'search', 'hiddenColumns', 'shared'],
  // What is searched for may be somebody's name.
  discreet: ['name', 'search', 'hiddenColumns'],
}
