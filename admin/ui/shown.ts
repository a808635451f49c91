import { fr } from '../app/fr.ts'
import { day, dayAndHour, number } from './paris.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** Any value of a record, in a few words, for the journal and comparisons. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return value ? fr.coaching.yes : fr.coaching.no
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(', ')
  if (typeof value === 'string') return INSTANT.test(value) ? dayAndHour(value) : DAY.test(value) ? day(value) : value
  return JSON.stringify(value)
}
