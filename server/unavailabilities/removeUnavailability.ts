import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { hold, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/** Takes back days on which a referent could not come, and answers the referent. Errors: see `hold`. */
export const removeUnavailability = ({ pool, viewer, now }: Context, id: string): Promise<string> =>
  transact(pool, async (tx) => {
    const author = { nouns, viewer, now }
    const { referentId } = await hold<{ referentId: string }>(tx, author, 'Unavailability', 'remove', id, ({ at }) => sql`${at}."referentId"`)
    await tx.$executeRaw(sql`DELETE FROM "Unavailability" WHERE "id" = ${id}::uuid`)
    await record(tx, author, 'Referent', 'removeUnavailability', { id: referentId, changes: { unavailability: true } })
    return referentId
  })
