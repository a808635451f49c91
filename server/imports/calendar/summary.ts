import { frenchDay } from '../../frenchDay.ts'
import type { Day } from './parisTime.ts'

const longDay = frenchDay({ dateStyle: 'long', timeZone: 'UTC' })

/** « 25 novembre 2019 · Bondy · Médiathèque »; a day that cannot be read stays as written. */
export const summaryOf = (day: Day | string, city: string, place: string) =>
  [typeof day === 'string' ? day : longDay.format(Date.UTC(day.year, day.month - 1, day.day)), city, place].filter(Boolean).join(' · ')
