import { EMPTY, textCell } from './cell.ts'
import { sheetOf, type Columns, type Shape, type Sheet } from './lines/sheet.ts'
import type { Cell, Row, Table } from './readTable.ts'

/** What a person typed over a cell of the file; the first is 0. */
export type Correction = { at: number; text: string }
type Value = { at: number; kind: Cell['kind']; number?: number; date?: string }
type StoredRow = { line: number; cells: string[]; values: Value[]; corrections: Correction[] }
/** One of our columns, as clients name it, and where the file has it. */
export type Mapping = { column: string; at: number }

/** A row of the file as the database keeps it. */
export function storedRow({ line, cells }: Row): Omit<StoredRow, 'corrections'> {
  const kept = cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1)
  const values = kept.flatMap(({ kind, value }, at): Value[] =>
    kind === 'plain' && typeof value === 'string' ? [] : [{ at, kind, ...(typeof value === 'number' ? { number: value } : value instanceof Date ? { date: value.toISOString() } : {}) }])
  return { line, cells: kept.map(({ text }) => text), values }
}

function rowOf({ line, cells, values, corrections }: StoredRow): Row {
  const read: Cell[] = cells.map((text) => ({ text, value: text, kind: 'plain' }))
  for (const { at, kind, number, date } of values) read[at] = { text: read[at]!.text, kind, value: number ?? (date ? new Date(date) : read[at]!.text) }
  for (const { at, text } of corrections) {
    while (read.length < at) read.push(EMPTY)
    read[at] = textCell(text, 'typed')
  }
  return { line, cells: read }
}

/** The name by which clients know a column. */
export const spelled = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
const named = (column: string) => column.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

export const mappingsOf = (columns: Columns): Mapping[] => Object.entries(columns).map(([column, at]) => ({ column: spelled(column), at: at! }))
export const columnsOf = (mappings: Mapping[]): Columns => Object.fromEntries(mappings.map(({ column, at }) => [named(column), at]))

type Kept = { format: string; headers: unknown; columns: unknown; lines: { line: number; cells: unknown; values: unknown; corrections: unknown }[] }

/** The sheet of an import, its corrections made. */
export const storedSheet = (shape: Shape, { format, headers, columns, lines }: Kept): Sheet =>
  sheetOf(shape, { format: format as Table['format'], headers: headers as string[], at: columnsOf(columns as Mapping[]), rows: lines.map((line) => rowOf(line as StoredRow)) })
