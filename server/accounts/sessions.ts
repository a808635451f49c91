import type { Pool } from 'pg'
import type { Viewer } from '../access/policy.ts'
import type { Sql } from '../reading/sql.ts'
import { PRECISION_MS, signedInBy, stillIs, type Asking, type Found } from './signedInBy.ts'

/** Beyond, the oldest is read again when it comes back. */
const MOST_KNOWN = 2_000

export type Sessions = ReturnType<typeof knownSessions>

/**
 * Remembers who was found behind a session, so that a read need not ask first: it carries the condition that this is
 * still so, and PostgreSQL answers both at once. Nothing is decided from memory alone.
 */
export function knownSessions(pool: Pool) {
  const known = new Map<string, Found>()
  // An empty name is no name of theirs; without one it is the first.
  const key = ({ session, membership }: Asking) => (membership === undefined ? session : `${session} ${membership}`)
  return {
    async find(asking: Asking): Promise<Found | null> {
      const found = await signedInBy(pool, asking)
      known.delete(key(asking))
      if (found?.viewer.membership) known.set(key(asking), found)
      if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
      return found
    },
    /** Whom this session stood for, and the condition that it still does; undefined when it must be asked, and seen, anew. */
    recall(asking: Asking): { viewer: Viewer; holds: Sql } | undefined {
      const found = known.get(key(asking))
      const age = found ? asking.now.getTime() - found.seen.getTime() : -1
      return age >= 0 && age <= PRECISION_MS ? { viewer: found!.viewer, holds: stillIs(found!.viewer, asking) } : undefined
    },
  }
}
