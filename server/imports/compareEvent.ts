import type { Finding } from './calendar/notes.ts'
import type { HeldEvent } from './heldEvents.ts'
import type { StoredEvent } from './judgeLines.ts'
import { notesOf } from './notesOf.ts'

const longDay = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })
const when = (value: unknown) => longDay.format(new Date(value as string))
const plain = (value: unknown) => `« ${value ?? ''} »`

type Said = { startsAt: number; endsAt: number; capacity: number; contactEmail: string | null; notes: string | null }
type Field = keyof Said

const FIELDS: Record<Field, { label: string; shown?: (value: unknown) => string }> = {
  startsAt: { label: 'Début', shown: when }, endsAt: { label: 'Fin', shown: when }, capacity: { label: 'Places', shown: String },
  contactEmail: { label: 'Contact', shown: plain }, notes: { label: 'Notes' },
}

const said = (event: StoredEvent): Said => ({ startsAt: Date.parse(event.startsAt), endsAt: Date.parse(event.endsAt), capacity: event.capacity, contactEmail: event.contactEmail, notes: notesOf(event) })
const asIs = ({ startsAt, endsAt, capacity, contactEmail, notes }: HeldEvent): Said => ({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), capacity, contactEmail, notes })

export type Comparison = {
  /** What the line would write. */
  set: Record<string, unknown>
  findings: Finding[]
  /** Fields that a person has changed since, and that the line would overwrite. */
  overwrites: boolean
}

/**
 * What a line says that the event it repeats does not: compared with what was last imported, so that what a person
 * changed since is not taken for a change of the file.
 */
export function compareEvent(event: StoredEvent, held: HeldEvent): Comparison {
  const [line, now, base] = [said(event), asIs(held), held.base && said(held.base)]
  const findings: Finding[] = []
  const set: Record<string, unknown> = {}
  let overwrites = false
  for (const [field, { label, shown }] of Object.entries(FIELDS) as [Field, (typeof FIELDS)[Field]][]) {
    if (line[field] === now[field]) continue
    const edited = !base || base[field] !== now[field]
    const as = shown ? (value: unknown) => shown(value) : null
    if (base && line[field] === base[field]) {
      findings.push({ code: 'EDITED_SINCE', column: label, sentence: as ? `Quelqu’un l’a modifié depuis la reprise : ${as(now[field])} reste.` : 'Quelqu’un les a modifiées depuis la reprise : elles restent ainsi.' })
      continue
    }
    set[field] = field === 'startsAt' || field === 'endsAt' ? new Date(line[field]) : line[field]
    findings.push({ code: 'CHANGE', column: label, sentence: as ? `${as(now[field])} devient ${as(line[field])}.` : 'Elles reprennent l’organisateur, les partenaires et le statut du fichier.' })
    if (!edited) continue
    overwrites = true
    findings.push({ code: 'EDITED_SINCE', column: label, sentence: 'Quelqu’un l’a écrit depuis la reprise : reprendre cette ligne l’effacerait. Choisissez-la seulement si le fichier a raison.' })
  }
  return { set, findings, overwrites }
}
