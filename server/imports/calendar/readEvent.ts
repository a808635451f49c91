import type { Row } from '../readTable.ts'
import { fold } from '../lines/fold.ts'
import type { Reading } from '../lines/judgeSheet.ts'
import { matchCity } from '../lines/matchCity.ts'
import { departmentOf, EMAIL, emailIn, missing, oneLine, openLine, refuseTooLong, warnOfCells, type LineCells as Cells } from '../lines/openLine.ts'
import type { City, Territory } from '../lines/reference.ts'
import type { Sheet } from '../lines/sheet.ts'
import type { Column } from './columns.ts'
import { matchNeighbourhood } from './matchNeighbourhood.ts'
import { type Day, type Hour, parisInstant, weeksLater } from './parisTime.ts'
import { readDay } from './readDay.ts'
import { readHour } from './readHour.ts'
import { summaryOf } from './summary.ts'

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

type Calendar = Sheet<Column>
type LineCells = Cells<Column>

const MAX_CAPACITY = 5_000
const MAX_PLACE = 200
const MAX_ADDRESS = 300
const MAX_TEXT = 2_000
// Source: prisma/data, communes-idf.csv: the cities that have merged since still stood in the edition of 2021.
const MERGED_AFTER_YEAR = 2021

/** Reads one line of a calendar and says all that is wrong with it at once. */
export function readEvent(row: Row, calendar: Calendar, territory: Territory, { weeks }: { weeks: number }): Reading<CalendarEvent> {
  const line = openLine(row, calendar)
  const { text, title, notes } = line

  const department = text('department') === '' ? missing(line, 'department', 'MISSING_DEPARTMENT') : departmentOf(line, 'department', territory)
  const city = text('city') === '' ? missing(line, 'city', 'MISSING_COMMUNE') : matchCity(text('city'), title('city'), department, territory, notes)
  const neighbourhood = city && text('neighbourhood') !== '' ? matchNeighbourhood(text('neighbourhood'), title('neighbourhood'), city, territory, notes) : null
  const written = text('day') === '' ? missing(line, 'day', 'MISSING_DATE') : dayOf(line, calendar.format)
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
  warnOfCells(line, Object.keys(calendar.at) as Column[])
  refuseTooLong(line, { place: MAX_PLACE, address: MAX_ADDRESS, contact: MAX_PLACE, organiser: MAX_TEXT, partners: MAX_TEXT })

  const told = { findings: notes.findings, summary: summaryOf(day ?? text('day'), text('city'), text('place')), departmentCode: department?.id ?? null }
  if (notes.isRejected() || !department || !city || !written || !day || !start || !end || !capacity) return { ...told, item: null }
  const placeName = oneLine(text('place'))
  const address = text('address').replace(/\s*\n\s*/g, ', ')
  return {
    ...told,
    item: {
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
  const email = emailIn(cell('contact').text)
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

const partnersOf = (text: string) => text.split(text.includes(';') ? /[;\n]/ : /[,\n]/).map(oneLine).map((name) => name.trim()).filter(Boolean)
