import { compare, type Compared, type Comparison } from '../compare.ts'
import { frenchDay } from '../../frenchDay.ts'
import type { HeldEvent } from './heldEvents.ts'
import { notesOf } from './notesOf.ts'
import type { StoredEvent } from './storedEvent.ts'

const longDay = frenchDay({ dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })
const when = (value: unknown) => longDay.format(new Date(value as string))

const FIELDS = {
  startsAt: { label: 'Début', shown: when }, endsAt: { label: 'Fin', shown: when }, capacity: { label: 'Places', shown: String }, contactEmail: { label: 'Contact' },
  notes: { label: 'Notes', silent: { edited: 'Quelqu’un les a modifiées depuis la reprise : elles restent ainsi.', changed: 'Elles reprennent l’organisateur, les partenaires et le statut du fichier.' } },
} satisfies Record<string, Compared>

const said = (event: StoredEvent) => ({ startsAt: Date.parse(event.startsAt), endsAt: Date.parse(event.endsAt), capacity: event.capacity, contactEmail: event.contactEmail, notes: notesOf(event) })
const asIs = ({ startsAt, endsAt, capacity, contactEmail, notes }: HeldEvent) => ({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), capacity, contactEmail, notes })

/** What a line of a calendar says that the campaign's event does not. */
export function compareEvent(event: StoredEvent, held: HeldEvent): Comparison {
  const { set, ...told } = compare(FIELDS, said(event), asIs(held), held.base && said(held.base))
  for (const field of ['startsAt', 'endsAt']) if (set[field] !== undefined) set[field] = new Date(set[field] as number)
  return { ...told, set }
}
