import { CsvError, parse } from 'csv-parse/sync'
import { boundedRows, MAX_LINES, textCell } from './cell.ts'
import { decodeText } from './decodeText.ts'
import type { Row } from './readTable.ts'
import { UnreadableFile } from './unreadableFile.ts'

const SAMPLE = 20_000

const LINES_LOOKED_AT = 60

/** The candidate that cuts most lines into the same number of columns, outside quotes: texts may hold more commas than there are semicolons. */
function separatorOf(text: string): string {
  const lines = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/).slice(0, LINES_LOOKED_AT)
  const scored = [';', ',', '\t', '|'].map((separator) => {
    const widths = new Map<number, number>()
    for (const line of lines) {
      const width = line.split(separator).length
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1)
    }
    const [width, alike] = [...widths].sort(([one, many], [other, more]) => more - many || other - one)[0] ?? [0, 0]
    return { separator, width, alike }
  })
  return scored.sort((a, b) => b.alike - a.alike || b.width - a.width)[0]!.separator
}

function parsed(text: string) {
  try {
    // `lines` counts to the end of the record.
    return parse(text, { delimiter: separatorOf(text), info: true, relax_column_count: true, relax_quotes: true, to: MAX_LINES + 1 }) as unknown as { record: string[]; info: { lines: number } }[]
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw new UnreadableFile(`Ce fichier se lit mal à partir de la ligne ${thrown.lines} : un guillemet y est ouvert sans être refermé. Corrigez-le, ou enregistrez le tableau au format .xlsx.`)
  }
}

/** The records of a CSV file: encoding and separator are found, a record over several lines is at its first. */
export function readCsv(bytes: Uint8Array): Row[] {
  let end = 0
  return boundedRows(
    parsed(decodeText(bytes)).map(({ record, info }) => {
      const line = end + 1
      end = info.lines
      return { line, cells: record.map((raw) => textCell(raw)) }
    }),
  )
}
