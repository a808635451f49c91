import { anySilent } from '../assignments/reconfirmation.ts'
import { exists, type Field, type Row } from '../reading/noun.ts'
import { either, join, name, sql, word, type Sql } from '../reading/sql.ts'

/** What is due before an event: until which day, what to do, and whether it is still undone. */
type Obligation = { dueOn: (row: Row) => Sql; sentence: string; undone: (row: Row) => Sql }

const inState = ({ at }: Row, ...states: string[]) => sql`${at}."state" IN (${join(states.map(word))})`

/** Kept on the event's row by the delays of its campaign. */
const kept = (column: string) => ({ at }: Row) => sql`${at}.${name(column)}`

/** In the order of their dates. Source: DESIGN, countdown; the campaign says until when. HELD: the day after. */
export const obligations = {
  VENUE: {
    dueOn: kept('venueDueOn'), sentence: 'Choisissez le lieu, avec sa position.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND NOT ${exists(row, 'venue', ({ at }) => sql`${at}."latitude" IS NOT NULL AND ${at}."longitude" IS NOT NULL`)}`,
  },
  SUBMISSION: { dueOn: kept('submissionDueOn'), sentence: 'Complétez l’opération, puis soumettez-la.', undone: (row) => inState(row, 'DRAFT') },
  PUBLICATION: { dueOn: kept('publicationDueOn'), sentence: 'Publiez l’opération.', undone: (row) => inState(row, 'DRAFT', 'SUBMITTED') },
  NEW_DATE: { dueOn: kept('publicationDueOn'), sentence: 'Fixez la nouvelle date, puis publiez-la.', undone: (row) => inState(row, 'POSTPONED') },
  REFERENTS: {
    dueOn: kept('referentsDueOn'), sentence: 'Confirmez tous les référents nécessaires.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED')} AND (${row.at}."referentsConfirmed" < ${row.at}."referentsNeeded" OR ${row.at}."referentsNeeded" = 0)`,
  },
  SILENT: {
    dueOn: ({ at }) => sql`(paris_day(${at}."startsAt") - 1)`, sentence: 'Joignez les référents dont la venue n’est pas reconfirmée.',
    undone: (row) => sql`${inState(row, 'PUBLISHED')} AND ${row.at}."referentsConfirmed" > 0 AND ${row.at}."startsAt" > ${row.query.now} AND ${anySilent(row)}`,
  },
  HELD: { dueOn: ({ at }) => sql`(paris_day(${at}."startsAt") + 1)`, sentence: 'Déclarez l’opération tenue, ou annulez-la.', undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND ${row.at}."startsAt" <= ${row.query.now}` },
} satisfies Record<string, Obligation>

/** Something due within so many days is to be watched. */
const SOON_DAYS = 7

/** The calendar day in Paris: neither the hour nor a change of clocks makes something late. As a subselect, it is computed once and not for each row. */
const today = ({ query }: Row) => sql`(SELECT paris_day(${query.now}::timestamptz))`
const entries = Object.entries(obligations) as [string, Obligation][]
/** Whether one of these is undone, and due before so many days from today. */
const some = (row: Row, grace: number, these = entries) => either(these.map(([, { dueOn, undone }]) => sql`(${dueOn(row)} < ${today(row)} + ${grace}::int AND (${undone(row)}))`))

/** Red from the day after a due day on, amber in the week before. */
export const urgencyOf = (row: Row, dueOn: Sql) => sql`(CASE WHEN ${dueOn} < ${today(row)} THEN 'RED' WHEN ${dueOn} <= ${today(row)} + ${SOON_DAYS}::int THEN 'AMBER' ELSE 'GREEN' END)::"Readiness"`

/** Red, amber or green: the most urgent of what is undone, tasks included; null when nothing is expected any more. */
export const readiness: Field = {
  sql: (row) => sql`(CASE WHEN ${inState(row, 'CANCELLED', 'CLOSED')} THEN NULL
      WHEN ${row.at}."nextTaskOn" < ${today(row)} OR ${some(row, 0)} THEN 'RED'
      WHEN ${row.at}."nextTaskOn" <= ${today(row)} + ${SOON_DAYS}::int OR ${some(row, SOON_DAYS + 1)} THEN 'AMBER' ELSE 'GREEN' END)::"Readiness"`,
}

/** What is undone, by date: what follows from facts first, then the open tasks. */
export const undone: Field = {
  sql: (row) => sql`(CASE WHEN ${inState(row, 'CANCELLED', 'CLOSED')} THEN '[]'::json ELSE (SELECT coalesce(json_agg(json_build_object('code', u.code, 'sentence', u.sentence, 'dueOn', u.due, 'urgency', ${urgencyOf(row, sql`u.due`)}, 'taskId', u.task)
      ORDER BY u.due, u.n, u.task), '[]') FROM (
    SELECT v.n, v.code, v.sentence, v.due, NULL::uuid AS task FROM (VALUES ${join(entries.map(([code, { dueOn, sentence, undone }], n) =>
      sql`(${n}::int, ${word(code)}, ${sentence}::text, ${dueOn(row)}, (${undone(row)}) IS TRUE)`))}) v(n, code, sentence, due, undone) WHERE v.undone
    UNION ALL SELECT ${entries.length}::int, 'TASK', k."title", k."dueOn", k."id" FROM "Task" k WHERE k."eventId" = ${row.at}."id" AND k."doneAt" IS NULL) u) END)`,
}

/** Whether one of these obligations is past its due day. */
export const late = (row: Row, codes: readonly string[]) => sql`(${row.at}."state" NOT IN ('CANCELLED', 'CLOSED') AND ${some(row, 0, entries.filter(([code]) => codes.includes(code)))})`
