import { expect, it } from 'vitest'
import { propose } from '../../server/proposals/propose.ts'
import type { Line, ProposalInput } from '../../server/proposals/propose.input.ts'
import { drawn, numbers, type Size } from './drawn.ts'
import { greedy, looked, obstaclesTo } from './naive.ts'
import { optimumOf, scoreOf } from './optimum.ts'

const SIZES: Size[] = [
  { events: 6, people: 8, days: 2, answersEach: 3, needed: 2 },
  { events: 10, people: 15, days: 4, answersEach: 3, needed: 3 },
  { events: 12, people: 10, days: 3, answersEach: 5, needed: 2 },
  { events: 40, people: 60, days: 8, answersEach: 5 },
]
const cases = (each: number) => SIZES.flatMap((size) => Array.from({ length: each }, (_, seed) => ({ seed, input: drawn(seed, size), name: `seed ${seed} of ${JSON.stringify(size)}` })))

it('never proposes whom anything keeps away, nor twice, nor more than there are places', () => {
  for (const { input, name } of cases(60)) {
    const { eventOf, personOf, answerTo, had } = looked(input)
    const { lines } = propose(input)
    expect(new Set(lines.map(({ eventId, personId }) => eventId + personId)).size, name).toBe(lines.length)
    for (const line of lines) {
      expect(obstaclesTo(eventOf.get(line.eventId)!, personOf.get(line.personId)!, answerTo(line)!, had(lines, line.personId, line.eventId)), `${name}: ${line.eventId} ${line.personId}`).toEqual([])
      expect(line.answer, name).toBe(answerTo(line)!.answer)
    }
    for (const { id, places } of input.events) expect(lines.filter(({ eventId }) => eventId === id).length, name).toBeLessThanOrEqual(places)
  }
})

it('says of each place left open what keeps away everybody who may come, and says nothing else', () => {
  for (const { input, name } of cases(60)) {
    const { personOf, had } = looked(input)
    const { lines, gaps } = propose(input)
    for (const event of input.events) {
      const here = lines.filter(({ eventId }) => eventId === event.id)
      const gap = gaps.find(({ eventId }) => eventId === event.id)
      expect(gap?.missing ?? 0, name).toBe(event.places - here.length)
      const lacking = event.languages.filter((language) => !here.some(({ personId }) => personOf.get(personId)!.languages.includes(language)))
      expect(gap?.languages ?? [], name).toEqual(lacking)
      if (here.length === event.places) continue
      const away = input.answers.filter(({ eventId, personId }) => eventId === event.id && !here.some((line) => line.personId === personId))
      const met = away.map((answer) => obstaclesTo(event, personOf.get(answer.personId)!, answer, had(lines, answer.personId)))
      expect(met.filter((obstacles) => obstacles.length === 0), `${name}: somebody could come to ${event.id}`).toEqual([])
      const first = met.map(([obstacle]) => obstacle!)
      expect(Object.fromEntries(gap!.obstacles.map(({ obstacle, people }) => [obstacle, people])), name).toEqual(
        Object.fromEntries([...new Set(first)].map((obstacle) => [obstacle, first.filter((one) => one === obstacle).length])))
    }
  }
})

it('is the same for the same answers, in whatever order they come', () => {
  for (const { input, seed, name } of cases(20)) {
    const number = numbers(seed + 1)
    const shuffled = <T>(list: T[]) => list.map((one) => [number(), one] as const).sort(([one], [other]) => one - other).map(([, one]) => one)
    expect(propose({ events: shuffled(input.events), people: shuffled(input.people), answers: shuffled(input.answers) }), name).toEqual(propose(input))
  }
})

/** What is there once some of the lines are accepted: their places are taken, and their people. */
function after(input: ProposalInput, accepted: Line[]): ProposalInput {
  const { personOf, eventOf } = looked(input)
  const of = (id: string) => accepted.filter(({ eventId }) => eventId === id)
  return {
    events: input.events.map((event) => ({
      ...event, places: event.places - of(event.id).length,
      languages: event.languages.filter((language) => !of(event.id).some(({ personId }) => personOf.get(personId)!.languages.includes(language))),
    })),
    people: input.people.map((person) => ({
      ...person, taken: [...person.taken, ...accepted.filter(({ personId }) => personId === person.id).map(({ eventId }) => ({ ...eventOf.get(eventId)!, counts: true }))],
    })),
    answers: input.answers.filter(({ eventId, personId }) => !accepted.some((line) => line.eventId === eventId && line.personId === personId)),
  }
}

it('leaves what was accepted alone: made again it fills as many places, and none once all is accepted', () => {
  for (const { input, seed, name } of cases(40)) {
    const number = numbers(seed)
    const { lines } = propose(input)
    const some = lines.filter(() => number() < 0.5)
    expect(some.length + propose(after(input, some)).lines.length, name).toBeGreaterThanOrEqual(lines.length)
    expect(propose(after(input, lines)).lines, name).toEqual([])
  }
})

it('fills never fewer places than a simple greedy, and as many as the optimum but for one case in fifty', async () => {
  let [short, best, simple, mine] = [0, 0, 0, 0]
  const small = SIZES.slice(0, 3).flatMap((size) => Array.from({ length: 50 }, (_, seed) => drawn(seed + 1_000, size)))
  for (const input of small) {
    const { lines } = propose(input)
    const [here, list] = [scoreOf(input, lines), scoreOf(input, greedy(input))]
    const { filled } = await optimumOf(input, ['filled'])
    expect(here.filled).toBeLessThanOrEqual(filled)
    expect(here.filled).toBeGreaterThanOrEqual(list.filled)
    if (here.filled < filled) short++
    best += filled
    simple += list.filled
    mine += here.filled
  }
  expect(short).toBeLessThanOrEqual(small.length / 50)
  expect(mine).toBeGreaterThan(simple)
  expect(mine / best).toBeGreaterThan(0.995)
})

it('tells how far it is, and makes sixty events and four hundred people in under a second', () => {
  const input = drawn(1, { events: 60, people: 400, days: 30, answersEach: 10 })
  const told: number[] = []
  const start = performance.now()
  const { lines } = propose(input, (done) => told.push(done))
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(lines.length).toBeGreaterThan(100)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
  expect(told.at(-1)).toBeLessThanOrEqual(1)
})
