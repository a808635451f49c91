import { stringify } from 'csv-stringify/sync'
import { excelFrench } from '../exports/excelFrench.ts'
import type { Kind } from './kind.ts'

/** A file to start from, as Excel in French opens it: our own headers, and fictional lines that can be taken. */
export function exampleOf({ columns, example }: Kind, now: Date): string {
  const ours = Object.keys(columns)
  return stringify([ours.map((column) => columns[column]![0]!), ...example.lines(now).map((line) => ours.map((column) => line[column] ?? ''))], excelFrench)
}
