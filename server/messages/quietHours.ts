import { parisInstant } from '../imports/calendar/parisTime.ts'

/** Mails to referents do not leave from one hour of the evening to one of the morning, in Paris, nor on Sundays. */
export type QuietHours = { from: number; until: number }

/** How long news waits for other news to leave with. */
export const WAIT_MS = 15 * 60_000
/** From how long before an event on what is urgent about it leaves at any hour. */
export const NEAR_MS = 24 * 3_600_000

const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hourCycle: 'h23', weekday: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' })

/** The first instant from this one on at which mails leave. */
export function awake(at: Date, { from, until }: QuietHours): Date {
  const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]))
  const hour = Number(part.hour)
  const sunday = part.weekday === 'Sun'
  if (!sunday && hour >= until && hour < from) return at
  // The evening leads to the next morning; a Sunday always does.
  const days = sunday || hour >= from ? 1 : 0
  const morning = new Date(Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day) + days))
  return awake(parisInstant({ year: morning.getUTCFullYear(), month: morning.getUTCMonth() + 1, day: morning.getUTCDate() }, { hour: until, minute: 0 }), { from, until })
}

type Waiting = { createdAt: Date; waits: boolean; urgentFrom: Date | null }

/** When a mail to a referent may leave, from `now` on. */
export function leavesAt({ createdAt, waits, urgentFrom }: Waiting, now: Date, quiet: QuietHours | undefined): Date {
  const ready = new Date(Math.max(now.getTime(), createdAt.getTime() + (waits ? WAIT_MS : 0)))
  const leaves = quiet ? awake(ready, quiet) : ready
  return urgentFrom && urgentFrom < leaves ? new Date(Math.max(now.getTime(), urgentFrom.getTime())) : leaves
}
