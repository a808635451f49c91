import { e164 } from '../../referents/phone.ts'
import type { Reading } from '../lines/judgeSheet.ts'
import { matchCity } from '../lines/matchCity.ts'
import { departmentOf, EMAIL, emailIn, missing, oneLine, openLine, refuseTooLong, warnOfCells, type LineCells } from '../lines/openLine.ts'
import type { City, Department, Territory } from '../lines/reference.ts'
import type { Sheet } from '../lines/sheet.ts'
import type { Row } from '../readTable.ts'
import type { Column } from './columns.ts'

/** A referent as a file tells: what is null or empty is not said. */
export type ListedReferent = {
  lastName: string
  firstName: string
  /** In lower case. */
  email: string
  /** E.164. */
  phone: string | null
  employer: string | null
  departmentCode: string
  cityId: string | null
  languages: string[]
  skills: string | null
  maxDistanceKm: number | null
  maxDays: number | null
  notes: string | null
}

// As a person may type them: server/referents/referent.inputs.ts.
const MOST = { lastName: 100, firstName: 100, email: 200, employer: 200, skills: 500, available: 500, notes: 2_000 } satisfies Partial<Record<Column, number>>
const MOST_LANGUAGES = 20

/** Reads one line of a list and says all that is wrong with it at once. */
export function readReferent(row: Row, sheet: Sheet<Column>, territory: Territory): Reading<ListedReferent> {
  const line = openLine(row, sheet)
  const { text, notes } = line
  const lastName = oneLine(text('lastName')) || missing(line, 'lastName', 'MISSING_NAME')
  const firstName = oneLine(text('firstName')) || missing(line, 'firstName', 'MISSING_NAME')
  const email = text('email') === '' ? missing(line, 'email', 'MISSING_EMAIL') : emailOf(line)
  const { department, city } = placeOf(line, territory)
  const phone = phoneOf(line)
  const [maxDistanceKm, maxDays] = [numberOf(line, 'maxDistance', { least: 0, most: 500 }), numberOf(line, 'maxDays', { least: 1, most: 365 })]
  warnOfCells(line, Object.keys(sheet.at) as Column[])
  refuseTooLong(line, MOST)

  const told = { findings: notes.findings, departmentCode: department?.id ?? null, summary: [`${oneLine(text('firstName'))} ${oneLine(text('lastName'))}`.trim(), text('email'), text('city')].filter(Boolean).join(' · ') }
  if (notes.isRejected() || !lastName || !firstName || !email || !department) return { ...told, item: null }
  return {
    ...told,
    item: {
      lastName, firstName, email, phone, departmentCode: department.id, cityId: city?.id ?? null, employer: oneLine(text('employer')) || null,
      languages: languagesIn(text('languages')), skills: text('skills') || null, maxDistanceKm, maxDays,
      notes: [text('available') && `Disponible : ${oneLine(text('available'))}`, text('notes')].filter(Boolean).join('\n') || null,
    },
  }
}

function emailOf({ text, title, notes }: LineCells<Column>) {
  const email = emailIn(text('email'))
  return EMAIL.test(email) ? email : notes.reject('INVALID_EMAIL', title('email'), `« ${text('email')} » n’est pas une adresse électronique : nom@domaine.fr est attendu.`)
}

/** The department of the line and its home city; an empty department is that of the city. */
function placeOf(line: LineCells<Column>, territory: Territory): { department: Department | null; city: City | null } {
  const { text, title, notes } = line
  const said = departmentOf(line, 'department', territory)
  const city = text('city') === '' ? null : matchCity(text('city'), title('city'), said, territory, notes)
  if (text('department') !== '') return { department: said, city }
  if (text('city') === '') return { department: missing(line, 'department', 'MISSING_DEPARTMENT'), city }
  const department = territory.departments.find(({ id }) => id === city?.departmentCode) ?? null
  if (city) notes.warn('MISSING_DEPARTMENT', title('department'), `Le département est vide : celui de ${city.name}, le ${city.departmentCode}, a été retenu.`)
  return { department, city }
}

function phoneOf({ text, title, notes }: LineCells<Column>) {
  if (text('phone') === '') return null
  return e164(text('phone')) ?? notes.warn('INVALID_PHONE', title('phone'), `« ${text('phone')} » n’est pas un numéro de téléphone. Le référent sera repris sans téléphone.`)
}

function numberOf({ text, title, notes }: LineCells<Column>, column: Column, { least, most }: { least: number; most: number }) {
  if (text(column) === '') return null
  const written = /^(\d+)(?:[.,]0+)?\s*(?:km|jours?)?$/i.exec(text(column))
  const number = written ? Number(written[1]) : NaN
  if (number >= least && number <= most) return number
  return notes.warn('INVALID_NUMBER', title(column), `« ${text(column)} » n’est pas un nombre entier de ${least} à ${most}. Le référent sera repris sans cette limite.`)
}

const languagesIn = (text: string) => [...new Set(text.split(/[,;/\n]| et /).map((one) => oneLine(one).trim()).filter((one) => one !== '' && one.length <= 60))].slice(0, MOST_LANGUAGES)
