import { EMPTY } from '../cell.ts'
import type { Cell, Row } from '../readTable.ts'
import type { Calendar, Column } from './columns.ts'
import { fold } from './fold.ts'
import { matchCity } from './matchCity.ts'
import { matchDepartment } from './matchDepartment.ts'
import { matchNeighbourhood } from './matchNeighbourhood.ts'
import { type Finding, type Notes, openNotes } from './notes.ts'
import { type Day, type Hour, parisInstant, weeksLater } from './parisTime.ts'
import { readDay } from './readDay.ts'
import { readHour } from './readHour.ts'
import type { City, Territory } from './reference.ts'

export type CalendarEvent = {
  departmentCode: string
  cityCode: string
  neighbourhoodCode: string | null
  placeName: string
  address: string
  postalCode: string
  startsAt: Date
  endsAt: Date
  capacity: number
  contactEmail: string | null
  organiser: string
  partners: string[]
  confirmed: boolean
  /** The same for the same event, in whatever file and however its dates are moved. */
  importKey: string
}

/** `day` is the day as moved and `departmentCode` that of the line, when they can be read. */
type Reading = { event: CalendarEvent | null; findings: Finding[]; day: Day | null; departmentCode: string | null }
type LineCells = { cell: (column: Column) => Cell; title: (column: Column) => string; given: (column: Column) => boolean; notes: Notes }

const MAX_CAPACITY = 5_000
const MAX_PLACE = 200
const MAX_ADDRESS = 300
const MAX_TEXT = 2_000
// Source: prisma/data, communes-idf.csv: the cities that have merged since still stood in the edition of 2021.
const MERGED_AFTER_YEAR = 2021
const EMAIL = /^[^\s@<>,;()]+@[^\s@<>,;()]+\.[a-z]{2,}$/i

/** Reads one line of a calendar and says all that is wrong with it at once. */
export function readEvent(row: Row, { at, title, format }: Calendar, territory: Territory, weeks: number): Reading {
  const notes = openNotes()
  const cell = (column: Column) => (at[column] === undefined ? EMPTY : (row.cells[at[column]] ?? EMPTY))
  const text = (column: Column) => cell(column).text
  const line: LineCells = { cell, title, given: (column) => at[column] !== undefined, notes }

  const department = text('department') === '' ? missing(line, 'department', 'MISSING_DEPARTMENT') : departmentOf(line, territory)
  const city = text('city') === '' ? missing(line, 'city', 'MISSING_COMMUNE') : matchCity(text('city'), title('city'), department, territory, notes)
  const neighbourhood = city && text('neighbourhood') !== '' ? matchNeighbourhood(text('neighbourhood'), title('neighbourhood'), city, territory, notes) : null
  const written = text('day') === '' ? missing(line, 'day', 'MISSING_DATE') : dayOf(line, format)
  const start = hourOf(line, 'start')
  const end = hourOf(line, 'end')
  const capacity = text('capacity') === '' ? missing(line, 'capacity', 'MISSING_CAPACITY') : capacityOf(line)
  const day = written && weeksLater(written, weeks)
  // The hour that spring skips may turn two hours that follow each other on paper into one.
  if (start && end && (minutes(end) <= minutes(start) || (day && parisInstant(day, end) <= parisInstant(day, start)))) {
    notes.reject('END_BEFORE_START', title('end'), `L’opération finirait (${text('end')}) avant d’avoir commencé (${text('start')}). Corrigez l’une des deux heures.`)
  }
  const postalCode = postalCodeOf(line, city)
  const contactEmail = emailOf(line)
  const confirmed = isConfirmed(line)
  if (city && day) warnOfMerger(line, city, day, territory)
  if (text('place') === '') notes.warn('MISSING_PLACE', title('place'), 'Le lieu est vide. Il faudra le donner avant de publier l’opération.')
  warnOfCells(line, Object.keys(at) as Column[])
  refuseTooLong(line, { place: MAX_PLACE, address: MAX_ADDRESS, contact: MAX_PLACE, organiser: MAX_TEXT, partners: MAX_TEXT })

  const told = { findings: notes.findings, day, departmentCode: department?.id ?? null }
  if (notes.isRejected() || !department || !city || !written || !day || !start || !end || !capacity) return { ...told, event: null }
  const placeName = oneLine(text('place'))
  const address = text('address').replace(/\s*\n\s*/g, ', ')
  return {
    ...told,
    event: {
      departmentCode: department.id,
      cityCode: city.id,
      neighbourhoodCode: neighbourhood?.id ?? null,
      placeName,
      address,
      postalCode,
      startsAt: parisInstant(day, start),
      endsAt: parisInstant(day, end),
      capacity,
      contactEmail,
      organiser: oneLine(text('organiser')),
      partners: partnersOf(text('partners')),
      confirmed,
      importKey: [department.id, city.id, fold(placeName), fold(address), fold(neighbourhood?.id ?? text('neighbourhood')), dayKey(written), hourKey(start), hourKey(end)].join('|'),
    },
  }
}

const two = (number: number) => String(number).padStart(2, '0')
const dayKey = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`
const hourKey = ({ hour, minute }: Hour) => `${two(hour)}:${two(minute)}`
const minutes = ({ hour, minute }: Hour) => hour * 60 + minute
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

const missing = ({ notes, title, given }: LineCells, column: Column, code: string) => notes.reject(code, title(column),
  given(column) ? `La case « ${title(column)} » est vide. Remplissez-la.` : `Aucune colonne du fichier ne donne « ${title(column)} ». Dites laquelle.`)

const departmentOf = ({ cell, title, notes }: LineCells, territory: Territory) =>
  matchDepartment(cell('department').text, territory) ??
  notes.reject('UNKNOWN_DEPARTMENT', title('department'), `« ${cell('department').text} » n’est pas un département d’Île-de-France. Écrivez son numéro, par exemple 93.`)

function dayOf({ cell, title, notes }: LineCells, format: Calendar['format']) {
  const { value, text, kind } = cell('day')
  const day = readDay(cell('day'))
  if (!day) return notes.reject('INVALID_DATE', title('day'), `La date « ${text} » n’existe pas ou ne se lit pas. Écrivez-la jour/mois/année, par exemple 25/11/2019.`)
  if (format === 'workbook' && typeof value === 'string' && kind !== 'typed') {
    notes.warn('DATE_AS_TEXT', title('day'), `La date « ${text} » est un texte, pas une date du tableur. Elle a été lue jour/mois/année : vérifiez-la.`)
  }
  return day
}

function hourOf(line: LineCells, column: 'start' | 'end') {
  const { text } = line.cell(column)
  if (text === '') return missing(line, column, 'MISSING_TIME')
  return readHour(line.cell(column)) ?? line.notes.reject('INVALID_TIME', line.title(column), `L’heure « ${text} » ne se lit pas. Écrivez-la comme 14h30.`)
}

function capacityOf({ cell, title, notes }: LineCells) {
  const { text } = cell('capacity')
  const capacity = /^\d+(?:[.,]0+)?$/.test(text.replace(/\s/g, '')) ? parseInt(text.replace(/\s/g, ''), 10) : NaN
  if (capacity >= 1 && capacity <= MAX_CAPACITY) return capacity
  return notes.reject('INVALID_CAPACITY', title('capacity'), `Le nombre de places « ${text} » n’est pas un nombre entier de 1 à 5 000. Corrigez-le.`)
}

function postalCodeOf({ cell, title, notes }: LineCells, city: City | null) {
  const code = cell('postalCode').text.replace(/\s/g, '')
  if (code === '') return city?.postalCodes.length === 1 ? city.postalCodes[0]! : ''
  if (city && !city.postalCodes.includes(code)) {
    notes.warn('POSTAL_CODE_MISMATCH', title('postalCode'), `Le code postal « ${code} » n’est pas l’un de ceux de ${city.name}. Il est gardé tel quel : vérifiez-le.`)
  }
  return code
}

function emailOf({ cell, title, notes }: LineCells) {
  const email = cell('contact').text.replace(/^mailto:/i, '').toLowerCase()
  if (email === '' || EMAIL.test(email)) return email || null
  return notes.warn('INVALID_EMAIL', title('contact'), `« ${cell('contact').text} » n’est pas une adresse électronique. L’opération sera créée sans contact.`)
}

function isConfirmed({ cell, title, notes }: LineCells) {
  const status = fold(cell('status').text)
  if (!['', 'a confirmer', 'confirmee', 'confirme'].includes(status)) {
    notes.warn('UNKNOWN_STATUS', title('status'), `Le statut « ${cell('status').text} » n’est ni « Confirmée » ni « À confirmer ». L’opération sera créée en brouillon, à confirmer.`)
  }
  return status === 'confirmee' || status === 'confirme'
}

function warnOfMerger({ title, notes }: LineCells, city: City, { year }: Day, territory: Territory) {
  const successor = city.retiredInto ? territory.cityOf.get(city.retiredInto) : undefined
  if (!successor || year <= MERGED_AFTER_YEAR) return
  notes.warn('MERGED_COMMUNE', title('city'), `${city.name} fait désormais partie de ${successor.name}. La commune écrite est gardée : changez-la si l’opération vient après la fusion.`)
}

const CELL_KINDS: Partial<Record<Cell['kind'], { code: string; sentence: (title: string, text: string) => string }>> = {
  formula: { code: 'FORMULA_CELL', sentence: (title, text) => `La case « ${title} » est une formule. Son dernier résultat, « ${text} », a été lu : vérifiez-le.` },
  hyperlink: { code: 'HYPERLINK_CELL', sentence: (title, text) => `La case « ${title} » est un lien. Seul son texte, « ${text} », a été lu.` },
  richText: { code: 'RICH_TEXT_CELL', sentence: (title, text) => `La case « ${title} » est mise en forme. Son texte, « ${text} », a été lu sans elle.` },
}

function warnOfCells({ cell, title, notes }: LineCells, columns: Column[]) {
  for (const column of columns) {
    const { kind, text } = cell(column)
    const told = CELL_KINDS[kind]
    if (told && text !== '') notes.warn(told.code, title(column), told.sentence(title(column), text))
  }
}

function refuseTooLong({ cell, title, notes }: LineCells, most: Partial<Record<Column, number>>) {
  for (const [column, length] of Object.entries(most) as [Column, number][]) {
    if (cell(column).text.length > length) notes.reject('TOO_LONG', title(column), `La case « ${title(column)} » dépasse ${length} caractères. Raccourcissez-la.`)
  }
}

const partnersOf = (text: string) => text.split(text.includes(';') ? /[;\n]/ : /[,\n]/).map(oneLine).map((name) => name.trim()).filter(Boolean)
