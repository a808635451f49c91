import type { Column } from './columns.ts'

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

/** Fictional lines that can be taken, some weeks from now. */
export const exampleCalendar = (now: Date): Line[] => LINES.map((line) => ({ ...line, day: day.format(new Date(now.getTime() + WEEKS_AHEAD * 7 * 86_400_000)) }))
