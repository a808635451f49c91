import { cheapestChain, follow } from './chains.ts'
import { give, hindrance, withdraw, type Held, type Plan } from './plan.ts'

/**
 * Fills one place more than before where no chain fills this slot: somebody takes it who gives up one or two places for
 * it, after which more can be filled than were given up: a whole day in place of a morning and an afternoon, or two events
 * of one day in place of another day. Answers whether it could.
 */
export function squeezed(plan: Plan, slot: number, mostEffort: number): boolean {
  const { event, choices } = plan.slots[slot]!
  for (const { person } of choices) {
    const own = plan.held[person]!
    for (const leaving of [...own.map((place) => [place]), ...own.flatMap((one, at) => own.slice(at + 1).map((other) => [one, other]))]) {
      if (plan.effort > mostEffort) return false
      if (!hindrance(plan, person, event, leaving) && gained(plan, person, slot, leaving)) return true
    }
  }
  return false
}

/** Gives a person the slot in place of others, when more places are filled in the end; else nothing changes. */
function gained(plan: Plan, person: number, slot: number, leaving: Held[]): boolean {
  const [held, open] = [plan.held.map((places) => [...places]), plan.slots.map((one) => one.open)]
  for (const place of leaving) withdraw(plan, person, place)
  give(plan, person, slot)
  const left = new Set(leaving.map((place) => place.slot))
  let gain = 1 - leaving.length
  plan.slots.forEach((other, number) => {
    if (other.open === 0 || !(left.has(number) || other.costs.has(person))) return
    const chain = cheapestChain(plan, number)
    if (!chain) return
    follow(plan, chain)
    gain++
  })
  if (gain > 0) return true
  plan.held = held
  plan.slots.forEach((one, number) => (one.open = open[number]!))
  return false
}
