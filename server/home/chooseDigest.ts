import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { unauthenticated } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'

/** Chooses for oneself whether the weekly digest is sent. */
export async function chooseDigest({ db, signedIn, now }: Context, wanted: boolean): Promise<boolean> {
  if (!signedIn) throw unauthenticated()
  await writeChoice(db, signedIn.account.id, wanted, now)
  return wanted
}

/** Writes the choice, and in the journal when it changes. */
export const writeChoice = (db: Db, id: string, wanted: boolean, now: Date): Promise<void> => db.$transaction(async (tx) => {
  const { count } = await tx.account.updateMany({ where: { id, digest: !wanted }, data: { digest: wanted, version: { increment: 1 } } })
  if (count > 0) await record(tx, { nouns, now, viewer: { role: 'PUBLIC', account: id } }, 'Account', 'chooseDigest', { id, changes: { digest: [!wanted, wanted] } })
})
