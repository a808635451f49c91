const FIRST = /(?<!\S)1 (?=\p{L})/u
/** Days in French words. Intl says « 1 mars », where French says « 1er mars »: all that the console writes of days goes through here. */
export function frenchDay(options: Intl.DateTimeFormatOptions): { format: (at: Date) => string } {
  const days = new Intl.DateTimeFormat('fr-FR', options)
  return { format: (at) => days.format(at).replace(FIRST, '1er ') }
}
const paris = (options: Intl.DateTimeFormatOptions) => frenchDay({ timeZone: 'Europe/Paris', ...options })
const dayOf = paris({ day: 'numeric', month: 'long', year: 'numeric' })
const weekdayOf = paris({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const shortDayOf = paris({ day: '2-digit', month: '2-digit', year: 'numeric' })
const hourOf = paris({ hour: 'numeric', minute: '2-digit' })
const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
const numbers = new Intl.NumberFormat('fr-FR')

const NBSP = '\u00a0'
type When = string | Date

/** « 2 mars 2026 », of an instant or of a calendar day. */
export const day = (at: When) => dayOf.format(new Date(at))
/** « lundi 2 mars 2026 ». */
export const weekday = (at: When) => weekdayOf.format(new Date(at))
/** « 02/03/2026 », where there is little room. */
export const shortDay = (at: When) => shortDayOf.format(new Date(at))
/** « 9 h 30 », « 14 h ». */
export function hour(at: When): string {
  const [hours, minutes] = hourOf.format(new Date(at)).split(':')
  return `${Number(hours)}${NBSP}h${minutes === '00' ? '' : `${NBSP}${minutes}`}`
}
export const dayAndHour = (at: When) => `${day(at)} à ${hour(at)}`
/** « lundi 2 mars 2026, 9 h – 12 h », or both days when it ends on another. */
export const span = (startsAt: When, endsAt: When) => day(startsAt) === day(endsAt)
  ? `${weekday(startsAt)}, ${hour(startsAt)} – ${hour(endsAt)}`
  : `du ${weekday(startsAt)}, ${hour(startsAt)}, au ${weekday(endsAt)}, ${hour(endsAt)}`
export const number = (value: number) => numbers.format(value)

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
/** The wall clock of Paris at an instant, as `2026-03-02T09:30`; what already is one stays. */
export function localOf(at: When | null | undefined): string {
  if (!at) return ''
  return typeof at === 'string' && LOCAL.test(at) ? at : wallClock.format(new Date(at)).replace(' ', 'T')
}
/** The instant at which the clocks of Paris show this; null when it is no time. */
export function instantOf(local: string | null | undefined): string | null {
  if (!local) return null
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`)
  if (Number.isNaN(asUtc)) return null
  const offset = (at: number) => Date.parse(`${localOf(new Date(at))}Z`) - at
  const guess = asUtc - offset(asUtc)
  return new Date(asUtc - offset(guess)).toISOString()
}

const DAY_MS = 86_400_000
const shifted = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
/** A calendar day, so many weeks later. */
export const weeksAfter = (date: string, weeks: number) => shifted(date, weeks * 7)
/** Whole weeks from one calendar day to the nearest same weekday of another. */
export const weeksBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / (7 * DAY_MS))
/** From the first instant of a day on. */
export const fromDay = (date: string | null) => date ? instantOf(`${date}T00:00`) : null
/** Before the first instant of the day after. */
export const untilDay = (date: string | null) => date ? instantOf(`${shifted(date, 1)}T00:00`) : null
export const dayFrom = (at: string | null | undefined) => localOf(at).slice(0, 10)
export const dayUntil = (at: string | null | undefined) => at ? shifted(dayFrom(at), -1) : ''
