import { allowed } from '../reading/lifecycle.ts'
import type { Filter, Row } from '../reading/noun.ts'
import { either, sql, TRUE, type Sql } from '../reading/sql.ts'
import { lifecycle } from './event.lifecycle.ts'

/** Monday at midnight in Paris, so many weeks after this one’s: days are added to the calendar, not hours to an instant. */
const monday = ({ query }: Row, weeks: number) =>
  sql`((date_trunc('week', ${query.now}::timestamptz AT TIME ZONE 'Europe/Paris') + make_interval(weeks => ${weeks}::int)) AT TIME ZONE 'Europe/Paris')`

const lists: Record<'TO_PREPARE' | 'TO_PUBLISH' | 'THIS_WEEK' | 'TO_CLOSE', (row: Row) => Sql> = {
  TO_PREPARE: ({ at, query }) => sql`(${at}."state" = 'POSTPONED' OR (${at}."state" IN ('DRAFT', 'SUBMITTED') AND ${at}."startsAt" > ${query.now}))`,
  TO_PUBLISH: (row) => either([sql`${row.at}."state" = 'SUBMITTED'`, allowed(row, 'publish', lifecycle.publish)]),
  THIS_WEEK: (row) => sql`(${row.at}."startsAt" < ${monday(row, 1)} AND ${row.at}."endsAt" > ${monday(row, 0)} AND ${row.at}."state" NOT IN ('POSTPONED', 'CANCELLED'))`,
  TO_CLOSE: ({ at, query }) => sql`(${at}."state" = 'HELD' OR (${at}."state" = 'PUBLISHED' AND ${at}."endsAt" <= ${query.now}))`,
}

export const worklist: Filter = { of: ['state', 'startsAt', 'endsAt'], test: (row, given) => lists[given as keyof typeof lists](row) }
export const counts = { toPrepare: lists.TO_PREPARE, toPublish: lists.TO_PUBLISH, thisWeek: lists.THIS_WEEK, toClose: lists.TO_CLOSE, all: () => TRUE }
