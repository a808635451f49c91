import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { record, refuse, type Author } from '../reading/change.ts'
import { NO_RIGHT } from '../reading/lifecycle.ts'
import { name, sql } from '../reading/sql.ts'
import { rejudge } from './judgeImport.ts'
import type { Kind, Tx } from './kind.ts'
import { kinds } from './kinds.ts'
import { foundImport } from './openedImport.ts'

/**
 * Removes what an import made and writes back what it overwrote; its lines may then be taken again. Undone already: nothing. Throws NOT_FOUND out of reach,
 * CONFLICT with all that stands against it.
 */
export async function undoImport({ db, viewer, now }: Context, id: string): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { kind: wanted, departmentCode, undoneAt, reasons } = await foundImport(tx, author, 'undo', id)
    // Whoever may not undo it hears so, also once it is undone.
    if (undoneAt && !reasons.some(({ code }) => code === NO_RIGHT.code)) return
    refuse(reasons)
    const kind = kinds[wanted]
    const row = name(`${kind.as}Id`)
    const made = (await tx.$queryRaw<{ id: string }[]>(sql`SELECT ${row} AS id FROM "ImportLine" WHERE "importId" = ${id}::uuid AND "outcome" = 'CREATED' AND ${row} IS NOT NULL`)).map(({ id }) => id)
    // Locked before they are looked at again: whoever is writing about one of these now is waited for, and then seen.
    await tx.$executeRaw(sql`SELECT FROM ${name(nouns[kind.resource].table)} t WHERE t."id" = ANY(${made}::uuid[]) ORDER BY t."id" FOR UPDATE`)
    const restored = await restore(tx, author, kind, id)
    // Lines of other imports that found these in place may be taken anew too.
    await tx.$executeRaw(sql`UPDATE "ImportLine" SET "outcome" = NULL, "takenAt" = NULL, "before" = NULL, "writtenVersion" = NULL, ${row} = NULL WHERE "importId" = ${id}::uuid OR ${row} = ANY(${made}::uuid[])`)
    const changes = await kind.remove(tx, author, id, made)
    await tx.import.update({ where: { id }, data: { appliedAt: null, undoneAt: now } })
    await rejudge(tx, author, id)
    await record(tx, author, 'Import', 'undo', { id, departmentCode, changes: { ...changes, ...(restored > 0 ? { updated: [restored, 0] } : {}) } })
  }, { timeout: 120_000 })
}

/** Writes back what the import overwrote, the last first; answers how many rows. */
async function restore(tx: Tx, author: Author, kind: Kind, importId: string): Promise<number> {
  const lines = await tx.$queryRaw<{ id: string; version: number; before: Record<string, unknown>; item: object }[]>(sql`SELECT t."id", t."version", l."before", l.${name(kind.as)} AS item
    FROM "ImportLine" l JOIN ${name(nouns[kind.resource].table)} t ON t."id" = l.${name(`${kind.as}Id`)} AND t."version" = l."writtenVersion"
    WHERE l."importId" = ${importId}::uuid AND l."outcome" = 'UPDATED' ORDER BY l."id" DESC FOR UPDATE OF t`)
  for (const { before, item, ...row } of lines) await kind.restore(tx, author, row, before, item)
  return lines.length
}
