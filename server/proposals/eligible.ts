import type { Answer, EventToFill, Obstacle, Person, ProposalInput } from './propose.input.ts'
import { clash, daysOf, distanceKm, overlap } from './travel.ts'

/** Somebody who may come to an event; `obstacle`: what keeps the person away whatever else is proposed. */
export type Candidate = { person: number; answer: Answer['answer']; distanceKm: number | null; tie: number; obstacle: Obstacle | null }

/** The input in the order in which places are filled, by numbers in place of identifiers. */
export type Field = {
  events: EventToFill[]
  people: Person[]
  /** By event, the nearest to it first. */
  candidates: Candidate[][]
  /** By event: the days that it touches. */
  days: string[][]
  /** By event: what keeps one person from it and from another, by the number of the other. */
  clashes: Map<number, 'TAKEN' | 'TRAVEL'>[]
  /** By person: the days already confirmed in the campaign. */
  confirmedDays: ReadonlySet<string>[]
  /** By person: how many places are confirmed in the campaign. */
  load: number[]
}

const TIES = 1_000
const DAY_MS = 86_400_000
const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Between candidates that nothing else tells apart: neither the alphabet nor the age of a record decides. */
function tieOf(eventId: string, personId: string): number {
  let hash = 0x811c9dc5
  for (const letter of eventId + personId) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0) % TIES
}

/** The nearest in time come first; of those at one time, the hardest to fill: fewest who can come for each place. */
export function fieldOf({ events: given, people: everybody, answers }: ProposalInput): Field {
  const people = everybody.toSorted((one, other) => byText(one.id, other.id))
  const numberOf = new Map(people.map(({ id }, number) => [id, number]))
  const confirmedDays = people.map(({ taken }) => new Set(taken.filter(({ counts }) => counts).flatMap(daysOf)))
  const load = people.map(({ taken }) => taken.filter(({ counts }) => counts).length)

  const answersTo = Map.groupBy(answers, ({ eventId }) => eventId)
  const met = given.map((event) => {
    const days = daysOf(event)
    const candidates = (answersTo.get(event.id) ?? []).map(({ personId, answer, bar }): Candidate => {
      const number = numberOf.get(personId)!
      const person = people[number]!
      const km = person.home && event.place ? distanceKm(person.home, event.place) : null
      return { person: number, answer, distanceKm: km, tie: tieOf(event.id, personId), obstacle: bar ?? obstacleOf(event, days, person, confirmedDays[number]!, km) }
    })
    candidates.sort((one, other) => (one.distanceKm ?? 0) - (other.distanceKm ?? 0) || one.tie - other.tie || one.person - other.person)
    const ease = candidates.filter(({ obstacle }) => obstacle === null).length / Math.max(1, event.places)
    return { event, days, candidates, ease }
  })
  met.sort((one, other) => one.event.startsAt - other.event.startsAt || one.ease - other.ease || byText(one.event.id, other.event.id))
  const events = met.map(({ event }) => event)
  return { events, people, candidates: met.map(({ candidates }) => candidates), days: met.map(({ days }) => days), clashes: clashesOf(events), confirmedDays, load }
}

/** What keeps a person from an event, by what is confirmed or said; null when nothing does. */
export function obstacleOf(event: EventToFill, days: string[], { taken, unavailable, maxDistanceKm, maxDays }: Person, confirmed: ReadonlySet<string>, km: number | null): Obstacle | null {
  if (unavailable.some((span) => overlap(span, event))) return 'UNAVAILABLE'
  if (maxDistanceKm !== null && km !== null && km > maxDistanceKm) return 'DISTANCE'
  const met = taken.map((stay) => clash(stay, event))
  if (met.includes('TAKEN')) return 'TAKEN'
  if (met.includes('TRAVEL')) return 'TRAVEL'
  return maxDays !== null && new Set([...confirmed, ...days]).size > Math.max(maxDays, confirmed.size) ? 'MAX_DAYS' : null
}

/** Events are in the order of their start: whatever begins a day after an event ends is out of its way, and so is the rest. */
function clashesOf(events: EventToFill[]): Field['clashes'] {
  const clashes = events.map(() => new Map<number, 'TAKEN' | 'TRAVEL'>())
  events.forEach((event, one) => {
    clashes[one]!.set(one, 'TAKEN')
    for (let other = one + 1; other < events.length && events[other]!.startsAt < event.endsAt + DAY_MS; other++) {
      const met = clash(event, events[other]!)
      if (!met) continue
      clashes[one]!.set(other, met)
      clashes[other]!.set(one, met)
    }
  })
  return clashes
}
