import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

const CLOSED = {
  sentence: 'On ne répond plus pour cette date : elle est passée, reportée ou annulée.',
  stands: (row: Row) => sql`NOT ${exists(row, 'event', ({ at, query }) => sql`${at}."state" = 'PUBLISHED' AND ${at}."startsAt" > ${query.now}`)}`,
}

const ERASED = {
  sentence: 'Cette personne a été effacée : il n’en reste que des nombres.', stands: (row: Row) => exists(row, 'referent', ({ at }) => sql`${at}."erasedAt" IS NOT NULL`),
}

/** An availability has no states: an answer may change until the event starts. */
export const lifecycle = {
  answer: { unless: { CLOSED } },
  record: { unless: { CLOSED, ERASED } },
} satisfies Record<string, Step>
