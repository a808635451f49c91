import { readCsv } from './readCsv.ts'
import { readWorkbook } from './readWorkbook.ts'
import { UnreadableFile } from './unreadableFile.ts'

/** `text` is what a person sees, trimmed; `value` keeps the number or the day that a workbook stores (dates and hours in UTC); `typed` is a person's correction. */
export type Cell = { text: string; value: string | number | Date; kind: 'plain' | 'formula' | 'hyperlink' | 'richText' | 'typed' }
/** `line` is the physical line of the file, or the row of the sheet; the first is 1. */
export type Row = { line: number; cells: Cell[] }
/** A CSV file is one sheet. */
export type Table = { format: 'csv' | 'workbook'; sheets: Row[][] }

export const MAX_BYTES = 10_000_000

const OTHER_FORMATS: [signature: number[], name: string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien classeur Excel (.xls) ou un classeur protégé par un mot de passe'],
  [[0x25, 0x50, 0x44, 0x46], 'un document PDF'],
]

const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte)

/** The rows of a CSV file or of an Excel workbook, told apart by their content, not by their name. Throws `UnreadableFile`. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.length === 0) throw new UnreadableFile(`Le fichier « ${fileName} » est vide.`)
  if (bytes.length > MAX_BYTES) throw new UnreadableFile(`Le fichier « ${fileName} » dépasse 10 Mo. Découpez-le, ou retirez-en les images.`)
  const other = OTHER_FORMATS.find(([signature]) => startsWith(bytes, signature))
  if (other) throw new UnreadableFile(`Le fichier « ${fileName} » est ${other[1]}. Enregistrez-le au format .xlsx ou .csv, sans mot de passe.`)
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? { format: 'workbook', sheets: await readWorkbook(bytes) } : { format: 'csv', sheets: [readCsv(bytes)] }
}
