import type { Db } from '../db/client.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'

/** Writes whether a referent may be solicited, and in the journal when that changes. What is about a place still held goes to him all the same. */
export const chooseSolicitation = (db: Db, id: string, wanted: boolean, now: Date): Promise<void> => db.$transaction(async (tx) => {
  const { count } = await tx.referent.updateMany({ where: { id, stoppedAt: wanted ? { not: null } : null }, data: { stoppedAt: wanted ? null : now, version: { increment: 1 } } })
  if (count > 0) await record(tx, { nouns, now, viewer: { role: 'PUBLIC', own: id } }, 'Referent', 'chooseSolicitation', { id, changes: { solicited: [!wanted, wanted] } })
})
