import { column, columnsOf, locked, one } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import type { Noun } from '../reading/noun.ts'

export const message: Noun = {
  resource: 'Message',
  table: 'Message',
  fields: {
    ...columnsOf('id', 'template', 'departmentCode', 'referentId', 'accountId', 'address', 'subject', 'body', 'state', 'error', 'createdAt', 'sentAt'),
    link: locked('readLink', column('link')),
    referent: one('Referent', 'referentId'),
    account: one('Author', 'accountId'),
  },
  filters: { ids, q: holds('address', 'subject'), states: among('state'), referentId: is('referentId') },
  sorts: ['id', 'createdAt', 'sentAt'],
}
