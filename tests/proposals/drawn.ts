import type { Answer, EventToFill, Person, Place, ProposalInput } from '../../server/proposals/propose.input.ts'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Size = {
  events: number
  people: number
  /** Over how many days the events fall: the fewer, the more of them are in one another’s way. */
  days: number
  /** At how many events a person says to be free, on average. */
  answersEach: number
  /** How many referents an event needs at most. */
  needed?: number
}

const HOUR = 3_600_000
const MONDAY = Date.parse('2026-10-12T00:00:00Z')
const LANGUAGES = ['arabe', 'anglais', 'tamoul']

/** Half-days and days in one region, people who live there, and what they answered; drawn from a seed. */
export function drawn(seed: number, { events: many, people: crowd, days, answersEach, needed = 4 }: Size): ProposalInput {
  const number = numbers(seed)
  const upTo = (most: number) => Math.floor(number() * most)
  const maybe = (chance: number) => number() < chance
  const place = (): Place => ({ latitude: 48.7 + number() * 0.4, longitude: 2.1 + number() * 0.6 })
  const speaks = () => LANGUAGES.filter(() => maybe(0.2))
  const stay = (day: number) => {
    const [from, until] = [[7, 10], [8, 15], [12, 15], [13, 16], [7.5, 9.5]][upTo(5)]!
    return { startsAt: MONDAY + day * 24 * HOUR + from! * HOUR, endsAt: MONDAY + day * 24 * HOUR + until! * HOUR, place: maybe(0.05) ? null : place() }
  }
  const events = Array.from({ length: many }, (_, index): EventToFill => {
    const places = 1 + upTo(needed)
    return { id: `event-${String(index).padStart(4, '0')}`, ...stay(upTo(days)), places, languages: maybe(0.3) ? LANGUAGES.filter(() => maybe(0.4)).slice(0, places) : [] }
  })
  const people = Array.from({ length: crowd }, (_, index): Person => ({
    id: `person-${String(index).padStart(4, '0')}`, home: maybe(0.1) ? null : place(), maxDistanceKm: maybe(0.3) ? 10 + upTo(30) : null, maxDays: maybe(0.6) ? 1 + upTo(3) : null, languages: speaks(),
    taken: maybe(0.15) ? [{ ...stay(upTo(days)), counts: maybe(0.5) }] : [], unavailable: maybe(0.1) ? [stay(upTo(days))] : [],
  }))
  const answers: Answer[] = people.flatMap(({ id }) => {
    const about = new Set(Array.from({ length: upTo(2 * answersEach + 1) }, () => upTo(many)))
    return [...about].map((index): Answer => ({ eventId: events[index]!.id, personId: id, answer: maybe(0.7) ? 'YES' : 'IF_NEEDED', bar: maybe(0.05) ? (['INACTIVE', 'ENDED', 'REFUSED'] as const)[upTo(3)]! : null }))
  })
  return { events, people, answers }
}
