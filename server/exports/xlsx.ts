import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import type { Worksheet } from 'exceljs'
import { cellOf, type Cell, type Column } from './exportOf.ts'
import { asInParis } from './parisClock.ts'

const widths: Record<Column['kind'], number> = { instant: 18, number: 14, text: 28 }
/** What a cell may hold. Source: the limits of Excel. */
const MOST_CHARACTERS = 32_767
// Signs that XML has no way to write.
const UNWRITABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g

/** The file as a workbook: dates are dates, texts are texts whatever they begin with, and the first line stays in sight. */
export function xlsx(columns: Column[], batches: AsyncIterable<object[]>): Readable {
  const file = new PassThrough()
  write(file, columns, batches).catch((thrown: Error) => file.destroy(thrown))
  return file
}

async function write(file: PassThrough, columns: Column[], batches: AsyncIterable<object[]>): Promise<void> {
  // Loaded by the first who asks: it takes more memory than the rest of the exports.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet('Export', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ header, kind }) => ({ header: plain(header), width: Math.max(widths[kind], header.length + 2), ...(kind === 'instant' ? { style: { numFmt: 'dd/mm/yyyy hh:mm' } } : {}) }))
  const first = sheet.getRow(1)
  first.font = { bold: true }
  first.commit()
  for await (const rows of batches) {
    for (const row of rows) sheet.addRow(columns.map((column) => valueOf(cellOf(row, column)))).commit()
    await taken(sheet, file)
    if (file.destroyed) return
  }
  sheet.commit()
  await workbook.commit()
}

/** exceljs writes without waiting: what the archive has not taken yet is waited for, so that the rest stays in the database. */
async function taken(sheet: Worksheet, file: PassThrough): Promise<void> {
  const { pipes } = (sheet as unknown as { stream: { pipes: PassThrough[] } }).stream
  // Writing nothing asks an older kind of stream whether it is full.
  for (const pipe of pipes) {
    if (pipe.write('') || file.destroyed) continue
    const over = new AbortController()
    await Promise.race([once(pipe, 'drain', over), once(file, 'close', over)]).finally(() => over.abort())
  }
}

const plain = (text: string) => text.replace(UNWRITABLE, '').slice(0, MOST_CHARACTERS)
const valueOf = (cell: Cell) => cell instanceof Date ? asInParis(cell) : typeof cell === 'string' ? plain(cell) : cell
