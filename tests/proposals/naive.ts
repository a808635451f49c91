import type { Answer, EventToFill, Obstacle, Person, ProposalInput, Stay } from '../../server/proposals/propose.input.ts'

// The rules once more, told plainly and apart from the server's: what the tests and the simple greedy judge by.

const KM_AN_HOUR = 20
const HALF_AN_HOUR = 30 * 60_000
const day = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' })
const daysOf = ({ startsAt, endsAt }: Stay) => [...new Set([startsAt, endsAt - 1].map((at) => day.format(at)))]

export function kilometres(from: { latitude: number; longitude: number }, to: { latitude: number; longitude: number }): number {
  const [a, b] = [from, to].map(({ latitude, longitude }) => [latitude, longitude].map((degrees) => (degrees * Math.PI) / 180) as [number, number])
  return 6_371 * Math.acos(Math.min(1, Math.sin(a![0]) * Math.sin(b![0]) + Math.cos(a![0]) * Math.cos(b![0]) * Math.cos(b![1] - a![1])))
}

const meet = (one: Stay, other: Stay) => !(one.endsAt <= other.startsAt || other.endsAt <= one.startsAt)
function tooFar(one: Stay, other: Stay): boolean {
  if (meet(one, other) || !daysOf(one).some((one) => daysOf(other).includes(one))) return false
  const pause = Math.max(one.startsAt, other.startsAt) - Math.min(one.endsAt, other.endsAt)
  if (one.place && other.place && one.place.latitude === other.place.latitude && one.place.longitude === other.place.longitude) return false
  const way = one.place && other.place ? kilometres(one.place, other.place) : 20
  return pause < HALF_AN_HOUR + (way / KM_AN_HOUR) * 3_600_000
}

/** Everything that keeps this person from this event, who already has these. */
export function obstaclesTo(event: EventToFill, person: Person, { bar }: Answer, having: EventToFill[]): Obstacle[] {
  const stays: Stay[] = [...person.taken, ...having]
  const confirmed = new Set(person.taken.filter(({ counts }) => counts).flatMap(daysOf))
  const days = new Set([...confirmed, ...having.flatMap(daysOf), ...daysOf(event)])
  return [
    ...(bar ? [bar] : []),
    ...(person.unavailable.some((span) => meet({ ...span, place: null }, event)) ? ['UNAVAILABLE' as const] : []),
    ...(person.maxDistanceKm !== null && person.home && event.place && kilometres(person.home, event.place) > person.maxDistanceKm ? ['DISTANCE' as const] : []),
    ...(stays.some((stay) => meet(stay, event)) ? ['TAKEN' as const] : []),
    ...(stays.some((stay) => tooFar(stay, event)) ? ['TRAVEL' as const] : []),
    ...(person.maxDays !== null && days.size > Math.max(person.maxDays, confirmed.size) ? ['MAX_DAYS' as const] : []),
  ]
}

type Pair = { eventId: string; personId: string }
/** The input by identifiers, and what each person has of some lines. */
export function looked({ events, people, answers }: ProposalInput) {
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const personOf = new Map(people.map((person) => [person.id, person]))
  const answerOf = new Map(answers.map((answer) => [`${answer.eventId} ${answer.personId}`, answer]))
  return {
    eventOf, personOf,
    answerTo: ({ eventId, personId }: Pair) => answerOf.get(`${eventId} ${personId}`),
    had: (lines: Pair[], personId: string, but?: string) => lines.filter((line) => line.personId === personId && line.eventId !== but).map(({ eventId }) => eventOf.get(eventId)!),
  }
}

/** What a person would do with a list: event after event, the first who can, yes before if needed, the least busy, the nearest. */
export function greedy(input: ProposalInput): Pair[] {
  const { eventOf, personOf, answerTo, had } = looked(input)
  const lines: Pair[] = []
  const kmTo = (personId: string, eventId: string) => {
    const [home, place] = [personOf.get(personId)!.home, eventOf.get(eventId)!.place]
    return home && place ? kilometres(home, place) : 20
  }
  for (const event of input.events.toSorted((one, other) => one.startsAt - other.startsAt)) {
    const open = input.answers.filter(({ eventId }) => eventId === event.id)
    for (let place = 0; place < event.places; place++) {
      const load = (id: string) => personOf.get(id)!.taken.filter(({ counts }) => counts).length + had(lines, id).length
      const [first] = open
        .filter((answer) => !lines.some((line) => line.eventId === event.id && line.personId === answer.personId) && obstaclesTo(event, personOf.get(answer.personId)!, answer, had(lines, answer.personId)).length === 0)
        .sort((one, other) => Number(one.answer === 'IF_NEEDED') - Number(other.answer === 'IF_NEEDED') || load(one.personId) - load(other.personId) || kmTo(one.personId, event.id) - kmTo(other.personId, event.id))
      if (first && answerTo({ eventId: event.id, personId: first.personId })) lines.push({ eventId: event.id, personId: first.personId })
    }
  }
  return lines
}
