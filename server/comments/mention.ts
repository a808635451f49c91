import { v5, validate as isUuid } from 'uuid'
import { invalid } from '../errors.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import type { Author } from '../reading/change.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

type Transaction = Parameters<typeof queueMessage>[0]
type Named = { id: string; membership: string; known: boolean; told: boolean }
/** One mail to each about a comment, however often he is named in it. */
const mailOf = (accountId: string, commentId: string) => v5(commentId, accountId)

/**
 * Sets whom a comment names, and writes to each whom it never named before, save its author; answers whether they are others than
 * before. Only colleagues in the viewer's
 * reach who work for the event's department are named, for they read the comment; any other is refused in one sentence, which
 * does not tell whether that person exists.
 */
export async function mention(tx: Transaction, author: Author, commentId: string, wanted: string[], publicUrl: string): Promise<boolean> {
  const ids = [...new Set(wanted)]
  const [about] = await tx.$queryRaw<{ eventId: string; departmentCode: string; title: string; by: string }[]>(sql`
    SELECT c."eventId", c."departmentCode", e."title", a."name" AS by FROM "Comment" c JOIN "Event" e ON e."id" = c."eventId" JOIN "Account" a ON a."id" = c."authorId" WHERE c."id" = ${commentId}::uuid`)
  const { eventId, departmentCode, title, by } = about!
  const mails = ids.filter((one) => isUuid(one)).map((one) => mailOf(one, commentId))
  const named = await tx.$queryRaw<Named[]>(rows(begin(author.nouns, author.viewer, author.now), 'Colleague', 'read', ({ at }) => {
    const member = sql`FROM "Membership" m WHERE m."accountId" = ${at}."id" AND m."departmentCode" = ${departmentCode}`
    return {
      select: sql`${at}."id", (SELECT min(m."id"::text) ${member}) AS membership, EXISTS (SELECT FROM "CommentMention" p WHERE p."commentId" = ${commentId}::uuid AND p."accountId" = ${at}."id") AS known,
        EXISTS (SELECT FROM "Message" s WHERE s."accountId" = ${at}."id" AND s."id" = ANY(${mails}::uuid[])) AS told`,
      where: [sql`${at}."id"::text = ANY(${ids}::text[])`, sql`EXISTS (SELECT ${member})`],
    }
  }))
  if (named.length < ids.length) throw invalid({ mentionIds: 'On ne mentionne que des collègues du département de l’opération.' })
  const unnamed = await tx.$executeRaw(sql`DELETE FROM "CommentMention" WHERE "commentId" = ${commentId}::uuid AND "accountId"::text <> ALL(${ids}::text[])`)
  await tx.$executeRaw(sql`INSERT INTO "CommentMention" ("commentId", "accountId") SELECT ${commentId}::uuid, unnest(${ids}::text[])::uuid ON CONFLICT DO NOTHING`)
  for (const { id: accountId, membership, told } of named) {
    if (told || accountId === author.viewer.account) continue
    const address = `${publicUrl}/console/${membership}/events/${eventId}/show/comments`
    await queueMessage(tx, { id: mailOf(accountId, commentId), template: 'mention', accountId, departmentCode, now: author.now, variables: { by, title, address } })
  }
  return unnamed > 0 || named.some(({ known }) => !known)
}
