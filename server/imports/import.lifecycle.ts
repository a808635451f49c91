import type { LineVerdict } from '../db/generated/enums.ts'
import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { join, name, sql, TRUE, type Sql } from '../reading/sql.ts'

/** Verdicts of lines that can be taken. */
export const TAKEABLE: LineVerdict[] = ['NEW', 'WARNING', 'UPDATE']

/** What hangs on an event: with such a row in one of these, it is no more the draft that an import made. The tasks of its campaign come by themselves. */
const BUILT_ON = { Availability: TRUE, Assignment: TRUE, EventToInvite: TRUE, Comment: TRUE, Task: sql`b."version" > 1 OR b."lineId" IS NULL` }

/** Whether an event is no longer as its import made it. */
export const touched = (at: Sql) => sql`(${at}."state" <> 'DRAFT' OR ${at}."version" > 1 OR ${join(
  Object.entries(BUILT_ON).map(([table, counts]) => sql`EXISTS (SELECT FROM ${name(table)} b WHERE b."eventId" = ${at}."id" AND (${counts}))`), ' OR ')})`

/** Whether an event was made by this import. */
export const madeBy = (here: Sql, event: Sql) => sql`${event}."id" IN (SELECT l."eventId" FROM "ImportLine" l WHERE l."importId" = ${here}."id" AND l."outcome" = 'CREATED')`

const opened = {
  CAMPAIGN_NOT_OPEN: {
    sentence: 'La campagne n’est pas ouverte.',
    stands: (row: Row) => sql`NOT ${exists(row, 'campaign', ({ at }) => sql`${at}."state" = 'OPEN'`)}`,
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
      NOTHING_MADE: { sentence: 'Cet import n’a créé aucun brouillon.', stands: (row: Row) => sql`NOT ${hasOutcome(row, sql`= 'CREATED'`)}` },
      UPDATED: { sentence: 'Cet import a aussi mis à jour des opérations : une mise à jour ne s’annule pas.', stands: (row: Row) => hasOutcome(row, sql`= 'UPDATED'`) },
      TOUCHED: {
        sentence: 'Des opérations créées par cet import ont été modifiées depuis.',
        stands: (row: Row) => sql`EXISTS (SELECT FROM "Event" e WHERE ${madeBy(row.at, name('e'))} AND ${touched(name('e'))})`,
      },
    },
  },
} satisfies Record<string, Step>
