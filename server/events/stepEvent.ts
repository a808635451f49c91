import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../context.ts'
import type { CancellationReason } from '../db/generated/enums.ts'
import { transact } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { follow, take } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import type { lifecycle } from './event.lifecycle.ts'
import type { Event } from './event.type.ts'

type Why = { reason?: string; cancellationReason?: CancellationReason }

/** Takes one step of an event's life, with what follows from it for its assignments, in one transaction. */
export async function stepEvent({ pool, viewer, now, read }: Context, action: keyof typeof lifecycle, id: string, info: GraphQLResolveInfo, why: Why = {}): Promise<Event> {
  const reason = why.reason?.trim()
  if (reason !== undefined && (reason.length < 3 || reason.length > 500)) throw invalid({ reason: 'Dites pourquoi, en 3 à 500 caractères.' })
  await transact(pool, async (tx) => {
    const author = { nouns, viewer, now }
    await take(tx, author, 'Event', action, id, { reason, set: { updatedAt: now, ...columnsFor(action, now, why) } })
    if (action === 'postpone' || action === 'cancel')
      await follow(tx, author, {
        resource: 'Assignment', action,
        to: sql`${action === 'postpone' ? 'TO_RECONFIRM' : 'RELEASED'}::"AssignmentState"`, reason,
        where: (at) => sql`${at}."eventId" = ${id}::uuid AND ${at}."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')`,
      })
  })
  return read.one('Event', id, info)
}

function columnsFor(action: keyof typeof lifecycle, now: Date, { cancellationReason }: Why): Record<string, unknown> {
  if (action === 'publish') return { publishedAt: sql`coalesce(t."publishedAt", ${now})` }
  if (action === 'cancel') return { cancelledAt: now, cancellationReason: sql`${cancellationReason}::"CancellationReason"` }
  return {}
}
