import type { Cell, Row } from './readTable.ts'
import { UnreadableFile } from './unreadableFile.ts'

/** The lines that a calendar may have, and room for its titles. */
export const MAX_LINES = 5_050
// Longer than anything a column may hold: the judge refuses what is cut.
const MAX_TEXT = 3_000

export const EMPTY: Cell = { text: '', value: '', kind: 'plain' }

// PostgreSQL stores no NUL, and no other control character but the line break means anything in a cell.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g

export const textCell = (raw: string, kind: Cell['kind'] = 'plain'): Cell => {
  const text = raw.slice(0, MAX_TEXT).toWellFormed().replace(/\t/g, ' ').replace(CONTROLS, '').trim()
  return { text, value: text, kind }
}

export const isBlank = ({ cells }: Row) => cells.every(({ text }) => text === '')

/** Without the empty rows that spreadsheets leave at the end. */
export function boundedRows(rows: Row[]) {
  const kept = rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1)
  if (kept.length > MAX_LINES) throw new UnreadableFile('Ce fichier a plus de 5 000 lignes. Découpez-le en plusieurs fichiers.')
  return kept
}
