import { EMPTY } from '../cell.ts'
import type { Cell, Row } from '../readTable.ts'
import { matchDepartment } from './matchDepartment.ts'
import { openNotes, type Notes } from './notes.ts'
import type { Department, Territory } from './reference.ts'
import type { Sheet } from './sheet.ts'

/** One line, by our columns, and what is found on it. */
export type LineCells<Column extends string = string> = {
  cell: (column: Column) => Cell
  text: (column: Column) => string
  title: (column: Column) => string
  /** Whether a column of the file gives it. */
  given: (column: Column) => boolean
  notes: Notes
}

export function openLine<Column extends string>(row: Row, { at, title }: Sheet<Column>): LineCells<Column> {
  const cell = (column: Column) => (at[column] === undefined ? EMPTY : (row.cells[at[column]] ?? EMPTY))
  return { cell, text: (column) => cell(column).text, title, given: (column) => at[column] !== undefined, notes: openNotes() }
}

/** Says that what no line can do without is not there. */
export const missing = <Column extends string>({ notes, title, given }: LineCells<Column>, column: Column, code: string) => notes.reject(code, title(column),
  given(column) ? `La case « ${title(column)} » est vide. Remplissez-la.` : `Aucune colonne du fichier ne donne « ${title(column)} ». Dites laquelle.`)

/** The department that the cell names, none when it is empty; says why when it names none of the region. */
export function departmentOf<Column extends string>({ text, title, notes }: LineCells<Column>, column: Column, territory: Territory): Department | null {
  if (text(column) === '') return null
  return matchDepartment(text(column), territory) ??
    notes.reject('UNKNOWN_DEPARTMENT', title(column), `« ${text(column)} » n’est pas un département d’Île-de-France. Écrivez son numéro, par exemple 93.`)
}

const CELL_KINDS: Partial<Record<Cell['kind'], { code: string; sentence: (title: string, text: string) => string }>> = {
  formula: { code: 'FORMULA_CELL', sentence: (title, text) => `La case « ${title} » est une formule. Son dernier résultat, « ${text} », a été lu : vérifiez-le.` },
  hyperlink: { code: 'HYPERLINK_CELL', sentence: (title, text) => `La case « ${title} » est un lien. Seul son texte, « ${text} », a été lu.` },
  richText: { code: 'RICH_TEXT_CELL', sentence: (title, text) => `La case « ${title} » est mise en forme. Son texte, « ${text} », a été lu sans elle.` },
}

/** Warns of cells whose text is not all that a workbook keeps of them. */
export function warnOfCells<Column extends string>({ cell, title, notes }: LineCells<Column>, columns: Column[]) {
  for (const column of columns) {
    const { kind, text } = cell(column)
    const told = CELL_KINDS[kind]
    if (told && text !== '') notes.warn(told.code, title(column), told.sentence(title(column), text))
  }
}

export function refuseTooLong<Column extends string>({ text, title, notes }: LineCells<Column>, most: Partial<Record<Column, number>>) {
  for (const [column, length] of Object.entries(most) as [Column, number][]) {
    if (text(column).length > length) notes.reject('TOO_LONG', title(column), `La case « ${title(column)} » dépasse ${length} caractères. Raccourcissez-la.`)
  }
}

export const oneLine = (text: string) => text.replace(/\s+/g, ' ')

export const EMAIL = /^[^\s@<>,;()]+@[^\s@<>,;()]+\.[a-z]{2,}$/i
export const emailIn = (text: string) => text.replace(/^mailto:/i, '').toLowerCase()
