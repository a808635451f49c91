import type { Writer } from '../../db/transact.ts'
import type { Author } from '../../reading/change.ts'
import { allowed, stepOf } from '../../reading/lifecycle.ts'
import { begin, rows, scope } from '../../reading/noun.ts'
import { all, sql } from '../../reading/sql.ts'
import type { HeldRow } from '../kind.ts'
import type { StoredEvent } from './storedEvent.ts'

/** An event that the campaign holds, and what the last import that wrote it said. */
export type HeldEvent = HeldRow & {
  importKey: string; state: string
  startsAt: Date; endsAt: Date; capacity: number; contactEmail: string | null; notes: string | null
  base: StoredEvent | null
}

/**
 * The campaign's events that these repeat, by key. Whoever may change an event may do so by an import; whoever only makes
 * drafts of the departments may change those that nobody has touched.
 */
export async function heldEvents(db: Writer, author: Author, { campaignId }: { campaignId: string | null }, events: StoredEvent[]): Promise<Map<string, HeldEvent>> {
  const found = await db.$queryRaw<HeldEvent[]>(rows(begin(author.nouns, author.viewer, author.now), 'Event', 'read', (row) => {
    const { at } = row
    const draft = all([scope(row, 'import'), sql`${at}."state" = 'DRAFT' AND NOT EXISTS (
      SELECT FROM "AuditEntry" a WHERE a."resource" = 'Event' AND a."recordId" = ${at}."id"::text AND a."action" <> 'import')`])
    return {
      select: sql`${at}."id", ${at}."importKey", ${at}."version", ${at}."state"::text, ${at}."startsAt", ${at}."endsAt", ${at}."capacity", ${at}."contactEmail", ${at}."notes",
        (SELECT l."event" FROM "ImportLine" l WHERE l."eventId" = ${at}."id" AND l."outcome" IN ('CREATED', 'UPDATED') ORDER BY l."takenAt" DESC, l."id" DESC LIMIT 1) AS base,
        ((${allowed(row, 'update', stepOf(row.noun, 'update')!)}) IS TRUE OR (${draft}) IS TRUE) AS open`,
      where: [sql`${at}."campaignId" = ${campaignId}::uuid AND ${at}."importKey" = ANY(${events.map(({ importKey }) => importKey)}::text[])`],
    }
  }))
  return new Map(found.map((event) => [event.importKey, event]))
}
