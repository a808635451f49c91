import { setImmediate as others } from 'node:timers/promises'
import { isBlank } from '../cell.ts'
import type { Row } from '../readTable.ts'
import type { Calendar, Column } from './columns.ts'
import { fold } from './fold.ts'
import type { Finding } from './notes.ts'
import { type CalendarEvent, readEvent } from './readEvent.ts'
import { type Reference, territoryOf } from './reference.ts'
import { UnreadableFile } from '../unreadableFile.ts'
import { summaryOf } from './summary.ts'

/** Each date is moved by whole `weeks`; the hour on the clocks of Paris stays. */
export type JudgeOptions = { weeks: number }
export type Line = {
  line: number
  verdict: 'VALID' | 'WARNING' | 'REJECTED' | 'SKIPPED'
  findings: Finding[]
  /** What the file writes in its column N°. */
  number: string | null
  /** Day, city and place, in French. */
  summary: string
  /** Null when it cannot be read. */
  departmentCode: string | null
  /** Null unless the line can be taken. */
  event: CalendarEvent | null
}

const MAX_EVENTS = 5_000
// How long the server may leave everybody else waiting, in milliseconds.
const SLICE = 12

const textOf = ({ at }: Calendar, { cells }: Row, column: Column) => (at[column] === undefined ? '' : (cells[at[column]]?.text ?? ''))

const skipped = (row: Row, summary: string, code: string, sentence: string, number: string | null = null, departmentCode: string | null = null): Line =>
  ({ line: row.line, verdict: 'SKIPPED', findings: [{ code, column: null, sentence }], number, summary, departmentCode, event: null })

const isTotal = (calendar: Calendar, row: Row) =>
  textOf(calendar, row, 'number') === '' && textOf(calendar, row, 'day') === '' && row.cells.some(({ text }) => /^(?:sous )?total\b/.test(fold(text)))

/** Says of each line under the header what it holds; lets others have the server in between. Throws `UnreadableFile` on too many lines. */
export async function judgeCalendar(calendar: Calendar, reference: Reference, options: JudgeOptions): Promise<Line[]> {
  const territory = territoryOf(reference)
  if (calendar.rows.length > MAX_EVENTS) throw new UnreadableFile('Ce calendrier a plus de 5 000 lignes. Découpez-le en plusieurs fichiers.')
  const firstWith = new Map<string, number>()
  const lines: Line[] = []
  let since = performance.now()
  for (const row of calendar.rows) {
    lines.push(lineOf(row))
    if (performance.now() - since < SLICE) continue
    await others()
    since = performance.now()
  }
  return lines

  function lineOf(row: Row): Line {
    if (isBlank(row)) return skipped(row, 'Ligne vide', 'BLANK_ROW', 'Cette ligne est vide.')
    if (isTotal(calendar, row)) return skipped(row, 'Total', 'TOTAL_ROW', 'Cette ligne est un total, pas une opération.')

    const { line } = row
    const number = textOf(calendar, row, 'number') || null
    const { event, findings, day, departmentCode } = readEvent(row, calendar, territory, options.weeks)
    const summary = summaryOf(day ?? textOf(calendar, row, 'day'), textOf(calendar, row, 'city'), textOf(calendar, row, 'place'))
    if (!event) return { line, verdict: 'REJECTED', findings, number, summary, departmentCode, event }

    const first = firstWith.get(event.importKey)
    if (first !== undefined) return skipped(row, summary, 'DUPLICATE_ROW', `Cette ligne répète la ligne ${first} : même lieu, même quartier, mêmes horaires. Elle ne sera pas reprise.`, number, departmentCode)
    firstWith.set(event.importKey, line)
    return { line, verdict: findings.length ? 'WARNING' : 'VALID', findings, number, summary, departmentCode, event }
  }
}
