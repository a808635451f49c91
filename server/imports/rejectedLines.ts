import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { excelFrench } from '../exports/excelFrench.ts'
import { nouns } from '../nouns.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import type { Finding } from './lines/notes.ts'
import type { Correction } from './storedSheet.ts'

type Rejected = { line: number; cells: string[]; corrections: Correction[]; findings: Finding[] }

/** The lines of an import that cannot be taken, as a file that Excel in French opens: line, reasons, and the cells with their corrections. Throws NOT_FOUND out of reach. */
export async function rejectedLines(context: Context, id: string): Promise<string> {
  await context.confirm()
  const { db, viewer, now } = context
  const asking = () => begin(nouns, viewer, now)
  const [file] = await db.$queryRaw<{ headers: string[] }[]>(rows(asking(), 'Import', 'read', ({ at }) => ({ select: sql`${at}."headers"`, where: [sql`${at}."id" = ${id}::uuid`] })))
  if (!file) throw notFound()
  const lines = await db.$queryRaw<Rejected[]>(rows(asking(), 'ImportLine', 'read', ({ at }) => ({
    select: sql`${at}."line", ${at}."cells", ${at}."corrections", ${at}."findings"`, order: sql`${at}."line"`,
    where: [sql`${at}."importId" = ${id}::uuid AND ${at}."verdict" IN ('ERROR', 'DUPLICATE', 'OUTSIDE')`],
  })))
  const told = ({ findings }: Rejected) => findings.map(({ column, sentence }) => (column ? `${column} : ${sentence}` : sentence)).join(' ')
  return stringify([
    ['Ligne', 'Motifs', ...file.headers],
    ...lines.map((one) => [String(one.line), told(one), ...cellsOf(one, file.headers.length)]),
  ], excelFrench)
}

function cellsOf({ cells, corrections }: Rejected, width: number): string[] {
  const texts = Array.from({ length: width }, (_, at) => cells[at] ?? '')
  for (const { at, text } of corrections) texts[at] = text
  return texts
}
