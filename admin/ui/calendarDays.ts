import { dayFrom, frenchDay } from './paris.ts'

// Calendar days as `2026-10-05`: they are counted without hours, so that no change of hour shifts one.
const MS = 86_400_000
const utc = (options: Intl.DateTimeFormatOptions) => frenchDay({ timeZone: 'UTC', ...options })
const monthName = utc({ month: 'long', year: 'numeric' })
const shortWeekday = utc({ weekday: 'short', day: 'numeric', month: 'short' })

export const today = () => dayFrom(new Date().toISOString())
export const daysAfter = (day: string, days: number) => new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10)
export const mondayOf = (day: string) => daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7))
export const firstOf = (day: string) => `${day.slice(0, 7)}-01`
/** The first day of the month so many months later. */
export function monthsAfter(day: string, months: number): string {
  const at = new Date(firstOf(day))
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
}
/** « octobre 2026 ». */
export const monthOf = (day: string) => monthName.format(new Date(day))
/** « lun. 5 oct. ». */
export const dayOfWeek = (day: string) => shortWeekday.format(new Date(day))
