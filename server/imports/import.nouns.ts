import { columnsOf, linked, many, one } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Field, Noun } from '../reading/noun.ts'
import { sql, TRUE, type Sql } from '../reading/sql.ts'
import { lifecycle, madeBy, TAKEABLE, touched } from './import.lifecycle.ts'

// Lines are in reach wherever their import is: what is counted of them tells nothing more.
const ofLines = (select: Sql, where: Sql): Field => ({ sql: ({ at }) => sql`(SELECT ${select} FROM "ImportLine" l WHERE l."importId" = ${at}."id" AND ${where})` })
const counted = (outcome: 'CREATED' | 'UPDATED') => ofLines(sql`count(*)::int`, sql`l."outcome" = ${outcome}::"LineOutcome"`)

export const importNoun: Noun = {
  resource: 'Import',
  table: 'Import',
  fields: {
    ...columnsOf('id', 'campaignId', 'fileName', 'weeks', 'departmentCode', 'accountId', 'createdAt', 'appliedAt', 'undoneAt', 'headers', 'columns', 'remembered', 'remarks'),
    campaign: one('Campaign', 'campaignId'),
    author: one('Author', 'accountId'),
    lines: many('ImportLine', 'importId', ['line']),
    counts: {
      sql: ({ at }) => sql`(SELECT coalesce(json_agg(json_build_object('verdict', c."verdict", 'count', c."count") ORDER BY c."verdict"), '[]')
        FROM (SELECT l."verdict", count(*)::int AS "count" FROM "ImportLine" l WHERE l."importId" = ${at}."id" GROUP BY 1) c)`,
    },
    takeable: ofLines(sql`coalesce(json_agg(json_build_object('line', l."line", 'proposed', l."proposed") ORDER BY l."line"), '[]')`, sql`l."outcome" IS NULL AND l."verdict" = ANY(${TAKEABLE}::"LineVerdict"[])`),
    firstAt: ofLines(sql`min((l."event"->>'startsAt')::timestamptz)`, TRUE),
    created: counted('CREATED'),
    updated: counted('UPDATED'),
    touched: linked('Event', (here, there) => sql`${madeBy(here, there)} AND ${touched(there)}`, ['startsAt']),
    can: can(),
  },
  filters: { ids, campaignId: is('campaignId') },
  sorts: ['id', 'createdAt'],
  lifecycle,
}

export const importLine: Noun = {
  resource: 'ImportLine',
  table: 'ImportLine',
  fields: {
    ...columnsOf('id', 'importId', 'line', 'verdict', 'summary', 'findings', 'departmentCode', 'eventId', 'cells', 'corrections', 'proposed', 'outcome'),
    startsAt: { sql: ({ at }) => sql`(${at}."event"->>'startsAt')::timestamptz` },
    import: one('Import', 'importId'),
    event: one('Event', 'eventId'),
  },
  filters: { ids, importId: is('importId'), verdicts: among('verdict') },
  sorts: ['id', 'line'],
}
