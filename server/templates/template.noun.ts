import { columnsOf, one } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** One version of a text of mails to referents, of a department or of the region. */
export const messageTemplate: Noun = {
  resource: 'MessageTemplate',
  table: 'MessageTemplate',
  fields: {
    ...columnsOf('id', 'kind', 'departmentCode', 'version', 'subject', 'body', 'authorId', 'createdAt'),
    current: {
      sql: ({ at }) => sql`NOT EXISTS (SELECT FROM "MessageTemplate" later WHERE later."kind" = ${at}."kind" AND coalesce(later."departmentCode", '') = coalesce(${at}."departmentCode", '') AND later."version" > ${at}."version")`,
    },
    author: one('Author', 'authorId'),
    can: can(['create']),
  },
  filters: { ids, kinds: among('kind'), current: is('current') },
  sorts: ['id', 'createdAt', 'version'],
  conditions: { regional: (at) => sql`${at}."departmentCode" IS NULL` },
}
