import { setImmediate as others } from 'node:timers/promises'
import { isBlank } from '../cell.ts'
import type { Row } from '../readTable.ts'
import { UnreadableFile } from '../unreadableFile.ts'
import { fold } from './fold.ts'
import type { Finding } from './notes.ts'
import { type Reference, type Territory, territoryOf } from './reference.ts'
import type { Shape, Sheet } from './sheet.ts'

/** Each date is moved by whole `weeks`; the hour on the clocks of Paris stays. */
export type JudgeOptions = { weeks: number }
/** What one line says: `item` is null when it cannot be taken, `departmentCode` when it cannot be read. */
export type Reading<Item> = { item: Item | null; findings: Finding[]; summary: string; departmentCode: string | null }

/** How the lines of a kind are read, each by itself. */
export type Reader<Item, Column extends string = string> = Shape<Column> & {
  read: (row: Row, sheet: Sheet<Column>, territory: Territory, options: JudgeOptions) => Reading<Item>
  /** The same for the same thing, in whatever file. */
  keyOf: (item: Item) => string
  /** The columns that a total leaves empty. */
  ofNoTotal: readonly Column[]
  /** Said of a line that repeats another of the file. */
  repeated: { code: string; sentence: (first: number) => string }
  total: string
}

export type Line<Item> = Reading<Item> & { line: number; verdict: 'VALID' | 'WARNING' | 'REJECTED' | 'SKIPPED' }

const MAX_LINES = 5_000
// How long the server may leave everybody else waiting, in milliseconds.
const SLICE = 12

const skipped = ({ line }: Row, summary: string, code: string, sentence: string, departmentCode: string | null = null) =>
  ({ line, verdict: 'SKIPPED' as const, findings: [{ code, column: null, sentence }], summary, departmentCode, item: null })

/** Says of each line under the header what it holds; lets others have the server in between. Throws `UnreadableFile` on too many lines. */
export async function judgeSheet<Item, Column extends string>(kind: Reader<Item, Column>, sheet: Sheet<Column>, reference: Reference, options: JudgeOptions): Promise<Line<Item>[]> {
  const territory = territoryOf(reference)
  if (sheet.rows.length > MAX_LINES) throw new UnreadableFile(kind.says.tooLong)
  const firstWith = new Map<string, number>()
  const lines: Line<Item>[] = []
  let since = performance.now()
  for (const row of sheet.rows) {
    lines.push(lineOf(row))
    if (performance.now() - since < SLICE) continue
    await others()
    since = performance.now()
  }
  return lines

  function lineOf(row: Row): Line<Item> {
    if (isBlank(row)) return skipped(row, 'Ligne vide', 'BLANK_ROW', 'Cette ligne est vide.')
    if (isTotal(row)) return skipped(row, 'Total', 'TOTAL_ROW', kind.total)

    const { line } = row
    const reading = kind.read(row, sheet, territory, options)
    if (!reading.item) return { ...reading, line, verdict: 'REJECTED' }
    const key = kind.keyOf(reading.item)
    const first = firstWith.get(key)
    if (first !== undefined) return skipped(row, reading.summary, kind.repeated.code, kind.repeated.sentence(first), reading.departmentCode)
    firstWith.set(key, line)
    return { ...reading, line, verdict: reading.findings.length ? 'WARNING' : 'VALID' }
  }

  function isTotal({ cells }: Row) {
    const filled = kind.ofNoTotal.some((column) => sheet.at[column] !== undefined && cells[sheet.at[column]!]?.text)
    return !filled && cells.some(({ text }) => /^(?:sous )?total\b/.test(fold(text)))
  }
}
