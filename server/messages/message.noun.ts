import { column, columnsOf, locked, many, one } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './message.lifecycle.ts'

export const message: Noun = {
  resource: 'Message',
  table: 'Message',
  fields: {
    ...columnsOf('id', 'template', 'templateVersion', 'kind', 'departmentCode', 'referentId', 'accountId', 'address', 'subject', 'body', 'state', 'error', 'withinId', 'waitsUntil', 'createdAt', 'sentAt', 'bouncedAt', 'version'),
    link: locked('readLink', column('link')),
    referent: one('Referent', 'referentId'),
    account: one('Author', 'accountId'),
    madeFrom: one('MessageTemplate', 'templateId'),
    within: one('Message', 'withinId'),
    grouped: many('Message', 'withinId', ['createdAt']),
    can: can(),
  },
  filters: { ids, q: holds('address', 'subject'), states: among('state'), kinds: among('kind'), referentId: is('referentId') },
  sorts: ['id', 'createdAt', 'sentAt'],
  lifecycle,
  conditions: { regional: (at) => sql`${at}."departmentCode" IS NULL` },
}
