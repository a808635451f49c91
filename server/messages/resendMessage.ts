import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { enqueueMessage } from '../jobs/enqueue.ts'
import { nouns } from '../nouns.ts'
import { look, take } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/**
 * Sends a mail again, to the address the person has by now. One whose sending is uncertain keeps its Message-ID, so that a server
 * which has it already may know it; any other has a new one, which reports about the first do not name. The same call again, or
 * somebody else's meanwhile, sends nothing more: the version says so. Errors: see `take`.
 */
export const resendMessage = ({ pool, viewer, now }: Context, { id, version }: { id: string; version: number }): Promise<void> => transact(pool, async (tx) => {
  const author = { nouns, viewer, now }
  const found = await look<{ version: number }>(tx, author, 'Message', 'resend', id, ({ at }) => sql`${at}."version"`)
  if (found.version > version) return
  await take(tx, author, 'Message', 'resend', id, {
    set: {
      edition: sql`t."edition" + CASE WHEN t."state" = 'UNCERTAIN' THEN 0 ELSE 1 END`, error: null, sentAt: null, bouncedAt: null, sendingAt: null, waitsUntil: null,
      address: sql`coalesce((SELECT r."email" FROM "Referent" r WHERE r."id" = t."referentId"), (SELECT a."email" FROM "Account" a WHERE a."id" = t."accountId"), t."address")`,
    },
  })
  await enqueueMessage(tx, id)
})
