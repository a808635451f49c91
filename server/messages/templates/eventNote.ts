import { filled, unknownIn, type EventFacts, type Variable } from '../variables.ts'

/** What a person writes to the referents of an event; names in braces stand for what differs. */
export type EventNote = EventFacts & { subject: string; body: string }

/** The names that a text may hold, as `{prénom}`. */
export const variables: readonly Variable[] = ['prénom', 'opération', 'date', 'horaires', 'lieu']

/** The names in braces that mean nothing here, each once. */
export const unknownVariables = (text: string) => unknownIn(text, variables)

export function eventNote(person: { firstName: string; lastName: string }, { subject, body, ...event }: EventNote) {
  const known = { ...person, events: [event] }
  return { subject: filled(subject, known), body: `Bonjour ${person.firstName},\n\n${filled(body, known)}\n\nVos dates et vos réponses sont sur votre page personnelle, sans compte ni mot de passe\u00a0:\n[lien]` }
}
