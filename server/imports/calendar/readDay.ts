import type { Cell } from '../readTable.ts'
import { fold } from '../lines/fold.ts'
import type { Day } from './parisTime.ts'

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']
const MILLISECONDS = 86_400_000
// Excel counts days from 30 December 1899.
const DAY_ZERO = Date.UTC(1899, 11, 30)

const existing = (year: number, month: number, day: number): Day | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 2000 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null
}

const century = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year))

function dayOfText(text: string) {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: 0{1,2}:00(?::00)?)?$/.exec(text)
  if (french) return existing(century(french[3]!), Number(french[2]), Number(french[1]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const words = /^(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(fold(text))
  return words ? existing(Number(words[3]), MONTHS.indexOf(words[2]!) + 1, Number(words[1])) : null
}

/** The day of a cell: a day of Excel (midnight UTC), `5/12/2019`, `2019-12-05` or `jeudi 5 décembre 2019`; null when it is none, or does not exist. */
export function readDay({ value, text }: Cell): Day | null {
  if (typeof value === 'string') return dayOfText(text)
  const date = typeof value === 'number' ? new Date(DAY_ZERO + Math.floor(value) * MILLISECONDS) : value
  return existing(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
