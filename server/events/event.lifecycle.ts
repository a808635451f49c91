import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { name, sql, type Sql } from '../reading/sql.ts'

/** Nothing is written there, or nothing that can be read. */
const blank = (at: Sql, column: string) => sql`(btrim(coalesce(${at}.${name(column)}, '')) = '')`

const opened = {
  CAMPAIGN_NOT_OPEN: {
    sentence: 'La campagne n’est pas ouverte.',
    stands: (row: Row) => sql`NOT ${exists(row, 'campaign', ({ at }) => sql`${at}."state" = 'OPEN'`)}`,
  },
}

const going = {
  CAMPAIGN_CLOSED: {
    sentence: 'La campagne est close : rien n’y change plus.',
    stands: (row: Row) => exists(row, 'campaign', ({ at }) => sql`${at}."state" = 'CLOSED'`),
  },
}

/** What an event must have before it leaves its team, and keeps once it is public: each lack is named at once. */
export const complete = {
  NO_VENUE: { sentence: 'Choisissez le lieu.', stands: ({ at }: Row) => sql`${at}."venueId" IS NULL` },
  NO_POSITION: {
    sentence: 'Le lieu n’a pas de position : complétez sa fiche.',
    stands: (row: Row) => exists(row, 'venue', ({ at }) => sql`${at}."latitude" IS NULL OR ${at}."longitude" IS NULL`),
  },
  NO_NEIGHBOURHOOD: {
    sentence: 'Choisissez au moins un quartier visé, ou dites pourquoi il n’y en a pas.',
    stands: (row: Row) => sql`${blank(row.at, 'noNeighbourhoodReason')} AND NOT ${exists(row, 'neighbourhoods')}`,
  },
  NO_REFERENTS_NEEDED: { sentence: 'Indiquez le nombre de référents nécessaires.', stands: ({ at }: Row) => sql`${at}."referentsNeeded" = 0` },
  NO_CONTACT: {
    sentence: 'Indiquez un contact : nom, et courriel ou téléphone.',
    stands: ({ at }: Row) => sql`${blank(at, 'contactName')} OR (${blank(at, 'contactEmail')} AND ${blank(at, 'contactPhone')})`,
  },
}

const started = ({ at, query }: Row) => sql`${at}."startsAt" <= ${query.now}`
const past = { PAST: { sentence: 'La date est passée : choisissez-en une à venir.', stands: started } }
const dated = { NO_NEW_DATE: { sentence: 'Fixez d’abord la nouvelle date : l’ancienne est abandonnée.', stands: ({ at }: Row) => sql`${at}."startsAt" = ${at}."formerStartsAt"` } }
const ahead = { TOO_EARLY: { sentence: 'L’opération n’a pas encore commencé.', stands: ({ at, query }: Row) => sql`${at}."startsAt" > ${query.now}` } }

/** The life of an event: the buttons of the console, the checks of the server and the tests read this table. */
export const lifecycle = {
  update: { from: ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED'], otherwise: 'Une opération tenue, close ou annulée ne se modifie plus.', unless: going },
  submit: { from: ['DRAFT'], to: 'SUBMITTED', otherwise: 'Seul un brouillon peut être soumis.', unless: { ...opened, ...complete, ...past } },
  requestChanges: { from: ['SUBMITTED'], to: 'DRAFT', otherwise: 'Seule une opération soumise peut être renvoyée en brouillon.', reason: 'required' },
  publish: {
    from: ['DRAFT', 'SUBMITTED', 'POSTPONED'], to: 'PUBLISHED', unless: { ...opened, ...complete, ...past, ...dated },
    otherwise: 'Seule une opération en brouillon, soumise ou reportée peut être publiée.',
  },
  postpone: { from: ['PUBLISHED'], to: 'POSTPONED', otherwise: 'Seule une opération publiée peut être reportée.', unless: past, reason: 'required' },
  cancel: { from: ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED'], to: 'CANCELLED', otherwise: 'Une opération tenue, close ou déjà annulée ne s’annule pas.', reason: 'required' },
  hold: { from: ['PUBLISHED'], to: 'HELD', otherwise: 'Seule une opération publiée peut être déclarée tenue.', unless: ahead },
  close: { from: ['HELD'], to: 'CLOSED', otherwise: 'Seule une opération tenue peut être close.' },
  reopen: { from: ['CLOSED'], to: 'HELD', otherwise: 'Seule une opération close peut être rouverte.', unless: going, reason: 'required' },
  invite: {
    from: ['PUBLISHED'], otherwise: 'Publiez l’opération avant d’inviter des référents : ils ne répondent qu’à des dates publiques.', unless: past,
  },
  assign: {
    from: ['PUBLISHED'], otherwise: 'Publiez l’opération avant d’y affecter des référents.',
    unless: { ...past, FULL: { sentence: 'Toutes les places de référent de l’opération sont prises.', stands: ({ at }: Row) => sql`${at}."referentsConfirmed" >= ${at}."referentsNeeded"` } },
  },
  message: {
    from: ['PUBLISHED', 'POSTPONED', 'HELD'], otherwise: 'On n’écrit aux référents que d’une opération publiée, reportée ou tenue.',
    unless: { NOBODY_ASKED: { sentence: 'Aucun référent n’a été invité à cette opération.', stands: ({ at }: Row) => sql`${at}."referentsAsked" = 0` } },
  },
} satisfies Record<string, Step>
