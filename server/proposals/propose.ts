import { cheapestChain, follow } from './chains.ts'
import { fieldOf } from './eligible.ts'
import { gapsOf } from './gaps.ts'
import { count, give, LOAD, oneMore, planOf, withdraw, type Plan } from './plan.ts'
import { squeezed } from './squeeze.ts'
import type { Line, ProposalInput, ProposalResult } from './propose.input.ts'

/** After how many slots the least that a place costs is counted anew: the load grows. */
const COUNTED_EVERY = 50
/**
 * Places are handed on in the end, pass after pass. In the first, a chain is cut off as soon as it seems to cost more than it
 * can save; in the last, not before it costs the load of a place more: whoever gives his own up may save that at its end.
 */
const PASSES = [0, 0, 2 * LOAD, 2 * LOAD]
/** When to stop making it better: after seconds, for a thousand events. Counted, not timed, so that a slow machine proposes the same. */
const MOST_EFFORT = 8_000_000

/**
 * Who fills which places: as many as can be filled, the events nearest in time first; then a speaker of each language
 * wanted, as few « if needed » as possible, an even load, short ways. The same input gives the same proposal, in
 * whatever order it lists things. `tell` hears how far it is, from 0 to 1.
 */
export function propose(input: ProposalInput, tell: (done: number) => void = () => {}): ProposalResult {
  const plan = planOf(fieldOf(input))
  const steps = plan.slots.length * (2 + PASSES.length)
  let done = 0
  const each = (work: (slot: number) => unknown) => plan.slots.forEach((_, number) => {
    if (number % COUNTED_EVERY === 0) count(plan)
    work(number)
    tell(++done / steps)
  })
  each((slot) => filled(plan, slot))
  each((slot) => {
    while (plan.slots[slot]!.open > 0 && squeezed(plan, slot, MOST_EFFORT)) filled(plan, slot)
  })
  for (const slack of PASSES) each((slot) => plan.effort < MOST_EFFORT && handOn(plan, slot, slack))
  return { lines: linesOf(plan), gaps: gapsOf(plan) }
}

function filled(plan: Plan, slot: number): void {
  while (plan.slots[slot]!.open > 0) {
    const chain = cheapestChain(plan, slot)
    if (!chain) return
    follow(plan, chain)
  }
}

/** Hands on each place of a slot for which a cheaper chain is found. */
function handOn(plan: Plan, slot: number, slack: number): void {
  for (const { person } of plan.slots[slot]!.choices) {
    const place = plan.held[person]!.find((one) => one.slot === slot)
    if (!place) continue
    withdraw(plan, person, place)
    const chain = cheapestChain(plan, slot, slack)!
    if (chain.cost < place.cost + oneMore(plan, person)) follow(plan, chain)
    else give(plan, person, slot)
  }
}

function linesOf({ field: { events, people, candidates, load }, slots, held }: Plan): Line[] {
  return events.flatMap(({ id: eventId }, event) => candidates[event]!
    .filter(({ person }) => held[person]!.some(({ slot }) => slots[slot]!.event === event))
    .map(({ person, answer, distanceKm }) => ({ eventId, personId: people[person]!.id, answer, distanceKm, load: load[person]! })))
}
