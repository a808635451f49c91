import type { Context } from '../context.ts'
import { transact, type Writer } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { follow, take, type Author } from '../reading/change.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { sql } from '../reading/sql.ts'
import type { lifecycle } from './event.lifecycle.ts'

type Action = keyof typeof lifecycle

/** Takes one step of an event's life from which nothing else follows, in one transaction. */
export async function stepEvent({ pool, viewer, now }: Context, action: Action, id: string, why?: string): Promise<void> {
  const reason = why === undefined ? undefined : reasonOf(why)
  await transact(pool, (tx) => takeStep(tx, { nouns, viewer, now }, action, id, { ...(reason ? { reason } : {}) }))
}

/** The step alone, inside a transaction. Errors: see `take`. */
export const takeStep = (tx: Writer, author: Author, action: Action, id: string, { reason, version, set = {} }: { reason?: string; version?: number; set?: Record<string, unknown> } = {}): Promise<void> =>
  take(tx, author, 'Event', action, id, { ...(reason ? { reason } : {}), ...(version === undefined ? {} : { version }), set: { updatedAt: author.now, ...set } })

/** What follows for every place that is held or offered. */
export const followPlaces = (tx: Writer, author: Author, action: Action, id: string, to: 'TO_RECONFIRM' | 'RELEASED', reason: string) => follow(tx, author, {
  resource: 'Assignment', action, to: sql`${to}::"AssignmentState"`, reason,
  where: (at) => sql`${at}."eventId" = ${id}::uuid AND ${at}."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')`,
})
