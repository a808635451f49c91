import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'

/** Writes what `solve` answered, and outdates what an earlier proposal of the same scope still proposes; nothing when it is no longer awaited. */
export async function keepResult(tx: Writer, id: string, result: string): Promise<void> {
  const awaited = await tx.$executeRaw(sql`UPDATE "Proposal" SET "state" = 'READY', "progress" = 100 WHERE "id" = ${id}::uuid AND "state" = 'COMPUTING'`)
  if (awaited === 0) return
  await tx.$executeRaw(sql`
    UPDATE "ProposalLine" l SET "state" = 'OUTDATED', "outdatedBecause" = 'Une proposition plus récente la remplace.', "version" = l."version" + 1
    FROM "Proposal" earlier, "Proposal" p WHERE p."id" = ${id}::uuid AND earlier."campaignId" = p."campaignId" AND earlier."departmentCode" IS NOT DISTINCT FROM p."departmentCode"
      AND earlier."id" <> p."id" AND l."proposalId" = earlier."id" AND l."state" = 'PROPOSED'`)
  // As models, some thousands of lines would hold the server for seconds.
  await tx.$executeRaw(sql`
    WITH given AS MATERIALIZED (SELECT ${result}::jsonb AS result), needs AS (
      INSERT INTO "ProposalNeed" ("id", "proposalId", "eventId", "departmentCode", "startsAt", "places", "missing", "reasons")
      SELECT gen_random_uuid(), ${id}::uuid, e."id", e."departmentCode", e."startsAt", n."places", n."missing", n."reasons"
      FROM given, jsonb_to_recordset(given.result->'needs') AS n("eventId" uuid, "places" int, "missing" int, "reasons" jsonb) JOIN "Event" e ON e."id" = n."eventId"
      RETURNING "id", "eventId", "departmentCode")
    INSERT INTO "ProposalLine" ("id", "proposalId", "needId", "eventId", "departmentCode", "referentId", "answer", "distanceKm", "load")
    SELECT gen_random_uuid(), ${id}::uuid, needs."id", needs."eventId", needs."departmentCode", r."id", l."answer"::"Answer", l."distanceKm", l."load"
    FROM given, jsonb_to_recordset(given.result->'lines') AS l("eventId" uuid, "referentId" uuid, "answer" text, "distanceKm" int, "load" int)
    JOIN needs ON needs."eventId" = l."eventId" JOIN "Referent" r ON r."id" = l."referentId"`)
}
