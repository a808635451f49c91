import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { CommentInput } from './comment.resolver.ts'
import { mention } from './mention.ts'

/** Writes a comment on an event whose internal part the viewer reads, its journal entry, and one mail to each colleague named. */
export async function createComment({ db, viewer, now, settings }: Context, { id, eventId, input }: { id: string; eventId: string; input: CommentInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    if (await tx.comment.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Comment', 'read', id)
    await demand(tx, author, 'Event', 'readInternal', eventId)
    const { departmentCode } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { departmentCode: true } })
    await tx.comment.create({ data: { id, eventId, departmentCode, authorId: viewer.account!, text: input.text.trim(), createdAt: now } })
    await demand(tx, author, 'Comment', 'create', id)
    await record(tx, author, 'Comment', 'create', { id, departmentCode })
    if (input.mentionIds) await mention(tx, author, id, input.mentionIds, settings.publicUrl)
  })
}
