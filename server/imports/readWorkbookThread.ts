import { parentPort, workerData } from 'node:worker_threads'
import exceljs from 'exceljs'
import type { CellValue, Worksheet } from 'exceljs'
import { boundedRows, EMPTY, textCell } from './cell.ts'
import type { Cell, Row } from './readTable.ts'
import type { WorkbookAnswer } from './readWorkbook.ts'
import { UnreadableFile } from './unreadableFile.ts'

const MAX_COLUMNS = 100
const MAX_CHARACTERS = 20_000_000
// Nodes that say nothing of the values, and that a file may stretch over millions of cells.
const IGNORED = ['cols', 'conditionalFormatting', 'dataValidations', 'drawing', 'extLst', 'picture', 'tableParts']

const two = (number: number) => String(number).padStart(2, '0')

// Excel keeps an hour as a fraction of its day zero, 30 December 1899.
const dateText = (date: Date) =>
  date.getUTCFullYear() < 1900
    ? `${date.getUTCHours()}h${two(date.getUTCMinutes())}`
    : `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return EMPTY
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? EMPTY : { text: dateText(value), value, kind: 'plain' }
  if (typeof value === 'number') return { text: String(value), value, kind: 'plain' }
  if (typeof value !== 'object') return textCell(String(value))
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''), 'richText')
  // The text of a link is sometimes rich, whatever the library's types say.
  if ('hyperlink' in value) return { ...cellOf(value.text as CellValue), kind: 'hyperlink' }
  if ('error' in value) return textCell(value.error)
  return { ...cellOf(value.result), kind: 'formula' }
}

function rowsOf(sheet: Worksheet): Row[] {
  const rows: Row[] = []
  sheet.eachRow((row, line) => {
    rows.push({ line, cells: Array.from({ length: Math.min(row.cellCount, MAX_COLUMNS) }, (_, index) => cellOf(row.getCell(index + 1).value)) })
  })
  return boundedRows(rows)
}

// One text that all cells share weighs nothing here, and once per cell where it goes.
const charactersOf = (sheets: Row[][]) => sheets.flat().reduce((sum, { cells }) => cells.reduce((width, { text }) => width + text.length, sum), 0)

async function sheetsOf(bytes: Uint8Array): Promise<WorkbookAnswer> {
  const workbook = new exceljs.Workbook()
  try {
    // The library declares a Buffer of its own, that Node's no longer matches.
    await workbook.xlsx.load(Buffer.from(bytes) as never, { ignoreNodes: IGNORED })
    const sheets = workbook.worksheets.filter(({ state }) => state === 'visible').map(rowsOf)
    return charactersOf(sheets) > MAX_CHARACTERS ? { refusal: 'Ce classeur est trop volumineux. Copiez le calendrier seul dans un nouveau classeur et enregistrez-le.' } : { sheets }
  } catch (thrown) {
    if (thrown instanceof UnreadableFile) return { refusal: thrown.message }
    throw thrown
  }
}

parentPort!.postMessage(await sheetsOf(workerData as Uint8Array))
