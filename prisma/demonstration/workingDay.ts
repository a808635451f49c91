import { type Day, parisInstant } from '../../server/imports/calendar/parisTime.ts'

const DAY_MS = 86_400_000
/** Month and day of the holidays that fall on the same date every year. */
const holidays = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** The calendar day in Paris, at midnight UTC. */
export const parisDay = (now: Date) => new Date(calendar.format(now))

const isWorked = (day: Date) => day.getUTCDay() % 6 !== 0 && !holidays.includes(day.toISOString().slice(5, 10))

/** The nth working day after today in Paris, or before when n is negative; never today. */
export function workingDay(now: Date, n: number): Day {
  let day = parisDay(now)
  for (let left = Math.abs(n); left > 0; ) {
    day = new Date(day.getTime() + Math.sign(n) * DAY_MS)
    if (isWorked(day)) left--
  }
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
}

/** The hours of a morning or of an afternoon that day. */
export const halfDay = (day: Day, half: 'morning' | 'afternoon') =>
  half === 'morning'
    ? { startsAt: parisInstant(day, { hour: 9, minute: 30 }), endsAt: parisInstant(day, { hour: 12, minute: 30 }) }
    : { startsAt: parisInstant(day, { hour: 14, minute: 0 }), endsAt: parisInstant(day, { hour: 17, minute: 0 }) }

export const daysFrom = (instant: Date, days: number) => new Date(instant.getTime() + days * DAY_MS)
