import type { LineVerdict } from '../db/generated/enums.ts'
import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { join, name, sql, type Sql } from '../reading/sql.ts'
import { touchedEvent } from './calendar/touchedEvent.ts'
import { touchedReferent } from './referents/touchedReferent.ts'

/** Verdicts of lines that can be taken. */
export const TAKEABLE: LineVerdict[] = ['NEW', 'WARNING', 'UPDATE']

/** Whether a row was made by this import, by the column of its lines that names it. */
const madeBy = (column: 'eventId' | 'referentId') => (here: Sql, there: Sql) => sql`${there}."id" IN (SELECT l.${name(column)} FROM "ImportLine" l WHERE l."importId" = ${here}."id" AND l."outcome" = 'CREATED')`
/** What imports make, and when it is no longer as they made it. */
export const made = {
  Event: { column: 'eventId', by: madeBy('eventId'), touched: touchedEvent },
  Referent: { column: 'referentId', by: madeBy('referentId'), touched: touchedReferent },
}
const anyTouched = (at: Sql) => join(Object.entries(made).map(([table, { by, touched }]) => sql`EXISTS (SELECT FROM ${name(table)} e WHERE ${by(at, name('e'))} AND ${touched(name('e'))})`), ' OR ', '(', ')')

/** Whether what a line was written into is no longer as it wrote it. */
const rewritten = (at: Sql) => sql`(${join(Object.entries(made).map(([table, { column }]) => sql`EXISTS (SELECT FROM ${name(table)} e WHERE e."id" = ${at}.${name(column)} AND e."version" <> ${at}."writtenVersion")`), ' OR ')})`

const opened = {
  CAMPAIGN_NOT_OPEN: {
    sentence: 'La campagne n’est pas ouverte.',
    stands: (row: Row) => exists(row, 'campaign', ({ at }) => sql`${at}."state" <> 'OPEN'`),
  },
}
const kept = {
  UNREAD: { sentence: 'Le contenu de ce fichier n’a pas été gardé. Envoyez-le de nouveau.', stands: ({ at }: Row) => sql`${at}."headers" = '[]'` },
}
const hasOutcome = (row: Row, outcome: Sql) => exists(row, 'lines', ({ at }) => sql`${at}."outcome" ${outcome}`)

/** What may be done with an import: the buttons of the console, the checks of the server and the tests read this table. */
export const lifecycle = {
  apply: { unless: opened },
  judge: {
    unless: {
      ...opened, ...kept,
      TAKEN: { sentence: 'Des lignes de cet import sont reprises. Annulez d’abord leur reprise.', stands: (row: Row) => hasOutcome(row, sql`IS NOT NULL`) },
    },
  },
  correct: { unless: { ...opened, ...kept } },
  undo: {
    unless: {
      CAMPAIGN_CLOSED: { sentence: 'La campagne est close : rien n’y change plus.', stands: (row: Row) => exists(row, 'campaign', ({ at }) => sql`${at}."state" = 'CLOSED'`) },
      NOTHING_MADE: { sentence: 'Cet import n’a rien créé ni modifié qui soit encore là.', stands: (row: Row) => sql`NOT ${hasOutcome(row, sql`IN ('CREATED', 'UPDATED')`)}` },
      UPDATED: { sentence: 'Cet import a mis à jour ce qui était là, sans garder ce qui y était écrit.', stands: (row: Row) => exists(row, 'lines', ({ at }) => sql`${at}."outcome" = 'UPDATED' AND ${at}."before" IS NULL`) },
      REWRITTEN: { sentence: 'Ce que cet import a mis à jour a changé depuis.', stands: (row: Row) => exists(row, 'lines', ({ at }) => sql`${at}."outcome" = 'UPDATED' AND ${rewritten(at)}`) },
      TOUCHED: {
        sentence: 'Ce que cet import a créé a changé ou servi depuis.', stands: ({ at }: Row) => anyTouched(at),
      },
    },
  },
} satisfies Record<string, Step>
