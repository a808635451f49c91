import { cheapestChain, follow } from './chains.ts'
import { fieldOf } from './eligible.ts'
import { gapsOf } from './gaps.ts'
import { give, oneMore, planOf, withdraw, type Plan } from './plan.ts'
import { squeezed } from './squeeze.ts'
import type { Line, ProposalInput, ProposalResult } from './propose.input.ts'

/** How often every place is looked at again, at most. */
const MOST_PASSES = 3
/** When to stop making it better: some seconds for a thousand events. Counted, not timed, so that a slow machine proposes the same. */
const MOST_EFFORT = 60_000_000

/**
 * Who fills which places: as many as can be filled, the events nearest in time first; then a speaker of each language
 * wanted, as few « if needed » as possible, an even load, short ways. The same input gives the same proposal, in
 * whatever order it lists things. `tell` hears how far it is, from 0 to 1.
 */
export function propose(input: ProposalInput, tell: (done: number) => void = () => {}): ProposalResult {
  const plan = planOf(fieldOf(input))
  const steps = plan.slots.length * (2 + MOST_PASSES)
  let done = 0
  const each = (work: (slot: number) => void) => plan.slots.forEach((_, number) => {
    work(number)
    tell(++done / steps)
  })
  each((slot) => filled(plan, slot))
  each((slot) => {
    while (plan.slots[slot]!.open > 0 && squeezed(plan, slot, MOST_EFFORT)) filled(plan, slot)
  })
  for (let pass = 0, better = true; pass < MOST_PASSES && better; pass++) {
    better = false
    each((slot) => (better = (plan.effort < MOST_EFFORT && handedOn(plan, slot)) || better))
  }
  return { lines: linesOf(plan), gaps: gapsOf(plan) }
}

function filled(plan: Plan, slot: number): void {
  while (plan.slots[slot]!.open > 0) {
    const chain = cheapestChain(plan, slot)
    if (!chain) return
    follow(plan, chain)
  }
}

/** Hands on each place of a slot for which a cheaper chain is found; answers whether there was one. */
function handedOn(plan: Plan, slot: number): boolean {
  let better = false
  for (const { person } of plan.slots[slot]!.choices) {
    const place = plan.held[person]!.find((one) => one.slot === slot)
    if (!place) continue
    withdraw(plan, person, place)
    const chain = cheapestChain(plan, slot)!
    if (chain.cost < place.cost + oneMore(plan, person)) {
      follow(plan, chain)
      better = true
    } else give(plan, person, slot)
  }
  return better
}

function linesOf({ field: { events, people, candidates, load }, slots, held }: Plan): Line[] {
  return events.flatMap(({ id: eventId }, event) => candidates[event]!
    .filter(({ person }) => held[person]!.some(({ slot }) => slots[slot]!.event === event))
    .map(({ person, answer, distanceKm }) => ({ eventId, personId: people[person]!.id, answer, distanceKm, load: load[person]! })))
}
