import { day, hours } from './templates/dates.ts'

export type EventFacts = { title: string; startsAt: Date; endsAt: Date; place: string }
/** What a mail to a referent speaks of: one event, or several dates. */
export type Facts = {
  events: EventFacts[]
  /** Until when an answer is waited for, where one is. */
  until?: Date | undefined
}
type Known = Facts & { firstName: string; lastName: string }

const first = ({ events }: Known) => events[0]!
const fromTo = ({ startsAt, endsAt }: EventFacts) => `de ${hours(startsAt)} à ${hours(endsAt)}`
const TO_BE_SAID = 'lieu à préciser'

/** What the names in braces of a text stand for. One that may take several lines has no place in a subject. */
const values = {
  'prénom': { value: ({ firstName }) => firstName },
  nom: { value: ({ lastName }) => lastName },
  'opération': { value: (known) => first(known).title },
  date: { value: (known) => day(first(known).startsAt) },
  horaires: { value: (known) => fromTo(first(known)) },
  lieu: { value: (known) => first(known).place || TO_BE_SAID },
  dates: { lines: true, value: ({ events }) => events.map((event) => `– ${day(event.startsAt)}, ${fromTo(event)}${event.place ? `, ${event.place}` : ''}`).join('\n') },
  nombre: { value: ({ events }) => (events.length > 1 ? `${events.length} dates` : 'une date') },
  limite: { value: ({ until }) => (until ? `${day(until)}, ${hours(until)}` : '') },
  lien: { lines: true, value: () => '[lien]' },
} satisfies Record<string, { lines?: true; value: (known: Known) => string }>

export type Variable = keyof typeof values

const IN_BRACES = /\{([^{}]*)\}/g
const named = (found: string) => found.trim().toLowerCase().normalize('NFC')

/** The names in braces of a text, as they stand there, each once. */
const namesIn = (text: string) => [...new Set([...text.matchAll(IN_BRACES)].map(([, found]) => found!))]

/** The names in braces that mean nothing here. */
export const unknownIn = (text: string, known: readonly Variable[]) => namesIn(text).filter((found) => !(known as readonly string[]).includes(named(found)))
/** Those that a text has to hold and does not. */
export const missingIn = (text: string, wanted: readonly Variable[]) => wanted.filter((name) => !namesIn(text).map(named).includes(name))
/** Those that stand for one line. */
export const ofOneLine = (known: readonly Variable[]) => known.filter((name) => !('lines' in values[name]))

/** The text with every name replaced, once: what a value holds is not looked at again. */
export const filled = (text: string, known: Known) => text.replace(IN_BRACES, (whole, found: string) => (values as Record<string, { value: (known: Known) => string }>)[named(found)]?.value(known) ?? whole)

export const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ')
