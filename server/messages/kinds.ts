import type { Variable } from './variables.ts'

type KindOf = {
  subject: string
  body: string
  /** What its texts may name, and what they have to. */
  variables: readonly Variable[]
  required: readonly Variable[]
  /** It waits a while for others to leave with, as news of what changed does. */
  waits?: true
  /** It leaves at any hour when the event is near. */
  urgent?: true
}

const ofEvent = ['prénom', 'nom', 'opération', 'date', 'horaires', 'lieu', 'lien'] as const satisfies readonly Variable[]
const event = { variables: ofEvent, required: ['lien'], waits: true } as const
const urgent = { ...event, urgent: true } as const
const written = (what: string) => `Bonjour {prénom},\n\n${what}\n\nMerci de votre engagement.`
const MINE = 'sur votre page personnelle'

/**
 * The mails to referents whose text may be changed, with the text of origin of each. A kind is an entry here, and its name in
 * the console's labels.
 */
export const kinds = {
  INVITATION: {
    variables: ['prénom', 'nom', 'dates', 'nombre', 'lien'], required: ['dates', 'lien'],
    subject: 'Apprentissage-coaching\u00a0: vos disponibilités pour {nombre}',
    body: written(`La préfecture vous demande si vous pouvez accompagner des jeunes, pour {nombre}\u00a0:\n\n{dates}\n\nRépondez pour chaque date ${MINE} (oui, si besoin ou non), sans compte ni mot de passe\u00a0:\n{lien}\n\nVous pouvez changer vos réponses jusqu’au début de chaque opération. Ce lien est personnel\u00a0: ne le transférez pas.`),
  },
  REMINDER: {
    variables: ['prénom', 'nom', 'dates', 'nombre', 'lien'], required: ['dates', 'lien'],
    subject: 'Apprentissage-coaching\u00a0: il nous manque votre réponse pour {nombre}',
    body: written(`Nous n’avons pas encore votre réponse pour {nombre}\u00a0:\n\n{dates}\n\nUn appui suffit, ${MINE}, sans compte ni mot de passe. Un non nous aide aussi\u00a0:\n{lien}`),
  },
  STILL_COMING: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: venez-vous toujours le {date}\u00a0?',
    body: written(`Vous êtes attendu ou attendue à l’opération «\u00a0{opération}\u00a0», le {date}, {horaires}, {lieu}.\n\nDites-nous d’un appui que vous venez toujours, ou rendez votre place, ${MINE}\u00a0:\n{lien}`),
  },
  CONFIRMED: {
    ...event,
    subject: 'Apprentissage-coaching\u00a0: votre présence est confirmée, le {date}',
    body: written(`Vous êtes attendu ou attendue à l’opération «\u00a0{opération}\u00a0», le {date}, {horaires}, {lieu}.\n\nAjoutez-la à votre agenda, ou dites que vous ne pouvez plus venir, ${MINE}\u00a0:\n{lien}`),
  },
  OFFERED: {
    ...event,
    subject: 'Apprentissage-coaching\u00a0: une place vous est proposée, le {date}',
    body: written(`Une place vous est réservée à l’opération «\u00a0{opération}\u00a0», le {date}, {horaires}, {lieu}. Dites si vous la prenez, ${MINE}, sans compte ni mot de passe\u00a0:\n{lien}`),
  },
  CANCELLED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: opération annulée\u00a0: {opération}',
    body: written(`L’opération «\u00a0{opération}\u00a0», prévue le {date}, {horaires}, {lieu}, est annulée. Ne vous déplacez pas.\n\nVos autres dates restent ${MINE}\u00a0:\n{lien}`),
  },
  POSTPONED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: opération reportée\u00a0: {opération}',
    body: written(`L’opération «\u00a0{opération}\u00a0», prévue le {date}, {horaires}, {lieu}, est reportée\u00a0: ne vous déplacez pas ce jour-là. Nous vous écrirons dès que la nouvelle date sera connue.\n\nVotre page personnelle\u00a0:\n{lien}`),
  },
  RESCHEDULED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: nouvelle date, le {date}\u00a0: {opération}',
    body: written(`L’opération «\u00a0{opération}\u00a0», qui avait été reportée, aura lieu le {date}, {horaires}, {lieu}.\n\nDites-nous si vous pouvez venir ce jour-là.\n\nRépondez ${MINE}, sans compte ni mot de passe\u00a0:\n{lien}`),
  },
  TO_RECONFIRM: {
    ...urgent, variables: [...ofEvent, 'limite'], required: ['limite', 'lien'],
    subject: 'Apprentissage-coaching\u00a0: nouvelle date, le {date}\u00a0: {opération}',
    body: written(`L’opération «\u00a0{opération}\u00a0», qui avait été reportée, aura lieu le {date}, {horaires}, {lieu}.\n\nUne place vous y était réservée\u00a0: dites avant le {limite} si vous venez toujours. Sans réponse, elle sera proposée à quelqu’un d’autre.\n\nRépondez ${MINE}, sans compte ni mot de passe\u00a0:\n{lien}`),
  },
  MOVED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: changement de date ou de lieu\u00a0: {opération}',
    body: written(`L’opération «\u00a0{opération}\u00a0» change de date, d’horaire ou de lieu. Elle aura lieu le {date}, {horaires}, {lieu}.\n\nSi vous ne pouvez plus venir, dites-le ${MINE}, où vous pouvez aussi mettre à jour votre agenda\u00a0:\n{lien}`),
  },
  RELEASED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: votre place n’est plus réservée\u00a0: {opération}',
    body: written(`La préfecture n’a plus besoin de vous à l’opération «\u00a0{opération}\u00a0», le {date}, {horaires}, {lieu}\u00a0: votre place n’est plus réservée, ne vous déplacez pas.\n\nVos autres dates restent ${MINE}\u00a0:\n{lien}`),
  },
  LAPSED: {
    ...urgent,
    subject: 'Apprentissage-coaching\u00a0: votre place n’est plus réservée\u00a0: {opération}',
    body: written(`Sans réponse de votre part, la place qui vous était réservée à l’opération «\u00a0{opération}\u00a0», le {date}, {horaires}, {lieu}, est rendue.\n\nVous pouvez encore dire que vous êtes disponible ${MINE}\u00a0:\n{lien}`),
  },
} as const satisfies Record<string, KindOf>

export type Kind = keyof typeof kinds
/** The entry of a kind; undefined for what is none. */
export const kindOf = (kind: string | null): KindOf | undefined => (kind !== null && Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : undefined)
/** For the schema: each kind under its own name. */
export const MessageKind = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, kind])) as { [K in Kind]: K }
