import type { Context } from '../context.ts'
import type { CancellationReason } from '../db/generated/enums.ts'
import { nouns } from '../nouns.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { sql } from '../reading/sql.ts'
import { followPlaces, takeStep } from './stepEvent.ts'
import { EXPECTED_OR_ASKED, tellReferents } from './tellReferents.ts'

/** Cancels an event for good: tells whoever has a place or was asked and has not said no, then gives every place back. */
export async function cancelEvent({ db, viewer, now }: Context, id: string, why: string, cancellationReason: CancellationReason): Promise<void> {
  const reason = reasonOf(why)
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await takeStep(tx, author, 'cancel', id, { reason, set: { cancelledAt: now, reconfirmBy: null, cancellationReason: sql`${cancellationReason}::"CancellationReason"` } })
    await tellReferents(tx, id, EXPECTED_OR_ASKED, { kind: 'CANCELLED', now })
    await followPlaces(tx, author, 'cancel', id, 'RELEASED', reason)
  }, { timeout: 30_000 })
}
