import { columnsOf, one, through } from '../reading/fields.ts'
import { can, type Step } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** How long whoever wrote a comment may correct it: later, others have read it. */
export const CORRECTION_MINUTES = 15

const lifecycle = {
  update: {
    unless: {
      TOO_LATE: {
        sentence: 'Un commentaire se corrige dans les quinze minutes. Écrivez-en un autre, ou supprimez celui-ci.',
        stands: ({ at, query }) => sql`${at}."createdAt" < ${new Date(query.now.getTime() - CORRECTION_MINUTES * 60_000)}`,
      },
    },
  },
  remove: {},
} satisfies Record<string, Step>

export const comment: Noun = {
  resource: 'Comment',
  table: 'Comment',
  fields: {
    ...columnsOf('id', 'eventId', 'departmentCode', 'authorId', 'text', 'createdAt', 'editedAt', 'version'),
    author: one('Author', 'authorId'),
    mentions: through('Author', 'CommentMention', 'commentId', 'accountId', ['name']),
    can: can(),
  },
  conditions: { kept: (at) => sql`${at}."removedAt" IS NULL` },
  lifecycle,
  writes: ['text'],
  discreet: ['text'],
}
