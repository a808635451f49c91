import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export enum DayOffKind { PUBLIC_HOLIDAY = 'PUBLIC_HOLIDAY', SCHOOL_HOLIDAY = 'SCHOOL_HOLIDAY' }
/** A calendar day, as `2026-12-25`, and why it is off. */
export type OffDay = { date: string; name: string; kind: DayOffKind }
type Span = { name: string; from: string; until: string }

const DAY_MS = 86_400_000
export const dayAfter = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

let schoolHolidays: Span[] | undefined
const readSchoolHolidays = () =>
  (schoolHolidays ??= parse(readFileSync(new URL('../../prisma/data/school-holidays-zone-c.csv', import.meta.url), 'utf8'), { bom: true, columns: true, skip_empty_lines: true }) as Span[])

/** The last day that the file of school holidays speaks of: later ones are unknown, not free. */
export const schoolHolidaysKnownUntil = () => readSchoolHolidays().reduce((last, { until }) => (until > last ? until : last), '')

const publicHolidays = new Map<number, OffDay[]>()
/** The public holidays of France in a year. */
export async function publicHolidaysOf(year: number): Promise<OffDay[]> {
  const known = publicHolidays.get(year)
  if (known) return known
  // The library holds the calendars of every country: it is loaded when a date is first asked about.
  const { default: Holidays } = await import('date-holidays')
  const found = new Holidays('FR').getHolidays(year, 'fr').filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name: name.replaceAll('\'', '’'), kind: DayOffKind.PUBLIC_HOLIDAY }))
  publicHolidays.set(year, found)
  return found
}

/** The public holidays of France and the school holidays of zone C between two days, both included, by day; a day may be both. */
export async function daysOff(from: string, until: string): Promise<OffDay[]> {
  const years = Array.from({ length: Math.max(0, Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1) }, (_, n) => Number(from.slice(0, 4)) + n)
  const found = (await Promise.all(years.map(publicHolidaysOf))).flat().filter(({ date }) => date >= from && date <= until)
  for (const { name, from: first, until: last } of readSchoolHolidays())
    for (let date = first > from ? first : from; date <= last && date <= until; date = dayAfter(date, 1)) found.push({ date, name, kind: DayOffKind.SCHOOL_HOLIDAY })
  return found.sort((a, b) => (a.date + a.kind < b.date + b.kind ? -1 : 1))
}
