import type { Commitments } from './commitments.ts'
import type { Event, Planned, Times } from './events.ts'

export type Entry = {
  id: string; at: Date; accountId: string | null; referentId: string | null; resource: string; recordId: string; action: string
  changes: Record<string, [string | number | null, string | number]>; reason: string | null; departmentCode: string | null
}
/** Who decides and who prepares in each department. */
export type Staff = Map<string, { manager: string; agent: string }>

const steps: [action: keyof Times, from: string, to: string, reason?: string][] = [
  ['submit', 'DRAFT', 'SUBMITTED'],
  ['publish', 'SUBMITTED', 'PUBLISHED'],
  ['postpone', 'PUBLISHED', 'POSTPONED', 'La salle n’est plus libre ce jour-là : une autre date est cherchée.'],
  ['cancel', 'PUBLISHED', 'CANCELLED', 'Trop peu de jeunes orientés par les structures à cette date.'],
  ['hold', 'PUBLISHED', 'HELD'],
  ['close', 'HELD', 'CLOSED'],
]

/** What the application would have written of all that the demonstration shows. */
export function journalOf(planned: Planned[], { availabilities, assignments }: Commitments, staff: Staff, id: () => string): Entry[] {
  const entry = (at: Date, accountId: string | null, resource: string, { id: recordId, departmentCode }: { id: string; departmentCode: string }, action: string, more: Partial<Entry> = {}): Entry => ({
    id: id(), at, accountId, referentId: null, resource, recordId, action, changes: {}, reason: null, departmentCode, ...more,
  })
  const aboutEvent = ({ event, times }: Planned): Entry[] => {
    const { manager, agent } = staff.get(event.departmentCode)!
    const asked = availabilities.filter(({ eventId }) => eventId === event.id).length
    return [
      entry(times.create, agent, 'Event', event, 'create'),
      ...(times.invite ? [entry(times.invite, agent, 'Event', event, 'invite', { changes: { referents: [null, asked] } })] : []),
      ...steps.flatMap(([action, from, to, reason]) => {
        const at = times[action]
        return at ? [entry(at, action === 'submit' ? agent : manager, 'Event', event, action, { changes: { state: [from, to] }, reason: reason ?? null })] : []
      }),
    ]
  }
  const events = new Map(planned.map((one) => [one.event.id, one]))
  return [
    ...planned.flatMap(aboutEvent),
    ...availabilities.flatMap((each) => {
      if (!each.answer) return []
      const byStaff = each.source === 'STAFF'
      return [entry(each.answeredAt!, byStaff ? staff.get(each.departmentCode)!.agent : null, 'Availability', each, byStaff ? 'record' : 'answer', {
        changes: { answer: [null, each.answer] }, referentId: byStaff ? null : each.referentId,
      })]
    }),
    ...assignments.flatMap((each) => {
      const { event, times } = events.get(each.eventId)!
      const { agent, manager } = staff.get(each.departmentCode)!
      const first = each.state === 'OFFERED' ? 'OFFERED' : 'CONFIRMED'
      const followed = lastOf(event, times)
      return [
        entry(each.createdAt, agent, 'Assignment', each, 'create', { changes: { state: [null, first] } }),
        ...(each.state === first ? [] : [entry(followed.at, followed.action === 'recordPresence' ? agent : manager, 'Assignment', each, followed.action, {
          changes: { state: [first, each.state] }, reason: steps.find(([action]) => action === followed.action)?.[3] ?? null,
        })]),
      ]
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** What brought the places of an event to where they are. */
function lastOf({ endsAt }: Event, { postpone, cancel }: Times) {
  if (postpone) return { action: 'postpone', at: postpone }
  if (cancel) return { action: 'cancel', at: cancel }
  return { action: 'recordPresence', at: endsAt }
}
