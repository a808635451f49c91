import type { Step } from '../reading/lifecycle.ts'
import { exists, type Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
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
const begun = { TOO_EARLY: { sentence: 'L’opération n’a pas encore commencé.', stands: ({ at, query }: Row) => sql`${at}."startsAt" > ${query.now}` } }

/** The life of a referent's place at an event. */
export const lifecycle = {
  confirm: { from: ['OFFERED', 'TO_RECONFIRM', 'DECLINED', 'WITHDRAWN', 'RELEASED'], to: 'CONFIRMED', otherwise: 'Cette affectation est déjà confirmée.', unless: { TAKEN, FULL } },
  reconfirm: {
    from: ['CONFIRMED'], otherwise: 'Seule une affectation confirmée se confirme de nouveau.',
    unless: {
      TOO_EARLY: { sentence: 'Il est trop tôt pour confirmer de nouveau.', stands: (row: Row) => sql`${begunOn(row)} IS NULL` },
      OVER: { sentence: 'L’opération est commencée ou passée.', stands: ({ at, query }: Row) => sql`${at}."startsAt" <= ${query.now}` },
      SAID: { sentence: 'C’est déjà dit.', stands: said },
    },
  },
  release: { from: ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM'], to: 'RELEASED', otherwise: 'Cette affectation n’est plus en cours.', reason: 'required' },
  recordPresence: { from: ['CONFIRMED'], to: 'PRESENT', otherwise: 'Seule une affectation confirmée peut être marquée présente.', unless: begun },
} satisfies Record<string, Step>
