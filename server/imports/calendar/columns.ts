import { createHash } from 'node:crypto'
import type { Row, Table } from '../readTable.ts'
import { UnreadableFile } from '../unreadableFile.ts'
import { fold } from './fold.ts'

// The first name is how we call the column when the file does not have it; all are compared folded.
export const COLUMNS = {
  number: ['N°', 'no', 'num', 'numéro'],
  department: ['Département', 'dépt', 'dép'],
  city: ['Commune', 'ville'],
  place: ['Lieu', 'nom du lieu', 'salle'],
  address: ['Adresse', 'adresse du lieu'],
  postalCode: ['Code postal', 'cp'],
  neighbourhood: ['Quartier prioritaire', 'quartier', 'QPV', 'quartier prioritaire (QPV)'],
  day: ['Date', 'jour'],
  start: ['Heure début', 'heure de début', 'début'],
  end: ['Heure fin', 'heure de fin', 'fin'],
  organiser: ['Organisateur', 'porteur'],
  partners: ['Partenaires présents', 'partenaires'],
  capacity: ['Places', 'nombre de places', 'nb places', 'capacité'],
  contact: ['Contact', 'courriel', 'e-mail', 'email', 'mail', 'adresse électronique'],
  status: ['Statut', 'état'],
} satisfies Record<string, string[]>

export type Column = keyof typeof COLUMNS
/** Which column of the file gives which of ours, the first is 0. */
export type Columns = Partial<Record<Column, number>>
/** `title` is the header of a column as the file writes it, `rows` what follows the header. */
export type Calendar = { format: Table['format']; headers: string[]; at: Columns; title: (column: Column) => string; rows: Row[] }
/** The columns that somebody chose for a file with these headers. */
export type Remembered = (headers: string[]) => Columns | undefined

/** The columns that no event can do without. */
export const REQUIRED: Column[] = ['department', 'city', 'day', 'start', 'end', 'capacity']
const ENOUGH = 3

const columnOf = new Map(Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [fold(name), column as Column] as const)))

/** The columns that headers name. */
export function columnsNamed(headers: string[]): Columns {
  const at: Columns = {}
  headers.forEach((text, index) => {
    const column = columnOf.get(fold(text))
    if (column) at[column] ??= index
  })
  return at
}

/** The same for headers that differ by case, accents and spaces only. */
export const headersHash = (headers: string[]) => createHash('sha256').update(headers.map(fold).join('\n')).digest('hex')

const headersOf = ({ cells }: Row) => cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1).map(({ text }) => text)
const filled = (row: Row) => row.cells.filter(({ text }) => text !== '').length

export const calendarOf = (given: Omit<Calendar, 'title'>): Calendar =>
  ({ ...given, title: (column) => (given.at[column] === undefined ? undefined : given.headers[given.at[column]]) || COLUMNS[column][0]! })

/**
 * Finds the sheet and the line which name the columns: those that somebody chose for the same headers, else those that
 * the headers name, else the first line wide enough to be headers, for a person to choose. Throws `UnreadableFile` when there is none.
 */
export function findCalendar({ format, sheets }: Table, remembered: Remembered = () => undefined): Calendar & { remembered: boolean } {
  const ways: ((row: Row) => boolean)[] = [
    (row) => remembered(headersOf(row)) !== undefined,
    (row) => Object.keys(columnsNamed(headersOf(row))).length >= ENOUGH,
    (row) => filled(row) >= REQUIRED.length,
  ]
  for (const names of ways) for (const rows of sheets) {
    const header = rows.findIndex(names)
    if (header < 0) continue
    if (header === rows.length - 1) throw new UnreadableFile('Ce calendrier n’a aucune ligne sous ses en-têtes.')
    const headers = headersOf(rows[header]!)
    const chosen = remembered(headers)
    return { ...calendarOf({ format, headers, at: chosen ?? columnsNamed(headers), rows: rows.slice(header + 1) }), remembered: chosen !== undefined }
  }
  throw new UnreadableFile('Aucune ligne de ce fichier ne nomme les colonnes d’un calendrier. Donnez-lui une ligne d’en-têtes : Département, Commune, Lieu, Adresse, Code postal, Quartier prioritaire, Date, Heure début, Heure fin, Places.')
}
