import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { hold, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/** Empties a comment and whom it names; the journal keeps that it was removed. Answers the identifier of its event. */
export async function removeComment({ pool, viewer, now }: Context, id: string): Promise<string> {
  const author = { nouns, viewer, now }
  return transact(pool, async (tx) => {
    const { eventId, departmentCode } = await hold<{ eventId: string; departmentCode: string }>(tx, author, 'Comment', 'remove', id, ({ at }) => sql`${at}."eventId", ${at}."departmentCode"`)
    await tx.$executeRaw(sql`DELETE FROM "CommentMention" WHERE "commentId" = ${id}::uuid`)
    await tx.$executeRaw(sql`UPDATE "Comment" SET "text" = '', "removedAt" = ${now}, "version" = "version" + 1 WHERE "id" = ${id}::uuid`)
    await record(tx, author, 'Comment', 'remove', { id, departmentCode })
    return eventId
  })
}
