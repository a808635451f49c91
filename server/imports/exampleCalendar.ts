import { stringify } from 'csv-stringify/sync'
import { excelFrench } from '../exports/excelFrench.ts'
import { COLUMNS, type Column } from './calendar/columns.ts'

const WEEKS_AHEAD = 8
const day = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })

type Line = Partial<Record<Column, string>>
const LINES: Line[] = [
  {
    number: '1', department: '93', city: 'Bondy', place: 'Salle Exemple', address: '1 rue de l’Exemple', postalCode: '93140', start: '9h30', end: '12h30', capacity: '40',
    organiser: 'Préfecture (exemple)', partners: 'Mission locale (exemple); CFA (exemple)', contact: 'operation@example.org', status: 'Confirmée',
  },
  {
    number: '2', department: '92', city: 'Nanterre', place: 'Maison de quartier Exemple', address: '2 rue de l’Exemple', postalCode: '92000', start: '14h', end: '17h', capacity: '60',
    organiser: 'Préfecture (exemple)', status: 'À confirmer',
  },
]

/** A calendar to start from, as Excel in French opens it: our own headers, and two fictional lines that can be taken. */
export function exampleCalendar(now: Date): string {
  const columns = Object.keys(COLUMNS) as Column[]
  const on = day.format(new Date(now.getTime() + WEEKS_AHEAD * 7 * 86_400_000))
  return stringify([
    columns.map((column) => COLUMNS[column][0]!),
    ...LINES.map((line) => columns.map((column) => (column === 'day' ? on : (line[column] ?? '')))),
  ], excelFrench)
}
