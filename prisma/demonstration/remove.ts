import type { Db } from '../../server/db/client.ts'
import { Prisma } from '../../server/db/generated/client.ts'

const { sql } = Prisma

/** The identifiers of what the demonstration put into a table. */
const demo = (resource: string) => sql`(SELECT "recordId"::uuid FROM "DemonstrationRow" WHERE "resource" = ${resource})`

/**
 * Removes what the demonstration put here and what hangs on it: its campaigns take their events and imports along.
 * What people made beside stays; so does a venue or an agency that they have come to use. Answers false when there is none.
 */
export const removeDemonstration = ({ db }: { db: Db }): Promise<boolean> =>
  db.$transaction(async (tx) => {
    if ((await tx.demonstrationRow.count()) === 0) return false
    for (const statement of statements) await tx.$executeRaw(statement)
    return true
  }, { timeout: 60_000 })

const events = sql`(SELECT "id" FROM "Event" WHERE "campaignId" IN ${demo('Campaign')})`
const imports = sql`(SELECT "id" FROM "Import" WHERE "campaignId" IN ${demo('Campaign')} OR "accountId" IN ${demo('Account')} OR "fileId" IN (SELECT "id" FROM "UploadedFile" WHERE "accountId" IN ${demo('Account')}))`
const proposals = sql`(SELECT "id" FROM "Proposal" WHERE "campaignId" IN ${demo('Campaign')} OR "accountId" IN ${demo('Account')})`

/** The journal of the rows that go, by resource. */
const gone: [resource: string, ids: Prisma.Sql][] = [
  ...['Campaign', 'CampaignTarget', 'Account', 'Membership', 'Referent'].map((resource): [string, Prisma.Sql] => [resource, demo(resource)]),
  ['SavedView', sql`(SELECT "id" FROM "SavedView" WHERE "accountId" IN ${demo('Account')})`],
  ['Event', events],
  ['Task', sql`(SELECT "id" FROM "Task" WHERE "eventId" IN ${events})`],
  ['Import', imports],
  ['Proposal', proposals],
  ['ProposalLine', sql`(SELECT "id" FROM "ProposalLine" WHERE "proposalId" IN ${proposals} OR "referentId" IN ${demo('Referent')})`],
  ['Availability', sql`(SELECT "id" FROM "Availability" WHERE "eventId" IN ${events} OR "referentId" IN ${demo('Referent')})`],
  ['Comment', sql`(SELECT "id" FROM "Comment" WHERE "eventId" IN ${events})`],
  ['Assignment', sql`(SELECT "id" FROM "Assignment" WHERE "eventId" IN ${events} OR "referentId" IN ${demo('Referent')})`],
]

const unused = {
  venues: sql`"id" IN ${demo('Venue')} AND NOT EXISTS (SELECT FROM "Event" e WHERE e."venueId" = t."id")`,
  agencies: sql`"id" IN ${demo('Agency')} AND NOT EXISTS (SELECT FROM "Event" e WHERE e."leadAgencyId" = t."id") AND NOT EXISTS (SELECT FROM "Membership" m WHERE m."agencyId" = t."id")`,
}
const withJournal = (resource: string, table: Prisma.Sql, which: Prisma.Sql) => sql`WITH gone AS (DELETE FROM ${table} t WHERE ${which} RETURNING "id")
  DELETE FROM "AuditEntry" WHERE "resource" = ${resource} AND "recordId" IN (SELECT "id"::text FROM gone)`

const statements = [
  sql`DELETE FROM "AuditEntry" WHERE "id" IN ${demo('AuditEntry')}`,
  ...gone.map(([resource, ids]) => sql`DELETE FROM "AuditEntry" WHERE "resource" = ${resource} AND "recordId" IN (SELECT i."id"::text FROM ${ids} AS i("id"))`),
  // A file goes with its last import.
  sql`WITH gone AS (DELETE FROM "Import" WHERE "id" IN ${imports} RETURNING "id", "fileId")
    SELECT set_config('demonstration.files', coalesce(string_agg("fileId"::text, ','), ''), true) FROM gone`,
  sql`DELETE FROM "UploadedFile" f WHERE f."id"::text = ANY(string_to_array(current_setting('demonstration.files'), ','))
    AND NOT EXISTS (SELECT FROM "Import" i WHERE i."fileId" = f."id")`,
  sql`DELETE FROM "Proposal" WHERE "id" IN ${proposals}`,
  sql`DELETE FROM "Event" WHERE "id" IN ${events}`,
  sql`DELETE FROM "Campaign" WHERE "id" IN ${demo('Campaign')}`,
  sql`DELETE FROM "Referent" WHERE "id" IN ${demo('Referent')}`,
  sql`DELETE FROM "Account" WHERE "id" IN ${demo('Account')}`,
  withJournal('Venue', sql`"Venue"`, unused.venues),
  withJournal('Agency', sql`"Agency"`, unused.agencies),
  sql`DELETE FROM "DemonstrationRow"`,
]
