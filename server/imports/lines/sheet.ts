import { createHash } from 'node:crypto'
import type { Row, Table } from '../readTable.ts'
import { UnreadableFile } from '../unreadableFile.ts'
import { fold } from './fold.ts'

/** What is known of a kind of file before any line is read. */
export type Shape<Column extends string = string> = {
  /** The names of each column: the first is how we call it when the file does not have it; all are compared folded. */
  columns: Record<Column, string[]>
  /** Those without which no line is worth reading. */
  required: readonly Column[]
  says: {
    /** No line names the columns. */
    noHeaders: string
    noLine: string
    tooLong: string
  }
}

/** Which column of the file gives which of ours, the first is 0. */
export type Columns<Column extends string = string> = Partial<Record<Column, number>>
/** What stands under its headers; `title` is the header of a column as the file writes it, `rows` what follows the header. */
export type Sheet<Column extends string = string> = { format: Table['format']; headers: string[]; at: Columns<Column>; title: (column: Column) => string; rows: Row[] }
/** The columns that somebody chose for a file with these headers. */
export type Remembered = (headers: string[]) => Columns | undefined

const ENOUGH = 3

/** The columns that headers name. */
export function columnsNamed({ columns }: Shape, headers: string[]): Columns {
  const columnOf = new Map(Object.entries(columns).flatMap(([column, names]) => names.map((name) => [fold(name), column] as const)))
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

export const sheetOf = ({ columns }: Shape, given: Omit<Sheet, 'title'>): Sheet =>
  ({ ...given, title: (column) => (given.at[column] === undefined ? undefined : given.headers[given.at[column]]) || columns[column]![0]! })

/**
 * Finds the sheet and the line which name the columns: those that somebody chose for the same headers, else those that
 * the headers name, else the first line wide enough to be headers, for a person to choose. Throws `UnreadableFile` when there is none.
 */
export function findSheet(shape: Shape, { format, sheets }: Table, remembered: Remembered = () => undefined): Sheet & { remembered: boolean } {
  const ways: ((row: Row) => boolean)[] = [
    (row) => remembered(headersOf(row)) !== undefined,
    (row) => Object.keys(columnsNamed(shape, headersOf(row))).length >= ENOUGH,
    (row) => filled(row) >= Math.max(ENOUGH, shape.required.length),
  ]
  for (const names of ways) for (const rows of sheets) {
    const header = rows.findIndex(names)
    if (header < 0) continue
    if (header === rows.length - 1) throw new UnreadableFile(shape.says.noLine)
    const headers = headersOf(rows[header]!)
    const chosen = remembered(headers)
    return { ...sheetOf(shape, { format, headers, at: chosen ?? columnsNamed(shape, headers), rows: rows.slice(header + 1) }), remembered: chosen !== undefined }
  }
  throw new UnreadableFile(shape.says.noHeaders)
}
