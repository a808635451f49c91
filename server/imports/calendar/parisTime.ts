export type Day = { year: number; month: number; day: number }
export type Hour = { hour: number; minute: number }

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
})

function offset(instant: number) {
  const { year, month, day, hour, minute } = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(year!, month! - 1, day!, hour!, minute!) - instant
}

/** When the clocks of Paris show that. An hour that spring skips is read an hour later; one that autumn repeats is its second. */
export function parisInstant({ year, month, day }: Day, { hour, minute }: Hour) {
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  return new Date(wall - offset(wall - offset(wall)))
}

export function weeksLater({ year, month, day }: Day, weeks: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + 7 * weeks))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}
