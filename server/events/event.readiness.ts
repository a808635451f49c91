import { exists, type Field, type Row } from '../reading/noun.ts'
import { join, name, sql, word, type Sql } from '../reading/sql.ts'

/** What is due before an event: until how many days before its day, as a column of the campaign or fixed; and whether it is still undone. */
type Obligation = { daysBefore: string | number; sentence: string; undone: (row: Row) => Sql }

const inState = ({ at }: Row, ...states: string[]) => sql`${at}."state" IN (${join(states.map(word))})`

/** In the order of their dates. Source: DESIGN, countdown; the campaign says until when. HELD: the day after. */
export const obligations = {
  VENUE: {
    daysBefore: 'venueDays', sentence: 'Choisissez le lieu, avec sa position.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND NOT ${exists(row, 'venue', ({ at }) => sql`${at}."latitude" IS NOT NULL AND ${at}."longitude" IS NOT NULL`)}`,
  },
  SUBMISSION: { daysBefore: 'submissionDays', sentence: 'Complétez l’opération, puis soumettez-la.', undone: (row) => inState(row, 'DRAFT') },
  PUBLICATION: { daysBefore: 'publicationDays', sentence: 'Publiez l’opération.', undone: (row) => inState(row, 'DRAFT', 'SUBMITTED') },
  NEW_DATE: { daysBefore: 'publicationDays', sentence: 'Fixez la nouvelle date, puis publiez-la.', undone: (row) => inState(row, 'POSTPONED') },
  REFERENTS: {
    daysBefore: 'referentsDays', sentence: 'Confirmez tous les référents nécessaires.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED')} AND (${row.at}."referentsConfirmed" < ${row.at}."referentsNeeded" OR ${row.at}."referentsNeeded" = 0)`,
  },
  HELD: { daysBefore: -1, sentence: 'Déclarez l’opération tenue, ou annulez-la.', undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND ${row.at}."startsAt" <= ${row.query.now}` },
} satisfies Record<string, Obligation>

/** Something due within so many days is to be watched. */
const SOON_DAYS = 7

/** The calendar day in Paris: neither the hour nor a change of clocks makes something late. As a subselect, it is computed once and not for each row. */
const today = ({ query }: Row) => sql`(SELECT paris_day(${query.now}::timestamptz))`
const entries = Object.entries(obligations) as [string, Obligation][]
const days = (of: string | number) => (typeof of === 'number' ? sql`${of}::int` : sql`c.${name(of)}`)
const some = (row: Row, grace: number) => join(entries.map(([, { daysBefore, undone }]) => sql`(d.left < ${days(daysBefore)} + ${grace}::int AND (${undone(row)}))`), ' OR ', '(', ')')
/** The campaign, and how many days are left until the event's. */
const beside = (row: Row) => sql`FROM "Campaign" c, (SELECT paris_day(${row.at}."startsAt") - ${today(row)} AS left) d WHERE c."id" = ${row.at}."campaignId"`

/** Red from the day after a due day on, amber in the week before. */
export const urgencyOf = (row: Row, dueOn: Sql) => sql`(CASE WHEN ${dueOn} < ${today(row)} THEN 'RED' WHEN ${dueOn} <= ${today(row)} + ${SOON_DAYS}::int THEN 'AMBER' ELSE 'GREEN' END)::"Readiness"`

/** Red, amber or green: the most urgent of what is undone, tasks included; null when nothing is expected any more. */
export const readiness: Field = {
  sql: (row) => sql`(CASE WHEN ${inState(row, 'CANCELLED', 'CLOSED')} THEN NULL ELSE (SELECT CASE
      WHEN ${row.at}."nextTaskOn" < ${today(row)} OR ${some(row, 0)} THEN 'RED'
      WHEN ${row.at}."nextTaskOn" <= ${today(row)} + ${SOON_DAYS}::int OR ${some(row, SOON_DAYS + 1)} THEN 'AMBER' ELSE 'GREEN' END ${beside(row)}) END)::"Readiness"`,
}

/** What is undone, by date: what follows from facts first, then the open tasks. */
export const undone: Field = {
  sql: (row) => sql`(CASE WHEN ${inState(row, 'CANCELLED', 'CLOSED')} THEN '[]'::json ELSE (SELECT coalesce(json_agg(json_build_object('code', u.code, 'sentence', u.sentence, 'dueOn', u.due, 'urgency', ${urgencyOf(row, sql`u.due`)}, 'taskId', u.task)
      ORDER BY u.due, u.n, u.task), '[]') FROM (
    SELECT v.n, v.code, v.sentence, paris_day(${row.at}."startsAt") - v.days AS due, NULL::uuid AS task FROM "Campaign" c CROSS JOIN LATERAL (VALUES ${join(entries.map(([code, { daysBefore, sentence, undone }], n) =>
      sql`(${n}::int, ${word(code)}, ${sentence}::text, ${days(daysBefore)}, (${undone(row)}) IS TRUE)`))}) v(n, code, sentence, days, undone) WHERE c."id" = ${row.at}."campaignId" AND v.undone
    UNION ALL SELECT ${entries.length}::int, 'TASK', k."title", k."dueOn", k."id" FROM "Task" k WHERE k."eventId" = ${row.at}."id" AND k."doneAt" IS NULL) u) END)`,
}

/** Whether one of these obligations is past its due day. */
export const late = (row: Row, codes: readonly string[]) => sql`(${row.at}."state" NOT IN ('CANCELLED', 'CLOSED') AND EXISTS (SELECT ${beside(row)} AND ${
  join(entries.filter(([code]) => codes.includes(code)).map(([, { daysBefore, undone }]) => sql`(d.left < ${days(daysBefore)} AND (${undone(row)}))`), ' OR ', '(', ')')}))`
