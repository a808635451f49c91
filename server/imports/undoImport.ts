import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { record, refuse } from '../reading/change.ts'
import { NO_RIGHT } from '../reading/lifecycle.ts'
import { name, sql } from '../reading/sql.ts'
import { rejudge } from './judgeImport.ts'
import { kinds } from './kinds.ts'
import { foundImport } from './openedImport.ts'

/**
 * Removes what an import made; its lines may then be taken again. Undone already: nothing. Throws NOT_FOUND out of reach,
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
    // Lines of other imports that found these in place may be taken anew too.
    await tx.$executeRaw(sql`UPDATE "ImportLine" SET "outcome" = NULL, "takenAt" = NULL, ${row} = NULL WHERE "importId" = ${id}::uuid OR ${row} = ANY(${made}::uuid[])`)
    const changes = await kind.remove(tx, author, id, made)
    await tx.import.update({ where: { id }, data: { appliedAt: null, undoneAt: now } })
    await rejudge(tx, author, id)
    await record(tx, author, 'Import', 'undo', { id, departmentCode, changes })
  }, { timeout: 120_000 })
}
