import type { Context } from '../context.ts'
import { retried } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { askAgain, publish } from './publishEvent.ts'
import { followPlaces, takeStep } from './stepEvent.ts'
import { CONCERNED, tellReferents } from './tellReferents.ts'

export type NewDate = { startsAt?: Date | null; endsAt?: Date | null; reconfirmBy?: Date | null }

/**
 * Says that the date no longer holds: every place is to be reconfirmed. With a new date the event is public again at
 * once and its referents are asked about it; without one they are told to wait.
 */
export async function postponeEvent({ db, viewer, now }: Context, id: string, why: string, { startsAt, endsAt, reconfirmBy }: NewDate): Promise<void> {
  const reason = reasonOf(why)
  const author = { nouns, viewer, now }
  if (Boolean(startsAt) !== Boolean(endsAt)) throw invalid({ [startsAt ? 'endsAt' : 'startsAt']: 'Donnez le début et la fin, ou aucun des deux.' })
  if (startsAt && startsAt <= now) throw invalid({ startsAt: 'Choisissez une date à venir.' })
  if (startsAt && endsAt! <= startsAt) throw invalid({ endsAt: 'La fin doit venir après le début.' })
  await retried(() => db.$transaction(async (tx) => {
    await takeStep(tx, author, 'postpone', id, { reason, set: { reconfirmBy: null } })
    await followPlaces(tx, author, 'postpone', id, 'TO_RECONFIRM', reason)
    if (!startsAt) return tellReferents(tx, id, CONCERNED, { kind: 'POSTPONED', now })
    await change(tx, author, 'Event', 'update', { id, set: { startsAt, endsAt } })
    await publish(tx, author, id)
    await askAgain(tx, author, id, reconfirmBy)
  }, { timeout: 30_000 }))
}
