import { daysFrom, parisDay } from './workingDay.ts'

/** The shares of the departments: in the campaign of the season, and in autumn 2019. */
export const shares: [departmentCode: string, season: number, autumn2019: number][] = [
  ['75', 8, 8], ['77', 5, 4], ['78', 6, 5], ['91', 7, 6], ['92', 6, 6], ['93', 11, 10], ['94', 6, 5], ['95', 6, 6],
]

const seasons = ['Hiver', 'Hiver', 'Printemps', 'Printemps', 'Printemps', 'Été', 'Été', 'Été', 'Automne', 'Automne', 'Automne', 'Automne']

/** “Automne 2026”: the season of that day, and its year. */
export function seasonOf(now: Date): string {
  const day = parisDay(now)
  return `${seasons[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** Six weeks before today and six after: all events of the demonstration lie within. */
export const windowOf = (now: Date) => ({ startsOn: daysFrom(parisDay(now), -42), endsOn: daysFrom(parisDay(now), 42) })
