import { give, hindrance, oneMore, withdraw, type Held, type Plan } from './plan.ts'

/** How many people may change places so that one more place is filled. */
const MOST_MOVES = 12

/** A slot that lacks one person since somebody gave his place up for one of the slot `to`; nobody did where a chain begins. */
type Link = { slot: number; cost: number; person: number; place: Held | null; to: Link | null; moves: number }
/** Somebody who takes the last place of a chain, and what all of it costs. */
export type Chain = { person: number; last: Link; cost: number }

/**
 * The cheapest way to fill a place of a slot: somebody takes it, or gives up another place for it, which somebody else
 * then takes, and so on: the shortest augmenting path of a flow of least cost. It is exact for as long as a person's
 * places are in one another's way one by one, and no person moves twice. A slot is not looked at when whoever takes a
 * place of it would cost more than the best chain so far, and `slack`.
 */
export function cheapestChain(plan: Plan, slot: number, slack = 0): Chain | null {
  let best: Chain | null = null
  const reached = new Map<number, number>([[slot, -Infinity]])
  let frontier: Link[] = [{ slot, cost: 0, person: -1, place: null, to: null, moves: 0 }]
  while (frontier.length > 0) {
    const next: Link[] = []
    for (const link of frontier) {
      if (link.cost > reached.get(link.slot)! && link.to) continue
      const { event, choices } = plan.slots[link.slot]!
      plan.effort += choices.length
      for (const { person, cost } of choices) {
        const moved = link.cost + cost
        const whole = moved + oneMore(plan, person)
        if ((!best || whole < best.cost) && !isMoved(link, person) && !hindrance(plan, person, event)) best = { person, last: link, cost: whole }
        if (link.moves === MOST_MOVES) continue
        for (const place of plan.held[person]!) {
          const after = moved - place.cost
          if (after >= (reached.get(place.slot) ?? Infinity) || (best && after + plan.slots[place.slot]!.least - slack >= best.cost)) continue
          if (isMoved(link, person) || hindrance(plan, person, event, [place])) continue
          reached.set(place.slot, after)
          next.push({ slot: place.slot, cost: after, person, place, to: link, moves: link.moves + 1 })
        }
      }
    }
    frontier = next
  }
  return best
}

/** Whether a chain moves this person already: what he may then hold is no longer what was looked at. */
function isMoved(link: Link | null, person: number): boolean {
  for (let one = link; one; one = one.to) if (one.person === person) return true
  return false
}

/** Fills the place that a chain was sought for. */
export function follow(plan: Plan, { person, last }: Chain): void {
  for (let link: Link | null = last, taker = person; link; taker = link.person, link = link.to) {
    if (link.place) withdraw(plan, link.person, link.place)
    give(plan, taker, link.slot)
  }
}
