import { day, hours } from './dates.ts'

/** What a person writes to the referents of an event; names in braces stand for what differs. */
export type EventNote = { subject: string; body: string; title: string; startsAt: Date; endsAt: Date; place: string }

type Known = EventNote & { firstName: string }
const values: Record<string, (known: Known) => string> = {
  'prénom': ({ firstName }) => firstName,
  'opération': ({ title }) => title,
  date: ({ startsAt }) => day(startsAt),
  horaires: ({ startsAt, endsAt }) => `de ${hours(startsAt)} à ${hours(endsAt)}`,
  lieu: ({ place }) => place || 'lieu à préciser',
}
/** The names that a text may hold, as `{prénom}`. */
export const variables = Object.keys(values)

const IN_BRACES = /\{([^{}]*)\}/g
const named = (found: string) => found.trim().toLowerCase().normalize('NFC')

/** The names in braces that mean nothing here, each once. */
export const unknownVariables = (text: string) => [...new Set([...text.matchAll(IN_BRACES)].map(([, found]) => found!).filter((found) => !variables.includes(named(found))))]

export function eventNote({ firstName }: { firstName: string }, note: EventNote) {
  const resolved = (text: string) => text.replace(IN_BRACES, (_, found: string) => values[named(found)]!({ ...note, firstName }))
  return { subject: resolved(note.subject), body: `Bonjour ${firstName},\n\n${resolved(note.body)}\n\nVos dates et vos réponses sont sur votre page personnelle, sans compte ni mot de passe\u00a0:\n[lien]` }
}
