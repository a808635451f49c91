import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { forbidden, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'
import { begin, rows, scope } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

/** Empties a comment and whom it names; the journal keeps that it was removed. Answers the identifier of its event. */
export async function removeComment({ pool, viewer, now }: Context, id: string): Promise<string> {
  const author = { nouns, viewer, now }
  return transact(pool, async (tx) => {
    const [found] = await tx.$queryRaw<{ eventId: string; departmentCode: string; mine: boolean }[]>(sql`${rows(begin(nouns, viewer, now), 'Comment', 'read', (row) => ({
      select: sql`${row.at}."eventId", ${row.at}."departmentCode", (${scope(row, 'remove')}) IS TRUE AS mine`, where: [sql`${row.at}."id" = ${id}`],
    }))} FOR UPDATE`)
    if (!found) throw notFound()
    if (!found.mine) throw forbidden()
    await tx.$executeRaw(sql`DELETE FROM "CommentMention" WHERE "commentId" = ${id}::uuid`)
    await tx.$executeRaw(sql`UPDATE "Comment" SET "text" = '', "removedAt" = ${now}, "version" = "version" + 1 WHERE "id" = ${id}::uuid`)
    await record(tx, author, 'Comment', 'remove', { id, departmentCode: found.departmentCode })
    return found.eventId
  })
}
