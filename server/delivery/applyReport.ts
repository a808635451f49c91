import type { Pool } from 'pg'
import { transact } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import { markDead } from './markDead.ts'
import type { Report } from './parseReport.ts'
import { isDead } from './status.ts'

type Returned = { referentId: string | null; address: string }

/**
 * Writes what became of a mail after it was accepted; answers whether it changed anything. The same report again changes nothing,
 * and neither does one about an earlier sending. An address that takes no mail is marked so; a complaint is a wish to be left alone.
 */
export const applyReport = (pool: Pool, { id, edition, outcome, status, reason }: Report, now: Date): Promise<boolean> => transact(pool, async (tx) => {
  const ours = sql`"id" = ${id}::uuid AND "edition" = ${edition}`
  if (outcome === 'DELIVERED') return (await tx.$executeRaw(sql`UPDATE "Message" SET "state" = 'SENT', "sentAt" = ${now}, "error" = NULL WHERE ${ours} AND "state" = 'UNCERTAIN'`)) > 0
  if (outcome === 'COMPLAINED') return (await tx.$executeRaw(sql`WITH changed AS (
      UPDATE "Referent" SET "stoppedAt" = ${now}, "version" = "version" + 1 WHERE "stoppedAt" IS NULL AND "id" = (SELECT "referentId" FROM "Message" WHERE ${ours}) RETURNING "id")
    INSERT INTO "AuditEntry" ("id", "at", "resource", "recordId", "action", "changes") SELECT gen_random_uuid(), ${now}, 'Referent', "id"::text, 'chooseSolicitation', '{"solicited": [true, false]}'::jsonb FROM changed`)) > 0
  const error = [status, reason].filter(Boolean).join(' ').slice(0, 300) || null
  const [returned] = await tx.$queryRaw<Returned[]>(sql`UPDATE "Message" SET "state" = 'BOUNCED', "bouncedAt" = ${now}, "error" = ${error}
    WHERE ${ours} AND "state" IN ('SENDING', 'SENT', 'UNCERTAIN') RETURNING "referentId", "address"`)
  if (!returned) return false
  if (returned.referentId && isDead(status)) await markDead(tx, { referentId: returned.referentId, address: returned.address }, now)
  return true
})
