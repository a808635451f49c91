import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { change, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import type { CommentInput } from './comment.resolver.ts'
import { mention } from './mention.ts'

/** Corrects a comment, its text or whom it names; whom it names for the first time is written to. Errors: see `change`. */
export async function updateComment({ db, viewer, now, settings }: Context, { id, version, input }: { id: string; version: number; input: CommentInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await change(tx, author, 'Comment', 'update', { id, version, set: { text: input.text.trim() }, stamp: { editedAt: now } })
    if (!input.mentionIds || !(await mention(tx, author, id, input.mentionIds, settings.publicUrl))) return
    const [comment] = await tx.$queryRaw<{ departmentCode: string }[]>(sql`UPDATE "Comment" SET "version" = ${version + 1}, "editedAt" = ${now} WHERE "id" = ${id}::uuid RETURNING "departmentCode"`)
    await record(tx, author, 'Comment', 'update', { id, departmentCode: comment!.departmentCode, changes: { mentions: true } })
  })
}
