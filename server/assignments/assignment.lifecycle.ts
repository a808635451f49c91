import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { join, sql, word } from '../reading/sql.ts'
import { begunOn, said } from './reconfirmation.ts'

const TAKEN = {
  sentence: 'Ce référent est déjà pris à cette heure-là.',
  stands: ({ at }: Row) => sql`EXISTS (SELECT FROM "Assignment" o WHERE o."referentId" = ${at}."referentId" AND o."id" <> ${at}."id" AND o."state" = 'CONFIRMED'
    AND tstzrange(o."startsAt", o."endsAt") && tstzrange(${at}."startsAt", ${at}."endsAt"))`,
}
const FULL = {
  sentence: 'Toutes les places de référent de l’opération sont prises.',
  stands: (row: Row) => exists(row, 'event', ({ at }) => sql`${at}."referentsConfirmed" >= ${at}."referentsNeeded"`),
}
/** Places follow their event: they are given while it is announced or was held, and change no more once it is closed. */
const inEvent = (row: Row, ...states: string[]) => exists(row, 'event', ({ at }) => sql`${at}."state" IN (${join(states.map(word))})`)
const announced = { NO_DATE: { sentence: 'L’opération n’a pas de date publiée : aucune place ne s’y confirme.', stands: (row: Row) => sql`NOT ${inEvent(row, 'PUBLISHED', 'HELD')}` } }
const going = { EVENT_OVER: { sentence: 'L’opération est close ou annulée : ses places ne changent plus.', stands: (row: Row) => inEvent(row, 'CLOSED', 'CANCELLED') } }
const ERASED = {
  sentence: 'Cette personne a été effacée : il n’en reste que des nombres.', stands: (row: Row) => exists(row, 'referent', ({ at }) => sql`${at}."erasedAt" IS NOT NULL`),
}
const begun = { TOO_EARLY: { sentence: 'L’opération n’a pas encore commencé.', stands: ({ at, query }: Row) => sql`${at}."startsAt" > ${query.now}` } }

/** The life of a referent's place at an event. */
export const lifecycle = {
  confirm: { from: ['OFFERED', 'TO_RECONFIRM', 'DECLINED', 'WITHDRAWN', 'RELEASED'], to: 'CONFIRMED', otherwise: 'Cette affectation est déjà confirmée.', unless: { ...announced, ERASED, TAKEN, FULL } },
  reconfirm: {
    from: ['CONFIRMED'], otherwise: 'Seule une affectation confirmée se confirme de nouveau.',
    unless: {
      ...announced,
      TOO_EARLY: { sentence: 'Il est trop tôt pour confirmer de nouveau.', stands: (row: Row) => sql`${begunOn(row)} IS NULL` },
      OVER: { sentence: 'L’opération est commencée ou passée.', stands: ({ at, query }: Row) => sql`${at}."startsAt" <= ${query.now}` },
      SAID: { sentence: 'C’est déjà dit.', stands: said },
    },
  },
  release: { from: ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM'], to: 'RELEASED', otherwise: 'Cette affectation n’est plus en cours.', reason: 'required', unless: going },
  recordPresence: { from: ['CONFIRMED'], to: 'PRESENT', otherwise: 'Seule une affectation confirmée peut être marquée présente.', unless: { ...announced, ...begun } },
} satisfies Record<string, Step>
