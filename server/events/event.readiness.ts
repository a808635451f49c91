import { exists, type Field, type Row } from '../reading/noun.ts'
import { join, sql, word, type Sql } from '../reading/sql.ts'

/** What is due before an event: until how many days before its day, and whether it is still undone. */
type Due = { daysBefore: number; sentence: string; undone: (row: Row) => Sql }

const inState = ({ at }: Row, ...states: string[]) => sql`${at}."state" IN (${join(states.map(word))})`

/** In the order of their dates. Source: DESIGN, countdown: venue D-35, submission D-28, publication D-21, referents D-10, the day itself D+1. */
export const dues = {
  VENUE: {
    daysBefore: 35, sentence: 'Choisissez le lieu, avec sa position.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND NOT ${exists(row, 'venue', ({ at }) => sql`${at}."latitude" IS NOT NULL AND ${at}."longitude" IS NOT NULL`)}`,
  },
  SUBMISSION: { daysBefore: 28, sentence: 'Complétez l’opération, puis soumettez-la.', undone: (row) => inState(row, 'DRAFT') },
  PUBLICATION: { daysBefore: 21, sentence: 'Publiez l’opération.', undone: (row) => inState(row, 'DRAFT', 'SUBMITTED') },
  NEW_DATE: { daysBefore: 21, sentence: 'Fixez la nouvelle date, puis publiez-la.', undone: (row) => inState(row, 'POSTPONED') },
  REFERENTS: {
    daysBefore: 10, sentence: 'Confirmez tous les référents nécessaires.',
    undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED')} AND (${row.at}."referentsConfirmed" < ${row.at}."referentsNeeded" OR ${row.at}."referentsNeeded" = 0)`,
  },
  HELD: { daysBefore: -1, sentence: 'Déclarez l’opération tenue, ou annulez-la.', undone: (row) => sql`${inState(row, 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED')} AND ${row.at}."startsAt" <= ${row.query.now}` },
} satisfies Record<string, Due>

/** Something due within so many days is to be watched. */
const SOON_DAYS = 7

// Days are those of the calendar in Paris: neither the hour nor a change of clocks makes something late.
const today = ({ query }: Row) => sql`(${query.now}::timestamptz AT TIME ZONE 'Europe/Paris')::date`
const dayOf = ({ at }: Row) => sql`(${at}."startsAt" AT TIME ZONE 'Europe/Paris')::date`
/** Whether the event's day comes in fewer days than this. As a subselect, the limit is computed once and not for each row. */
const within = (row: Row, days: number) => sql`${row.at}."startsAt" < (SELECT (${today(row)} + ${days}::int)::timestamp AT TIME ZONE 'Europe/Paris')`

const entries = Object.entries(dues) as [string, Due][]
const some = (row: Row, grace: number) => join(entries.map(([, { daysBefore, undone }]) => sql`(${within(row, daysBefore + grace)} AND (${undone(row)}))`), ' OR ', '(', ')')

/** Red, amber or green: the most urgent of what is undone; null when nothing is expected any more. */
export const readiness: Field = {
  sql: (row) => sql`(CASE WHEN ${inState(row, 'CANCELLED', 'CLOSED')} THEN NULL WHEN ${inState(row, 'HELD')} THEN 'GREEN'
    WHEN ${some(row, 0)} THEN 'RED' WHEN ${some(row, SOON_DAYS + 1)} THEN 'AMBER' ELSE 'GREEN' END)::"Readiness"`,
}

/** What is undone, by date. */
export const undone: Field = {
  sql: (row) => sql`(SELECT coalesce(json_agg(json_build_object('code', v.code, 'sentence', v.sentence, 'dueOn', ${dayOf(row)} - v.days,
      'urgency', CASE WHEN v.late THEN 'RED' WHEN v.soon THEN 'AMBER' ELSE 'GREEN' END) ORDER BY v.days DESC, v.n), '[]')
    FROM (VALUES ${join(entries.map(([code, { daysBefore, sentence, undone }], n) =>
      sql`(${n}::int, ${word(code)}, ${sentence}::text, ${daysBefore}::int, ${within(row, daysBefore)}, ${within(row, daysBefore + SOON_DAYS + 1)}, (${undone(row)}) IS TRUE)`))}) v(n, code, sentence, days, late, soon, undone) WHERE v.undone)`,
}
