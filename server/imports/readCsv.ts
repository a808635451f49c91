import { CsvError, parse } from 'csv-parse/sync'
import { boundedRows, MAX_LINES, textCell } from './cell.ts'
import { decodeText } from './decodeText.ts'
import type { Row } from './readTable.ts'
import { UnreadableFile } from './unreadableFile.ts'

const SAMPLE = 20_000

// The most frequent candidate outside quotes.
function separatorOf(text: string) {
  const plain = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '')
  const [best] = [';', ',', '\t'].map((separator) => ({ separator, count: plain.split(separator).length })).sort((a, b) => b.count - a.count)
  return best!.separator
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
