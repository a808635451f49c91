import { columnsOf, linked, many, one } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Field, Noun } from '../reading/noun.ts'
import { sql, TRUE, type Sql } from '../reading/sql.ts'
import { calendar } from './calendar/columns.ts'
import { lifecycle, made, TAKEABLE } from './import.lifecycle.ts'
import type { Shape } from './lines/sheet.ts'
import { referents } from './referents/columns.ts'
import { spelled } from './storedSheet.ts'

// Lines are in reach wherever their import is: what is counted of them tells nothing more.
const ofLines = (select: Sql, where: Sql): Field => ({ sql: ({ at }) => sql`(SELECT ${select} FROM "ImportLine" l WHERE l."importId" = ${at}."id" AND ${where})` })
const counted = (outcome: 'CREATED' | 'UPDATED') => ofLines(sql`count(*)::int`, sql`l."outcome" = ${outcome}::"LineOutcome"`)

/** What the files of a kind may give, as JSON written in our own code. */
const fieldsOf = ({ columns, required }: Shape) => sql`${JSON.stringify(Object.keys(columns).map((column) => ({ column: spelled(column), needed: required.includes(column) })))}::json`
const touched = (to: 'Event' | 'Referent', by: string) => linked(to, (here, there) => sql`${made[to].by(here, there)} AND ${made[to].touched(there)}`, [by])

export const importNoun: Noun = {
  resource: 'Import',
  table: 'Import',
  fields: {
    ...columnsOf('id', 'kind', 'campaignId', 'fileName', 'weeks', 'departmentCode', 'accountId', 'createdAt', 'appliedAt', 'undoneAt', 'headers', 'columns', 'remembered', 'remarks'),
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
    fields: { sql: ({ at }) => sql`CASE ${at}."kind" WHEN 'EVENTS' THEN ${fieldsOf(calendar)} ELSE ${fieldsOf(referents)} END` },
    touched: touched('Event', 'startsAt'),
    touchedReferents: touched('Referent', 'lastName'),
    can: can(),
  },
  filters: { ids, kinds: among('kind'), campaignId: is('campaignId') },
  sorts: ['id', 'createdAt'],
  lifecycle,
}

export const importLine: Noun = {
  resource: 'ImportLine',
  table: 'ImportLine',
  fields: {
    ...columnsOf('id', 'importId', 'line', 'verdict', 'summary', 'findings', 'departmentCode', 'eventId', 'referentId', 'cells', 'corrections', 'proposed', 'outcome'),
    startsAt: { sql: ({ at }) => sql`(${at}."event"->>'startsAt')::timestamptz` },
    import: one('Import', 'importId'),
    event: one('Event', 'eventId'),
    referent: one('Referent', 'referentId'),
  },
  filters: { ids, importId: is('importId'), verdicts: among('verdict') },
  sorts: ['id', 'line'],
}
