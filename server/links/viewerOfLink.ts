import type { Pool } from 'pg'
import type { Viewer } from '../access/policy.ts'
import type { LinkPurpose } from '../db/generated/enums.ts'
import { hashOf } from './secret.ts'

/** Whom a link speaks of, or null when it is unknown, expired or revoked: the page does not tell which. */
export async function viewerOfLink(pool: Pool, { secret, purpose, now }: { secret: string; purpose: LinkPurpose; now: Date }): Promise<{ viewer: Viewer; link: string; accountId: string | null } | null> {
  const { rows: [found] } = await pool.query<{ id: string; referentId: string | null; accountId: string | null }>({
    name: 'viewerOfLink',
    text: 'SELECT "id", "referentId", "accountId" FROM "AccessLink" WHERE "tokenHash" = $1 AND "purpose" = $2::"LinkPurpose" AND "expiresAt" > $3 AND "revokedAt" IS NULL',
    values: [hashOf(secret), purpose, now],
  })
  if (!found) return null
  return { link: found.id, accountId: found.accountId, viewer: found.referentId ? { role: 'REFERENT_LINK', own: found.referentId } : { role: 'PUBLIC' } }
}
