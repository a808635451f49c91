import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ArgumentValidationError } from 'type-graphql'
import type { Reason } from './reading/lifecycle.ts'

export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT' | 'TOO_MANY_REQUESTS' | 'INTERNAL_SERVER_ERROR'

const error = (code: ErrorCode, message: string, extra: object = {}) => new GraphQLError(message, { extensions: { code, ...extra } })

export const unauthenticated = () => error('UNAUTHENTICATED', 'Connectez-vous pour continuer.')
export const forbidden = () => error('FORBIDDEN', 'Votre habilitation ne permet pas cette action.')
export const notFound = () => error('NOT_FOUND', 'Cet élément n’existe pas ou n’est pas dans votre territoire.')
export const tooDeep = () => error('BAD_USER_INPUT', 'Cette demande est trop imbriquée.')
/** The state does not allow it; `current` is the row as it is when somebody else changed it meanwhile. */
export const conflict = (sentence: string, extra: { reasons?: Reason[]; current?: object } = {}) => error('CONFLICT', sentence, extra)
/** Every reason against an action, in one sentence and as a list. */
export const against = (reasons: Reason[]) => conflict(reasons.map(({ sentence }) => sentence).join(' '), { reasons })
/** `fields` maps a form field to the sentence shown under it; `existing` is the row that stands in the way. */
export const invalid = (fields: Record<string, string>, extra: { existing?: { id: string; name: string } } = {}) => error('BAD_USER_INPUT', 'Certains champs sont à corriger.', { fields, ...extra })
export const tooMany = (retryAfterSeconds: number) =>
  error('TOO_MANY_REQUESTS', `Trop d’essais. Réessayez dans ${Math.max(1, Math.ceil(retryAfterSeconds / 60))} minutes.`, { retryAfterSeconds })

/** What the database refuses, by the name of its constraint. Source: the migrations. */
const constraints: Record<string, () => GraphQLError> = {
  reached: notFound,
  Event_dates: () => invalid({ endsAt: 'La fin doit venir après le début.' }),
  Event_capacity: () => invalid({ capacity: 'Le nombre de places est d’au moins 1.' }),
  Event_title: () => invalid({ title: 'L’intitulé compte de 3 à 200 caractères.' }),
  Event_referentsNeeded: () => invalid({ referentsNeeded: 'Le nombre de référents ne peut pas être négatif.' }),
  Event_place: () => invalid({ venueId: 'Une opération publiée garde un lieu : choisissez-en un autre, ou reportez-la.' }),
  Event_referentPlaces: () => conflict('Toutes les places de référent sont prises. Augmentez d’abord le nombre de référents nécessaires, ou libérez une affectation.'),
  Assignment_overlap: () => conflict('Ce référent est déjà pris à cette heure-là.'),
  Assignment_eventId_referentId_key: () => conflict('Ce référent a déjà une affectation sur cette opération.'),
  Comment_text: () => invalid({ text: 'Un commentaire compte de 1 à 4 000 caractères.' }),
  Venue_cityId_name_address_key: () => invalid({ name: 'Ce lieu existe déjà à cette adresse : choisissez-le dans la liste.' }),
  Venue_once: () => invalid({ name: 'Ce lieu existe déjà à cette adresse : choisissez-le dans la liste.' }),
  EventNeighbourhood_neighbourhoodId_fkey: () => invalid({ neighbourhoodIds: 'Un de ces quartiers n’existe pas : choisissez-les dans la liste.' }),
  Event_leadAgencyId_fkey: () => invalid({ leadAgencyId: 'Cette structure n’existe pas : choisissez-la dans la liste.' }),
  Event_venueId_departmentCode_fkey: () => invalid({ venueId: 'Ce lieu n’est pas dans le département de l’opération.' }),
  Venue_cityId_departmentCode_fkey: () => invalid({ cityId: 'Cette commune n’est pas dans le département.' }),
  Account_email_key: () => invalid({ email: 'Cette adresse a déjà un compte.' }),
  Referent_email_key: () => invalid({ email: 'Cette adresse est déjà celle d’un référent.' }),
  Membership_once: () => conflict('Cette personne a déjà cette habilitation.'),
  Membership_scope: () => invalid({ role: 'Choisissez le département ou la structure qui va avec ce rôle.' }),
  SavedView_accountId_name_key: () => invalid({ name: 'Vous avez déjà une vue de ce nom.' }),
  SavedView_name: () => invalid({ name: 'Le nom de la vue compte de 1 à 80 caractères.' }),
  Campaign_name_key: () => invalid({ name: 'Une campagne porte déjà ce nom.' }),
  Task_title: () => invalid({ title: 'L’intitulé compte de 3 à 200 caractères.' }),
  ChecklistLine_title: () => invalid({ checklist: 'Une ligne de la liste compte de 3 à 200 caractères.' }),
  ChecklistLine_campaignId_title_key: () => invalid({ checklist: 'Deux lignes de la liste ont le même intitulé.' }),
  Campaign_reminders: () => invalid({ reminderDays: 'De 1 à 30 jours.' }),
  Campaign_reconfirmation: () => invalid({ reconfirmLastDays: 'La seconde demande vient après la première : moins de jours avant l’opération.' }),
  Unavailability_days: () => invalid({ endsOn: 'Le dernier jour vient après le premier, d’un an au plus.' }),
  Campaign_window: () => invalid({ endsOn: 'La fin doit venir après le début.' }),
}

/** What is found of PostgreSQL's report, through Prisma's wrapping or not. */
function databaseFault(thrown: unknown): { code?: string; constraint?: string; column?: string } {
  for (let cause = thrown as any, depth = 0; cause && depth < 6; depth++) {
    const code = cause.originalCode ?? cause.meta?.driverAdapterError?.cause?.originalCode ?? cause.code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) {
      const text: string = [cause.originalMessage, cause.message, cause.meta?.driverAdapterError?.cause?.originalMessage].filter(Boolean).join(' ')
      return { code, constraint: cause.constraint ?? (code.startsWith('23') ? /constraint "([^"]+)"/.exec(text)?.[1] : undefined), column: /column "([^"]+)"/.exec(text)?.[1] }
    }
    cause = cause.cause ?? cause.meta?.driverAdapterError?.cause
  }
  return {}
}

/** Whether PostgreSQL gave one of two crossing transactions up: it may be tried again as a whole. */
export const mayTryAgain = (thrown: unknown) => ['40P01', '40001'].includes(databaseFault(thrown).code ?? '')

/** Whether what was written is there already: the same thing may have been sent twice at once. */
export const isThere = (thrown: unknown) => databaseFault(thrown).code === '23505'

/** Whether this is a refusal of PostgreSQL by that constraint. */
export const brokeConstraint = (thrown: unknown, constraint: string) => databaseFault(thrown).constraint === constraint

/** The sentence of what the state, or the database, stands against; undefined when it is something else. */
export function sentenceOfConflict(thrown: unknown): string | undefined {
  const { constraint } = databaseFault(thrown)
  const known = thrown instanceof GraphQLError ? thrown : constraint ? constraints[constraint]?.() : undefined
  return known?.extensions.code === 'CONFLICT' ? known.message : undefined
}

/** Turns what was thrown into what a client may know: a code, a French sentence, never a stack nor SQL. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown)
  const told = (known: GraphQLError): GraphQLFormattedError => ({ message: known.message, path: formatted.path, extensions: known.extensions })
  if (cause instanceof ArgumentValidationError) return told(invalid(fieldsOf(cause)))
  const { code, constraint, column } = databaseFault(cause)
  if (constraint && constraints[constraint]) return told(constraints[constraint]())
  if (code === '23502' && column) return told(invalid({ [column]: 'Ce champ est attendu.' }))
  if (code === '55P03') return told(conflict('Quelqu’un d’autre est en train de modifier cet élément. Réessayez dans un instant.'))
  // Class 22: a value that is not of its column's type (an identifier that is none); 23: a link to what does not exist.
  if (code?.startsWith('22')) return told(error('BAD_USER_INPUT', 'Une valeur n’est pas valable.'))
  if (code?.startsWith('23')) return told(conflict('Cet élément dépend d’un autre, qui a changé. Rechargez la page.'))
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted
  return told(error('INTERNAL_SERVER_ERROR', 'Une erreur est survenue. Réessayez dans un instant.'))
}

/** Whether `formatError` would hide this: then the log has the rest. */
export const isOurFault = (formatted: GraphQLFormattedError) => formatted.extensions?.code === 'INTERNAL_SERVER_ERROR'

const fieldsOf = (cause: ArgumentValidationError) =>
  Object.fromEntries(cause.extensions.validationErrors.flatMap(function flat(one): [string, string][] {
    const own = Object.values(one.constraints ?? {})[0]
    return [...(own ? [[one.property, own] as [string, string]] : []), ...(one.children ?? []).flatMap(flat)]
  }))
