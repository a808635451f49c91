import type { Context } from '../context.ts'
import type { Prisma } from '../db/generated/client.ts'
import { nouns } from '../nouns.ts'
import { record, type Author } from '../reading/change.ts'
import { name, sql } from '../reading/sql.ts'
import { TAKEABLE } from './import.lifecycle.ts'
import { writeRemarks } from './judgeImport.ts'
import { heldVerdict, rowOf } from './judgeLines.ts'
import type { Into, Kind, Tx } from './kind.ts'
import { kinds } from './kinds.ts'
import { openedImport } from './openedImport.ts'

type Line = { id: string; item: object }

/**
 * Makes what each chosen line says that is new, and writes what each chosen update says into what is there, in one
 * transaction. What is there already is not made again; what changed since its line was judged is left, and its line judged
 * again. Throws NOT_FOUND out of reach, CONFLICT when the campaign is not open.
 */
export async function applyImport({ db, viewer, now }: Context, { id, lines }: { id: string; lines: number[] }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { kind: wanted, campaignId, departmentCode } = await openedImport(tx, author, 'apply', id)
    const kind = kinds[wanted]
    const chosen = (await tx.importLine.findMany({ where: { importId: id, line: { in: lines }, verdict: { in: TAKEABLE }, outcome: null }, select: { id: true, verdict: true, heldVersion: true, [kind.as]: true } }) as unknown as
      (Record<Kind['as'], Prisma.JsonValue> & { id: string; verdict: string; heldVersion: number | null })[]).map((line) => ({ ...line, item: line[kind.as] as object }))
    if (chosen.length === 0) return
    const into = { importId: id, campaignId }
    const created = await create(tx, author, kind, into, chosen.filter(({ verdict }) => verdict !== 'UPDATE'))
    const updated = await update(tx, author, kind, into, chosen.filter(({ verdict }) => verdict === 'UPDATE'))
    if (created + updated > 0) await tx.import.updateMany({ where: { id }, data: { undoneAt: null } })
    await tx.import.updateMany({ where: { id, appliedAt: null }, data: { appliedAt: now } })
    await writeRemarks(tx, author, id)
    await record(tx, author, 'Import', 'apply', { id, departmentCode, changes: { created: [null, created], updated: [null, updated] } })
  }, { timeout: 120_000 })
}

/** Makes what is not there yet, and says so on the lines; answers how many were made. */
async function create(tx: Tx, author: Author, kind: Kind, into: Into, lines: Line[]): Promise<number> {
  if (lines.length === 0) return 0
  // Two imports at once wait for each other on the same rows, in the same order.
  const keyed = lines.map((line) => ({ ...line, key: kind.keyOf(line.item) })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const made = new Map((await kind.create(tx, author, into, keyed.map(({ item }) => item))).map((one) => [one.key, one]))
  const told = keyed.flatMap(({ id, key }) => (made.has(key) ? [{ lineId: id, rowId: made.get(key)!.id, outcome: made.get(key)!.created ? 'CREATED' : 'PRESENT' }] : []))
  await tx.$executeRaw(sql`UPDATE "ImportLine" l SET ${name(`${kind.as}Id`)} = g."rowId", "takenAt" = ${author.now}, "outcome" = g."outcome"::"LineOutcome"
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS g("lineId" uuid, "rowId" uuid, "outcome" text) WHERE l."id" = g."lineId"`)
  return told.filter(({ outcome }) => outcome === 'CREATED').length
}

/** Writes what each line says into the row that it was compared with; answers how many were written. */
async function update(tx: Tx, author: Author, kind: Kind, into: Into, lines: (Line & { heldVersion: number | null })[]): Promise<number> {
  const held = await kind.held(tx, author, into, lines.map(({ item }) => item))
  let updated = 0
  for (const { id, item, heldVersion } of lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = held.get(kind.keyOf(item))
    const column = `${kind.as}Id`
    if (!found) {
      await tx.importLine.update({ where: { id }, data: { verdict: 'NEW', findings: [], [column]: null, heldVersion: null, proposed: true } })
    } else if (found.hidden || !found.open || found.version !== heldVersion) {
      const { findings, ...again } = heldVerdict(kind, item, found)
      const { rowId, heldVersion } = rowOf(found)
      await tx.importLine.update({ where: { id }, data: { ...again, [column]: rowId, heldVersion, findings: [...findings, { code: 'CHANGED_SINCE', column: null, sentence: kind.says.changedSince }] } })
    } else {
      const { set } = kind.compare(item, found)
      await kind.update(tx, author, found, set)
      const before = Object.fromEntries(Object.keys(set).map((field) => [field, (found as unknown as Record<string, unknown>)[field] ?? null]))
      await tx.importLine.update({ where: { id }, data: { outcome: 'UPDATED', takenAt: author.now, before: before as Prisma.InputJsonObject, writtenVersion: await versionOf(tx, kind, found.id) } })
      updated++
    }
  }
  return updated
}

/** The version of a row that was just written. */
const versionOf = async (tx: Tx, kind: Kind, id: string): Promise<number> =>
  (await tx.$queryRaw<{ version: number }[]>(sql`SELECT "version" FROM ${name(nouns[kind.resource].table)} WHERE "id" = ${id}::uuid`))[0]!.version
