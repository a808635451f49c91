import type { Field } from './eligible.ts'
import type { Obstacle } from './propose.input.ts'
import { UNKNOWN_KM } from './travel.ts'

/** Places of one event that are alike: one for each language wanted, and all the others; `least`: what whoever takes one costs at least. */
export type Slot = { event: number; open: number; choices: Choice[]; costs: Map<number, number>; least: number }
/** Somebody who may take a place of a slot, and what it costs: the lower, the better. */
export type Choice = { person: number; cost: number }
/** A place that a person has in the plan. */
export type Held = { slot: number; cost: number }

/** Who has which place so far; `effort`: how many choices were looked at, which tells time without a clock. */
export type Plan = { field: Field; slots: Slot[]; held: Held[][]; effort: number }

/**
 * What weighs, from the least on. Each is worth more than a chain of moves can gain on those below it: at most
 * 12 moves of 300 km; 500 places of one person.
 */
const KM = 1_000
export const LOAD = 12 * 300 * KM
const IF_NEEDED = 1_000 * LOAD
const OTHER_LANGUAGE = 12 * IF_NEEDED

export function planOf(field: Field): Plan {
  const slots = field.events.flatMap(({ places, languages }, event): Slot[] => {
    const free = field.candidates[event]!.filter(({ obstacle }) => obstacle === null)
    const slotFor = (language: string | null, open: number): Slot => {
      const choices = free.map(({ person, answer, distanceKm, tie }): Choice => ({
        person,
        cost: Math.round((distanceKm ?? UNKNOWN_KM) * KM) + tie + (answer === 'IF_NEEDED' ? IF_NEEDED : 0) +
          (language && !field.people[person]!.languages.includes(language) ? OTHER_LANGUAGE : 0),
      }))
      return { event, open, choices, costs: new Map(choices.map(({ person, cost }) => [person, cost])), least: 0 }
    }
    const wanted = languages.slice(0, places)
    return [...wanted.map((language) => slotFor(language, 1)), slotFor(null, places - wanted.length)]
  })
  return { field, slots: slots.filter(({ open }) => open > 0), held: field.people.map(() => []), effort: 0 }
}

/** What one more place costs a person: the more he has, the more it costs, so that the load is spread. */
export const oneMore = ({ field, held }: Plan, person: number) => (2 * (field.load[person]! + held[person]!.length) + 1) * LOAD

/** Counts anew what whoever takes a place costs at least, by the load that everybody has by now. */
export function count(plan: Plan): void {
  for (const slot of plan.slots) slot.least = slot.choices.reduce((least, { person, cost }) => Math.min(least, cost + oneMore(plan, person)), Infinity)
}

/** What keeps a person from one more event, beside what is confirmed; `leaving`: the places given up for it. */
export function hindrance({ field: { clashes, days, people, confirmedDays }, slots, held }: Plan, person: number, event: number, leaving: readonly Held[] = []): Extract<Obstacle, 'TAKEN' | 'TRAVEL' | 'MAX_DAYS'> | null {
  const own = held[person]!
  const inTheWay = clashes[event]!
  let travel = false
  for (const place of own) {
    if (leaving.includes(place)) continue
    const clash = inTheWay.get(slots[place.slot]!.event)
    if (clash === 'TAKEN') return clash
    travel ||= clash === 'TRAVEL'
  }
  if (travel) return 'TRAVEL'
  const { maxDays } = people[person]!
  const confirmed = confirmedDays[person]!
  if (maxDays === null || (own.length === 0 && confirmed.size === 0)) return maxDays !== null && days[event]!.length > maxDays ? 'MAX_DAYS' : null
  const spent = new Set([...confirmed, ...days[event]!])
  for (const place of own) if (!leaving.includes(place)) for (const day of days[slots[place.slot]!.event]!) spent.add(day)
  // Whoever has more days confirmed than he said may still come twice on one of them.
  return spent.size > Math.max(maxDays, confirmed.size) ? 'MAX_DAYS' : null
}

export function give({ slots, held }: Plan, person: number, slot: number): void {
  held[person]!.push({ slot, cost: slots[slot]!.costs.get(person)! })
  slots[slot]!.open--
}

export function withdraw({ slots, held }: Plan, person: number, place: Held): void {
  held[person]!.splice(held[person]!.indexOf(place), 1)
  slots[place.slot]!.open++
}
