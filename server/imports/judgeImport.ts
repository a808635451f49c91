import type { Context } from '../context.ts'
import type { Prisma } from '../db/generated/client.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { record, type Author } from '../reading/change.ts'
import { name, sql } from '../reading/sql.ts'
import { remarksOf, windowOf } from './calendar/remarks.ts'
import { TAKEABLE } from './import.lifecycle.ts'
import { judgeLines, type Judged } from './judgeLines.ts'
import { ownerOf } from './layouts.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import { headersHash } from './lines/sheet.ts'
import { openedImport } from './openedImport.ts'
import { columnsOf, storedSheet, type Correction, type Mapping } from './storedSheet.ts'

type Tx = Prisma.TransactionClient
const LONG = { timeout: 60_000 }

/**
 * Judges the lines of an import again, with other columns or dates moved otherwise, in place of what was said of them; the
 * columns serve the next file with the same headers. Throws CONFLICT once lines are taken, BAD_USER_INPUT on a column that is none.
 */
export async function judgeImport({ db, viewer, now }: Context, { id, weeks, columns }: { id: string; weeks: number; columns: Mapping[] }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { kind, departmentCode, weeks: before } = await openedImport(tx, author, 'judge', id)
    const { headers: stored, columns: known } = await tx.import.findUniqueOrThrow({ where: { id }, select: { headers: true, columns: true } })
    const headers = stored as string[]
    refuseColumns(kinds[kind], columns, headers)
    if (weeks !== 0 && !kinds[kind].campaign) throw invalid({ weeks: 'Ce fichier n’a pas de dates à décaler.' })
    const changed = JSON.stringify(sorted(columns)) !== JSON.stringify(sorted(known as Mapping[]))
    if (changed) {
      const layout = { owner: ownerOf(departmentCode), kind, headersHash: headersHash(headers) }
      await tx.importLayout.upsert({ where: { owner_kind_headersHash: layout }, create: { ...layout, columns, updatedAt: now }, update: { columns, updatedAt: now } })
    }
    await tx.import.update({ where: { id }, data: { weeks, columns, ...(changed ? { remembered: false } : {}) } })
    await rejudge(tx, author, id)
    await record(tx, author, 'Import', 'judge', { id, departmentCode, changes: { ...(before === weeks ? {} : { weeks: [before, weeks] }), ...(changed ? { columns: true } : {}) } })
  }, LONG)
}

/** Types over cells of one line, and judges it again; the cells of the file are kept. What is typed as the file has it is no correction. */
export async function correctImportLine({ db, viewer, now }: Context, { id, line, cells }: { id: string; line: number; cells: Correction[] }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { kind, departmentCode } = await openedImport(tx, author, 'correct', id)
    const found = await tx.importLine.findUnique({ where: { importId_line: { importId: id, line } }, select: { id: true, cells: true, corrections: true, outcome: true, import: { select: { headers: true } } } })
    if (!found) throw invalid({ line: 'Cette ligne n’est pas dans le fichier.' })
    if (found.outcome) throw invalid({ line: kinds[kind].says.taken })
    const width = Math.max((found.import.headers as string[]).length, (found.cells as string[]).length)
    if (cells.some(({ at }) => at >= width)) throw invalid({ cells: 'Cette colonne n’est pas dans le fichier.' })
    const was = new Map((found.corrections as Correction[]).map(({ at, text }) => [at, text]))
    for (const { at, text } of cells) was.set(at, text.trim())
    const corrections = [...was].filter(([at, text]) => text !== ((found.cells as string[])[at] ?? '')).map(([at, text]) => ({ at, text })).sort((a, b) => a.at - b.at)
    await tx.importLine.update({ where: { id: found.id }, data: { corrections } })
    await rejudge(tx, author, id)
    await record(tx, author, 'Import', 'correct', { id, departmentCode, changes: { line: [null, line] } })
  }, LONG)
}

/** Says again, of each line that is not taken, what may become of it. */
export async function rejudge(tx: Tx, author: Author, id: string): Promise<void> {
  const { kind: name, campaignId, weeks, lines, ...file } = await tx.import.findUniqueOrThrow({
    where: { id }, select: { kind: true, campaignId: true, weeks: true, format: true, headers: true, columns: true, lines: { orderBy: { line: 'asc' }, select: { line: true, cells: true, values: true, corrections: true } } },
  })
  const kind = kinds[name]
  await writeJudged(tx, id, kind, await judgeLines(tx, author, kind, { campaignId, weeks, sheet: storedSheet(kind, { ...file, lines }) }))
  await writeRemarks(tx, author, id)
}

const writeJudged = (tx: Tx, id: string, { as }: Kind, judged: Judged[]) => tx.$executeRaw(sql`UPDATE "ImportLine" l SET "verdict" = g."verdict"::"LineVerdict", "summary" = g."summary", "findings" = g."findings",
    "departmentCode" = g."departmentCode", ${name(as)} = nullif(g."item", 'null'), ${name(`${as}Id`)} = g."rowId", "proposed" = g."proposed", "heldVersion" = g."heldVersion"
  FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS g("line" int, "verdict" text, "summary" text, "findings" jsonb, "departmentCode" text, "item" jsonb, "rowId" uuid, "proposed" boolean, "heldVersion" int)
  WHERE l."importId" = ${id}::uuid AND l."line" = g."line" AND l."outcome" IS NULL`)

/** Keeps what is to be said of the dates of the lines that may still be taken, where there are dates. */
export async function writeRemarks(tx: Tx, { now }: Author, id: string): Promise<void> {
  const { campaignId, lines } = await tx.import.findUniqueOrThrow({ where: { id }, select: { campaignId: true, lines: { where: { verdict: { in: TAKEABLE }, outcome: null }, select: { event: true } } } })
  if (!campaignId) return
  await tx.import.update({ where: { id }, data: { remarks: await remarksOf(lines.map(({ event }) => (event as { startsAt: string }).startsAt), await windowOf(tx, campaignId), now) } })
}

const sorted = (columns: Mapping[]) => columns.map(({ column, at }) => [column, at] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))

function refuseColumns(kind: Kind, columns: Mapping[], headers: string[]): void {
  if (columns.some(({ at }) => at >= headers.length)) throw invalid({ columns: 'Cette colonne n’est pas dans le fichier.' })
  if (new Set(columns.map(({ column }) => column)).size < columns.length) throw invalid({ columns: 'Une donnée n’a qu’une colonne.' })
  const given = columnsOf(columns)
  if (Object.keys(given).some((column) => !Object.hasOwn(kind.columns, column))) throw invalid({ columns: 'Cette donnée n’est pas de cette sorte de fichier.' })
  const missing = kind.required.filter((column) => given[column] === undefined).map((column) => `« ${kind.columns[column]![0]} »`)
  if (missing.length > 0) throw invalid({ columns: `Dites quelle colonne donne ${missing.join(', ')}.` })
}
