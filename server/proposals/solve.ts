import { propose } from './propose.ts'
import type { EventToFill, ProposalInput } from './propose.input.ts'
import { reasonsOf } from './reasons.ts'

/** An event with what its people answered. */
export type AskedEvent = EventToFill & {
  /** Places that nobody holds, those that wait for a confirmation included. */
  free: number
  /** Places that wait for their holder to confirm them after the date moved. */
  waiting: number
  asked: number
  silent: number
  declined: number
}
export type Asked = Omit<ProposalInput, 'events'> & { events: AskedEvent[] }

/** From what `readInput` reads to what `keepResult` writes, text to text: a thread can be given it whole. */
export function solve(text: string, tell?: (done: number) => void): string {
  const input = JSON.parse(text) as Asked
  const { lines, gaps } = propose(input, tell)
  const gapOf = new Map(gaps.map((gap) => [gap.eventId, gap]))
  const needs = input.events.map((event) => {
    const gap = gapOf.get(event.id)
    return { eventId: event.id, places: event.free, missing: (gap?.missing ?? 0) + Math.min(event.waiting, event.free), reasons: reasonsOf(event, input.answers, gap) }
  })
  return JSON.stringify({ needs, lines: lines.map(({ personId, distanceKm, ...line }) => ({ ...line, referentId: personId, distanceKm: distanceKm === null ? null : Math.round(distanceKm) })) })
}
