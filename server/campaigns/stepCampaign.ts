import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { take } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'

/** Takes one step of a campaign's life. Errors: see `take`. */
export async function stepCampaign({ pool, viewer, now }: Context, action: 'open' | 'review' | 'close' | 'reopen', id: string, why?: string): Promise<void> {
  const reason = why === undefined ? {} : { reason: reasonOf(why) }
  const set = action === 'close' ? { closedAt: now } : action === 'reopen' ? { closedAt: null } : {}
  await transact(pool, (tx) => take(tx, { nouns, viewer, now }, 'Campaign', action, id, { ...reason, set }))
}
