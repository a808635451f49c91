import { dayAfter, publicHolidaysOf, type OffDay } from '../../daysOff/daysOff.ts'
import type { Db } from '../../db/client.ts'
import { frenchDay } from '../../frenchDay.ts'
import { parisDay } from '../../parisDay.ts'

/** What is to be said of the dates of an import as a whole, rather than on every line. */
export type Remark = { code: 'PAST' | 'OUTSIDE_WINDOW' | 'HOLIDAY'; sentence: string }
type Window = { startsOn: Date; endsOn: Date }

const WEEK_DAYS = 7
const long = frenchDay({ dateStyle: 'long', timeZone: 'UTC' })
const full = frenchDay({ dateStyle: 'full', timeZone: 'UTC' })
// A calendar that falls on many holidays is told so, not read out.
const MOST_TOLD = 5

/** The window of a campaign. */
export const windowOf = (db: Pick<Db, 'campaign'>, id: string): Promise<Window> => db.campaign.findUniqueOrThrow({ where: { id }, select: { startsOn: true, endsOn: true } })

/** Remarks on events that start at these instants, moved by so many weeks. */
export async function remarksOf(starts: string[], { startsOn, endsOn }: Window, now: Date, weeks = 0): Promise<Remark[]> {
  const days = starts.map((at) => dayAfter(parisDay(new Date(at)), weeks * WEEK_DAYS))
  const today = parisDay(now)
  const past = days.filter((day) => day < today).length
  const outside = days.filter((day) => day < dayOf(startsOn) || day > dayOf(endsOn)).length
  const holidays = await holidaysAmong(days)
  const told = holidays.slice(0, MOST_TOLD).map(({ date, name }) => `${full.format(new Date(date))} (${name})`)
  return [
    ...(past ? [{ code: 'PAST' as const, sentence: past === 1 ? 'Une date est passée : sa ligne peut devenir un brouillon, qui ne sera publié qu’avec une date à venir.' : `${past} dates sont passées : leurs lignes peuvent devenir des brouillons, qui ne seront publiés qu’avec une date à venir.` }] : []),
    ...(outside ? [{ code: 'OUTSIDE_WINDOW' as const, sentence: `${outside === 1 ? 'Une date est' : `${outside} dates sont`} hors de la campagne, qui va du ${long.format(startsOn)} au ${long.format(endsOn)}.` }] : []),
    ...(holidays.length ? [{ code: 'HOLIDAY' as const, sentence: `${holidays.length === 1 ? 'Une date est un jour férié' : `${holidays.length} dates sont des jours fériés`} : ${told.join(', ')}${holidays.length > MOST_TOLD ? '…' : ''}. Vérifiez que le lieu sera ouvert.` }] : []),
  ]
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** The public holidays of France among these days, each once, in order. */
async function holidaysAmong(days: string[]): Promise<OffDay[]> {
  const wanted = new Set(days)
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
  return (await Promise.all(years.map(publicHolidaysOf))).flat().filter(({ date }) => wanted.has(date))
}
