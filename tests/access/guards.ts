import { reconfirmation } from './reconfirmation.ts'
import type { Viewer } from '../../server/access/policy.ts'
import type { Rows } from './rows.ts'

type Told = { code: string; sentence: string }
type Life = Record<string, { from?: string[]; otherwise?: string; unless?: Record<string, [string, (row: any, rows: Rows, now: Date) => boolean]> }>

const campaignShut = (event: any, rows: Rows) => rows.Campaign.find((one) => one.id === event.campaignId)!.state !== 'OPEN'
const erased = { ERASED: ['Cette personne a été effacée\u00a0: il n’en reste que des nombres.', (row: any) => row.erasedAt !== null] } satisfies Life[string]['unless']
const going = { CAMPAIGN_CLOSED: ['La campagne est close : rien n’y change plus.', (event: any, rows: Rows) => rows.Campaign.find((one) => one.id === event.campaignId)!.state === 'CLOSED'] } satisfies Life[string]['unless']
const ofErased = { ERASED: [erased.ERASED[0] as string, (row: any, rows: Rows) => rows.Referent.find((one) => one.id === row.referentId)!.erasedAt !== null] } satisfies Life[string]['unless']
const venueOf = (event: any, rows: Rows) => rows.Venue.find((one) => one.id === event.venueId)
const past = { PAST: ['La date est passée : choisissez-en une à venir.', (event: any, _: Rows, now: Date) => event.startsAt <= now] } satisfies Life[string]['unless']
const early = { TOO_EARLY: ['L’opération n’a pas encore commencé.', (row: any, _: Rows, now: Date) => row.startsAt > now] } satisfies Life[string]['unless']
const complete = {
  CAMPAIGN_NOT_OPEN: ['La campagne n’est pas ouverte.', campaignShut],
  NO_VENUE: ['Choisissez le lieu.', (event) => event.venueId === null],
  NO_POSITION: ['Le lieu n’a pas de position : complétez sa fiche.', (event, rows) => event.venueId !== null && (venueOf(event, rows)!.latitude === null || venueOf(event, rows)!.longitude === null)],
  NO_NEIGHBOURHOOD: ['Choisissez au moins un quartier visé, ou dites pourquoi il n’y en a pas.', (event, rows) => event.noNeighbourhoodReason === null && !rows.EventNeighbourhood.some((pair) => pair.eventId === event.id)],
  NO_REFERENTS_NEEDED: ['Indiquez le nombre de référents nécessaires.', (event) => event.referentsNeeded === 0],
  NO_CONTACT: ['Indiquez un contact : nom, et courriel ou téléphone.', (event) => event.contactName === null || (event.contactEmail === null && event.contactPhone === null)],
} satisfies Life[string]['unless']
const full = (event: any) => event.referentsConfirmed >= event.referentsNeeded
const closed = {
  unless: {
    CLOSED: ['On ne répond plus pour cette date : elle est passée, reportée ou annulée.', (row, rows, now) => {
      const event = rows.Event.find((one) => one.id === row.eventId)!
      return event.state !== 'PUBLISHED' || event.startsAt <= now
    }],
  },
} satisfies Life[string]
const stateOf = (row: any, rows: Rows): string => rows.Event.find((one) => one.id === row.eventId)!.state
const announced = { NO_DATE: ['L’opération n’a pas de date publiée : aucune place ne s’y confirme.', (row, rows) => !['PUBLISHED', 'HELD'].includes(stateOf(row, rows))] } satisfies Life[string]['unless']
const overlaps = (row: any, rows: Rows) => rows.Assignment.some((one) => one.referentId === row.referentId && one.id !== row.id && one.state === 'CONFIRMED' && one.startsAt < row.endsAt && one.endsAt > row.startsAt)

const overNow = { EVENT_OVER: ['L’opération est close ou annulée : ses tâches ne changent plus.', (row, rows) => ['CLOSED', 'CANCELLED'].includes(rows.Event.find((one) => one.id === row.eventId)!.state)] } satisfies Life[string]['unless']
const undone = { ...overNow, DONE: ['Cette tâche est faite : rouvrez-la d’abord.', (row) => row.doneAt !== null] } satisfies Life[string]['unless']
const byHand = { ...undone, FROM_CHECKLIST: ['Cette tâche vient de la liste de la campagne : son intitulé et son échéance s’y décident.', (row) => row.lineId !== null] } satisfies Life[string]['unless']

const importing = { CAMPAIGN_NOT_OPEN: ['La campagne n’est pas ouverte.', (row: any, rows: Rows) => row.campaignId !== null && campaignShut(row, rows)] } satisfies Life[string]['unless']
const kept = { UNREAD: ['Le contenu de ce fichier n’a pas été gardé. Envoyez-le de nouveau.', (row: any) => row.headers.length === 0] } satisfies Life[string]['unless']
const outcomes = (row: any, rows: Rows) => rows.ImportLine.filter((line) => line.importId === row.id).map((line) => line.outcome)
export const madeBy = (row: any, made: any, rows: Rows) => rows.ImportLine.some((line) => line.importId === row.id && line.outcome === 'CREATED' && [line.eventId, line.referentId].includes(made.id))
export const touchedReferent = (referent: any, rows: Rows) => referent.version > 1 || referent.mergedIds.length > 0 || [...rows.Availability, ...rows.Assignment, ...rows.EventToInvite, ...rows.Message, ...rows.AccessLink].some((one) => one.referentId === referent.id)
export const touched = (event: any, rows: Rows) => event.state !== 'DRAFT' || event.version > 1 || [...rows.Availability, ...rows.Assignment, ...rows.EventToInvite, ...rows.Comment, ...rows.Task.filter((task) => task.version > 1 || task.lineId === null)].some((one) => one.eventId === event.id)

/** Active, with an address that receives, and not asking to be left alone. */
export const mayBeSolicited = (referent: any) => referent.active && referent.email !== null && referent.bouncedAt === null && referent.stoppedAt === null
const receives = (message: any, referent: any) => mayBeSolicited(referent) || (message.essential && mayBeSolicited({ ...referent, stoppedAt: null }))

/** The life cycles as the design tells them, written apart from the server's tables. */
const lives: Record<string, Life> = {
  Campaign: {
    update: { from: ['PREPARING', 'OPEN', 'REVIEWING'], otherwise: 'Une campagne close ne se modifie plus : rouvrez-la d’abord.' },
    open: { from: ['PREPARING'], otherwise: 'Seule une campagne en préparation peut être ouverte.' },
    review: { from: ['OPEN'], otherwise: 'Seule une campagne ouverte peut passer au bilan.' },
    close: {
      from: ['REVIEWING'], otherwise: 'Seule une campagne au bilan peut être close.',
      unless: { EVENTS_LEFT: ['Des opérations de cette campagne ne sont ni closes ni annulées.', (row, rows) => rows.Event.some((event) => event.campaignId === row.id && !['CLOSED', 'CANCELLED'].includes(event.state))] },
    },
    reopen: { from: ['REVIEWING', 'CLOSED'], otherwise: 'Cette campagne n’est ni au bilan ni close.' },
  },
  Event: {
    update: { from: ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED'], otherwise: 'Une opération tenue, close ou annulée ne se modifie plus.', unless: going },
    submit: { from: ['DRAFT'], otherwise: 'Seul un brouillon peut être soumis.', unless: { ...complete, ...past } },
    requestChanges: { from: ['SUBMITTED'], otherwise: 'Seule une opération soumise peut être renvoyée en brouillon.' },
    publish: { from: ['DRAFT', 'SUBMITTED', 'POSTPONED'], otherwise: 'Seule une opération en brouillon, soumise ou reportée peut être publiée.', unless: { ...complete, ...past, NO_NEW_DATE: ['Fixez d’abord la nouvelle date : l’ancienne est abandonnée.', (event) => event.startsAt.getTime() === event.formerStartsAt?.getTime()] } },
    postpone: { from: ['PUBLISHED'], otherwise: 'Seule une opération publiée peut être reportée.', unless: past },
    cancel: { from: ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED'], otherwise: 'Une opération tenue, close ou déjà annulée ne s’annule pas.' },
    hold: { from: ['PUBLISHED'], otherwise: 'Seule une opération publiée peut être déclarée tenue.', unless: early },
    close: { from: ['HELD'], otherwise: 'Seule une opération tenue peut être close.' },
    reopen: { from: ['CLOSED'], otherwise: 'Seule une opération close peut être rouverte.', unless: going },
    invite: { from: ['PUBLISHED'], otherwise: 'Publiez l’opération avant d’inviter des référents : ils ne répondent qu’à des dates publiques.', unless: past },
    assign: { from: ['PUBLISHED'], otherwise: 'Publiez l’opération avant d’y affecter des référents.', unless: { ...past, FULL: ['Toutes les places de référent de l’opération sont prises.', full] } },
    message: {
      from: ['PUBLISHED', 'POSTPONED', 'HELD'], otherwise: 'On n’écrit aux référents que d’une opération publiée, reportée ou tenue.',
      unless: { NOBODY_ASKED: ['Aucun référent n’a été invité à cette opération.', (event, rows) => !rows.Availability.some((one) => one.eventId === event.id)] },
    },
  },
  Comment: {
    update: { unless: { TOO_LATE: ['Un commentaire se corrige dans les quinze minutes. Écrivez-en un autre, ou supprimez celui-ci.', (row, _, now) => now.getTime() - row.createdAt.getTime() > 15 * 60_000] } },
  },
  Message: {
    resend: {
      from: ['FAILED', 'UNCERTAIN', 'BOUNCED', 'WITHHELD'], otherwise: 'Seul un courriel refusé, revenu, retenu ou d’envoi incertain peut être renvoyé.',
      unless: { UNREACHABLE: ['Ce référent ne peut pas recevoir ce courriel\u00a0: voyez sa fiche, corrigez son adresse ou téléphonez.', (row, rows) => rows.Referent.some((one) => one.id === row.referentId && !receives(row, one))] },
    },
  },
  Availability: { answer: closed, record: { unless: { ...closed.unless, ...ofErased } } },
  Task: { update: { unless: byHand }, assign: { unless: undone }, complete: { unless: undone }, reopen: { unless: { ...overNow, NOT_DONE: ['Cette tâche n’est pas faite.', (row) => row.doneAt === null] } }, remove: { unless: byHand } },
  Referent: { update: { unless: erased }, tellApart: { unless: erased }, erase: { unless: erased } },
  Import: {
    apply: { unless: importing },
    judge: { unless: { ...importing, ...kept, TAKEN: ['Des lignes de cet import sont reprises. Annulez d’abord leur reprise.', (row, rows) => outcomes(row, rows).some((one) => one !== null)] } },
    correct: { unless: { ...importing, ...kept } },
    undo: {
      unless: {
        CAMPAIGN_CLOSED: ['La campagne est close\u00a0: rien n’y change plus.', (row, rows, now) => row.campaignId !== null && (going.CAMPAIGN_CLOSED[1] as (row: any, rows: Rows, now: Date) => boolean)(row, rows, now)],
        NOTHING_MADE: ['Cet import n’a rien créé ni modifié qui soit encore là.', (row, rows) => !outcomes(row, rows).some((one) => ['CREATED', 'UPDATED'].includes(one))],
        UPDATED: ['Cet import a mis à jour ce qui était là, sans garder ce qui y était écrit.', (row, rows) => rows.ImportLine.some((line) => line.importId === row.id && line.outcome === 'UPDATED' && line.before === null)],
        REWRITTEN: ['Ce que cet import a mis à jour a changé depuis.', (row, rows) => rows.ImportLine.some((line) => line.importId === row.id && line.outcome === 'UPDATED' && [...rows.Event, ...rows.Referent].some((one) => [line.eventId, line.referentId].includes(one.id) && one.version !== line.writtenVersion && line.writtenVersion !== null))],
        TOUCHED: ['Ce que cet import a créé a changé ou servi depuis.', (row, rows) => rows.Event.some((event) => madeBy(row, event, rows) && touched(event, rows)) || rows.Referent.some((one) => madeBy(row, one, rows) && touchedReferent(one, rows))],
      },
    },
  },
  ProposalLine: Object.fromEntries(['accept', 'refuse'].map((action) => [action, { from: ['PROPOSED'], otherwise: 'Cette ligne n’attend plus de décision.' }])),
  Assignment: {
    confirm: {
      from: ['OFFERED', 'TO_RECONFIRM', 'DECLINED', 'WITHDRAWN', 'RELEASED'], otherwise: 'Cette affectation est déjà confirmée.',
      unless: { ...announced, ...ofErased, TAKEN: ['Ce référent est déjà pris à cette heure-là.', overlaps], FULL: ['Toutes les places de référent de l’opération sont prises.', (row, rows) => full(rows.Event.find((one) => one.id === row.eventId))] },
    },
    reconfirm: {
      from: ['CONFIRMED'], otherwise: 'Seule une affectation confirmée se confirme de nouveau.',
      unless: {
        ...announced,
        TOO_EARLY: ['Il est trop tôt pour confirmer de nouveau.', (row, rows, now) => reconfirmation(row, rows, now).asked === null],
        OVER: ['L’opération est commencée ou passée.', (row, _, now) => row.startsAt <= now],
        SAID: ['C’est déjà dit.', (row, rows, now) => reconfirmation(row, rows, now).said],
      },
    },
    release: {
      from: ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM'], otherwise: 'Cette affectation n’est plus en cours.',
      unless: { EVENT_OVER: ['L’opération est close ou annulée : ses places ne changent plus.', (row, rows) => ['CLOSED', 'CANCELLED'].includes(stateOf(row, rows))] },
    },
    recordPresence: { from: ['CONFIRMED'], otherwise: 'Seule une affectation confirmée peut être marquée présente.', unless: { ...announced, ...early } },
  },
}

/** Whoever merges is in reach of every department of the record. */
function merging(viewer: Viewer, row: any, rows: Rows): Told[] {
  const shared = rows.ReferentDepartment.some((pair) => pair.referentId === row.id && !(viewer.department ?? []).includes(pair.departmentCode))
  return [
    ...(row.erasedAt ? [{ code: 'ERASED', sentence: erased.ERASED[0] as string }] : []),
    ...(shared ? [{ code: 'SHARED', sentence: 'Cette fiche est aussi celle d’un autre département, hors de votre habilitation\u00a0: elle ne se fusionne pas d’ici.' }] : []),
  ]
}

/** What stands against an action on a row, by somebody who holds the right. */
export function guards(viewer: Viewer, resource: string, action: string, row: any, rows: Rows, now: Date): Told[] {
  if (resource === 'Referent' && action === 'merge') return merging(viewer, row, rows)
  const step = lives[resource]?.[action]
  if (!step) return []
  if (step.from && !step.from.includes(row.state)) return [{ code: 'WRONG_STATE', sentence: step.otherwise! }]
  return Object.entries(step.unless ?? {}).filter(([, [, stands]]) => stands(row, rows, now)).map(([code, [sentence]]) => ({ code, sentence }))
}
