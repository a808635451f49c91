import type { Row, Table } from '../readTable.ts'
import { UnreadableFile } from '../unreadableFile.ts'
import { fold } from './fold.ts'

// The first name is how we call the column when the file does not have it; all are compared folded.
const COLUMNS = {
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
/** `at` is the place of each column, `title` its header as the file writes it, `rows` what follows the header. */
export type Calendar = { at: Partial<Record<Column, number>>; title: (column: Column) => string; rows: Row[] }

const REQUIRED: Column[] = ['department', 'city', 'day', 'start', 'end', 'capacity']
const ENOUGH = 3

const columnOf = new Map(Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [fold(name), column as Column] as const)))

function placesOf({ cells }: Row) {
  const at: Calendar['at'] = {}
  cells.forEach(({ text }, index) => {
    const column = columnOf.get(fold(text))
    if (column) at[column] ??= index
  })
  return at
}

/** Finds the sheet and the line which name the columns. Throws `UnreadableFile` when there is none, or when a column that no event can do without is missing. */
export function findCalendar({ sheets }: Table): Calendar {
  for (const rows of sheets) {
    const header = rows.findIndex((row) => Object.keys(placesOf(row)).length >= ENOUGH)
    if (header < 0) continue
    const at = placesOf(rows[header]!)
    const missing = REQUIRED.filter((column) => at[column] === undefined).map((column) => `« ${COLUMNS[column][0]} »`)
    if (missing.length) throw new UnreadableFile(`Il manque au calendrier ${missing.length === 1 ? 'la colonne' : 'les colonnes'} ${missing.join(', ')}. Ajoutez-${missing.length === 1 ? 'la' : 'les'} à la ligne ${rows[header]!.line} du fichier.`)
    if (header === rows.length - 1) throw new UnreadableFile('Ce calendrier n’a aucune ligne sous ses en-têtes.')
    const title = (column: Column) => (at[column] === undefined ? COLUMNS[column][0]! : rows[header]!.cells[at[column]]!.text)
    return { at, title, rows: rows.slice(header + 1) }
  }
  throw new UnreadableFile('Aucune ligne de ce fichier ne nomme les colonnes d’un calendrier. Donnez-lui une ligne d’en-têtes : Département, Commune, Lieu, Adresse, Code postal, Quartier prioritaire, Date, Heure début, Heure fin, Places.')
}
