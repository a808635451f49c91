import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'

/** Notes that the address of a referent takes no mail, in the journal too; nothing when the person has another by now. Done twice, it does once. */
export const markDead = (db: Writer, { referentId, address }: { referentId: string; address: string }, now: Date): Promise<number> => db.$executeRaw(sql`WITH changed AS (
    UPDATE "Referent" SET "bouncedAt" = ${now}, "version" = "version" + 1 WHERE "id" = ${referentId}::uuid AND "email" = ${address} AND "bouncedAt" IS NULL RETURNING "id")
  INSERT INTO "AuditEntry" ("id", "at", "resource", "recordId", "action", "changes") SELECT gen_random_uuid(), ${now}, 'Referent', "id"::text, 'bounce', '{"bouncedAt": true}'::jsonb FROM changed`)
