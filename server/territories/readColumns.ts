import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { Faults } from './territoryFaults.ts'

/** One line of a reference file: its columns, and where it stands. */
export type Line<Column extends string> = Record<Column, string> & { file: string; line: number }

/** The bytes of a file of the folder as text; null, with the fault said, when it is not there. */
export function readText(folder: string, file: string, faults: Faults): string | null {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    faults.about(file, 'le fichier manque.')
    return null
  }
}

/** The lines of a CSV file, with the apostrophes of French typography, that must hold these columns; none, with the fault said, when it cannot be read. */
export function readColumns<Column extends string>(folder: string, file: string, columns: readonly Column[], faults: Faults): Line<Column>[] {
  const text = readText(folder, file, faults)
  if (text === null) return []
  const records = recordsOf(text, file, faults)
  if (!records) return []
  const [head, ...body] = records
  const missing = columns.filter((column) => head && !head.record.includes(column))
  for (const column of missing) faults.about(file, `la colonne « ${column} » manque.`)
  if (!missing.length && !body.length) faults.about(file, 'le fichier est vide.')
  if (!head || missing.length) return []
  const places = columns.map((column) => [column, head.record.indexOf(column)] as const)
  return body.flatMap(({ record, info }) => {
    if (record.length !== head.record.length) {
      faults.at(file, info.lines, `${record.length} colonnes au lieu de ${head.record.length}.`)
      return []
    }
    const cells = Object.fromEntries(places.map(([column, place]) => [column, record[place]!.replaceAll('\'', '’')])) as Record<Column, string>
    return [{ ...cells, file, line: info.lines }]
  })
}

function recordsOf(text: string, file: string, faults: Faults) {
  try {
    return parse(text, { bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true }) as unknown as { record: string[]; info: { lines: number } }[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.at(file, error.lines as number, 'la ligne ne se lit pas, un guillemet y est mal placé.')
    return null
  }
}
