import type { Event } from '../events/event.queries.ts'

type Availability = Event['availabilities'][number]
type Assignment = Event['assignments'][number]
/** A referent at an event: asked, assigned, or both. */
export type Place = { referentId: string; referent: Availability['referent']; availability?: Availability; assignment?: Assignment }

const rank = ({ availability, assignment }: Place) =>
  assignment && ['CONFIRMED', 'PRESENT'].includes(assignment.state) ? 0 : ['YES', 'IF_NEEDED', null, 'NO'].indexOf(availability?.answer ?? null) + 1

/** One row per referent: those who come first, then yes, if needed, no answer, no. */
export function placesOf({ availabilities = [], assignments = [] }: Partial<Event>): Place[] {
  const places = new Map<string, Place>()
  for (const availability of availabilities) places.set(availability.referentId, { referentId: availability.referentId, referent: availability.referent, availability })
  for (const assignment of assignments) {
    const known = places.get(assignment.referentId)
    places.set(assignment.referentId, { referentId: assignment.referentId, referent: known?.referent ?? assignment.referent, availability: known?.availability, assignment })
  }
  return [...places.values()].sort((a, b) => rank(a) - rank(b) || (a.referent?.lastName ?? '').localeCompare(b.referent?.lastName ?? '', 'fr'))
}
