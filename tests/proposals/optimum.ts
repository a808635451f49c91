import loadHighs from 'highs'
import { obstacleOf } from '../../server/proposals/eligible.ts'
import type { ProposalInput } from '../../server/proposals/propose.input.ts'
import { clash, daysOf, distanceKm } from '../../server/proposals/travel.ts'

/** What a proposal is judged by, the most important first; the more of the first two, the less of the others, the better. */
export type Score = { filled: number; early: number; speakers: number; ifNeeded: number; load: number; metres: number }
type Pair = { eventId: string; personId: string }

const UNKNOWN_KM = 20
const nearestFirst = ({ events }: ProposalInput) => events.toSorted((one, other) => one.startsAt - other.startsAt)
const startOf = (input: ProposalInput) => {
  const starts = [...new Set(nearestFirst(input).map(({ startsAt }) => startsAt))]
  return new Map(input.events.map(({ id, startsAt }) => [id, starts.length - starts.indexOf(startsAt)]))
}

export function scoreOf(input: ProposalInput, lines: Pair[]): Score {
  const people = new Map(input.people.map((person) => [person.id, person]))
  const events = new Map(input.events.map((event) => [event.id, event]))
  const early = startOf(input)
  const counts = new Map<string, number>()
  for (const { personId } of lines) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  const answered = new Map(input.answers.map((one) => [one.eventId + one.personId, one.answer]))
  return {
    filled: lines.length,
    early: lines.reduce((sum, { eventId }) => sum + early.get(eventId)!, 0),
    speakers: input.events.reduce((sum, { id, languages, places }) => {
      const here = lines.filter(({ eventId }) => eventId === id).map(({ personId }) => people.get(personId)!.languages)
      return sum + mostSpoken(languages.slice(0, places), here)
    }, 0),
    ifNeeded: lines.filter((one) => answered.get(one.eventId + one.personId) === 'IF_NEEDED').length,
    load: [...counts].reduce((sum, [id, more]) => {
      const had = people.get(id)!.taken.filter(({ counts }) => counts).length
      return sum + (had + more) ** 2 - had ** 2
    }, 0),
    metres: lines.reduce((sum, { eventId, personId }) => {
      const [from, to] = [people.get(personId)!.home, events.get(eventId)!.place]
      return sum + Math.round(1_000 * (from && to ? distanceKm(from, to) : UNKNOWN_KM))
    }, 0),
  }
}

/** To how many of the languages a speaker of its own can be given. */
function mostSpoken([language, ...others]: string[], here: string[][]): number {
  if (!language) return 0
  return Math.max(mostSpoken(others, here), ...here.map((spoken, index) => (spoken.includes(language) ? 1 + mostSpoken(others, here.toSpliced(index, 1)) : 0)))
}

type Solver = Awaited<ReturnType<typeof loadHighs>>
let solver: Promise<Solver> | undefined

/**
 * The optimum, found by HiGHS as a mixed integer programme that shares with the proposal only the rules of what is
 * possible: one aim after the other, each kept while the next is sought.
 */
export async function optimumOf(input: ProposalInput, aims: (keyof Score)[] = ['filled', 'early', 'speakers', 'ifNeeded', 'load', 'metres']): Promise<Score> {
  const { solve } = await (solver ??= loadHighs())
  const { terms, rules, whole, bounded, lines } = programme(input)
  const kept: string[] = []
  let found = {} as Record<string, number>
  for (const aim of aims) {
    const sum = terms[aim]
    if (sum.length === 0) continue
    const most = aim === 'filled' || aim === 'early' || aim === 'speakers'
    const answer = solve([most ? 'Maximize' : 'Minimize', ` aim: ${sum.join(' ')}`, 'Subject To', ...rules, ...kept, 'Bounds', ...bounded, 'Binary', ...whole.map((one) => ` ${one}`), 'End'].join('\n'),
      { mip_rel_gap: 0, mip_abs_gap: 1e-3, output_flag: false })
    if (answer.Status !== 'Optimal') throw new Error(`HiGHS answers ${answer.Status}`)
    const value = Math.round(answer.ObjectiveValue)
    kept.push(` kept_${aim}: ${sum.join(' ')} ${most ? '>=' : '<='} ${value}`)
    found = Object.fromEntries(Object.entries(answer.Columns).map(([name, column]) => [name, column.Primal]))
  }
  return scoreOf(input, lines.filter(({ name }) => found[name]! > 0.5))
}

function programme(input: ProposalInput) {
  const terms: Record<keyof Score, string[]> = { filled: [], early: [], speakers: [], ifNeeded: [], load: [], metres: [] }
  const [rules, whole, bounded] = [[] as string[], [] as string[], [] as string[]]
  const early = startOf(input)
  const rule = (sum: string[], most: number) => sum.length > 0 && rules.push(` r${rules.length}: ${sum.join(' ')} <= ${most}`)
  const lines = input.answers.flatMap(({ eventId, personId, answer, bar }) => {
    const [event, person] = [input.events.find(({ id }) => id === eventId)!, input.people.find(({ id }) => id === personId)!]
    const km = person.home && event.place ? distanceKm(person.home, event.place) : null
    const confirmed = new Set(person.taken.filter(({ counts }) => counts).flatMap(daysOf))
    if (bar || obstacleOf(event, daysOf(event), person, confirmed, km)) return []
    return [{ name: `x_${input.events.indexOf(event)}_${input.people.indexOf(person)}`, eventId, personId, event, person, answer, km }]
  })
  for (const { name, eventId, answer, km } of lines) {
    whole.push(name)
    terms.filled.push(`+ ${name}`)
    terms.early.push(`+ ${early.get(eventId)} ${name}`)
    terms.metres.push(`+ ${Math.round(1_000 * (km ?? UNKNOWN_KM))} ${name}`)
    if (answer === 'IF_NEEDED') terms.ifNeeded.push(`+ ${name}`)
  }
  input.events.forEach(({ id, places, languages }) => {
    const here = lines.filter(({ eventId }) => eventId === id)
    rule(here.map(({ name }) => `+ ${name}`), places)
    // A speaker of its own for each language: who speaks two stands for one of them.
    const wanted = languages.slice(0, places)
    for (const { name, person } of here) {
      const stands = wanted.flatMap((language, which) => (person.languages.includes(language) ? [`s_${which}_${name}`] : []))
      whole.push(...stands)
      if (stands.length > 0) rule([...stands.map((one) => `+ ${one}`), `- ${name}`], 0)
    }
    wanted.forEach((language, which) => {
      const speakers = here.filter(({ person }) => person.languages.includes(language)).map(({ name }) => `+ s_${which}_${name}`)
      rule(speakers, 1)
      terms.speakers.push(...speakers)
    })
  })
  input.people.forEach(({ id, maxDays, taken }, number) => {
    const own = lines.filter(({ personId }) => personId === id)
    own.forEach((one, at) => own.slice(at + 1).forEach((other) => clash(one.event, other.event) && rule([`+ ${one.name}`, `+ ${other.name}`], 1)))
    const had = taken.filter(({ counts }) => counts)
    if (maxDays !== null) {
      const confirmed = new Set(had.flatMap(daysOf))
      const days = [...new Set(own.flatMap(({ event }) => daysOf(event)))].filter((day) => !confirmed.has(day))
      for (const [at, day] of days.entries()) {
        whole.push(`d_${number}_${at}`)
        for (const { name, event } of own) if (daysOf(event).includes(day)) rule([`+ ${name}`, `- d_${number}_${at}`], 0)
      }
      rule(days.map((_, at) => `+ d_${number}_${at}`), Math.max(0, maxDays - confirmed.size))
    }
    const steps = own.map((_, at) => `l_${number}_${at}`)
    bounded.push(...steps.map((step) => ` 0 <= ${step} <= 1`))
    terms.load.push(...steps.map((step, at) => `+ ${2 * (had.length + at) + 1} ${step}`))
    if (own.length > 0) rules.push(` load_${number}: ${[...own.map(({ name }) => `+ ${name}`), ...steps.map((step) => `- ${step}`)].join(' ')} = 0`)
  })
  return { terms, rules, whole, bounded, lines }
}
