import { readFileSync } from 'node:fs'
import { buildSchema, isNonNullType, isObjectType } from 'graphql'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { schemaDiff } from '../../prisma/schemaDiff.ts'
import { nouns } from '../../server/nouns.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

/** Everything the migrations decide: a line for each column, index, constraint, value of an enumeration, trigger and view. */
const catalogue = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || CASE WHEN udt_name LIKE '\\_%' THEN 'list' ELSE is_nullable END || ' ' || coalesce(column_default, '') AS line
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = $1 AND table_type = 'BASE TABLE'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE nspname = $1 AND contype NOT IN ('n', 't')
  UNION ALL SELECT 'enum ' || typname || ' ' || enumlabel
    FROM pg_enum JOIN pg_type t ON t.oid = enumtypid JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname = $1
  UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND NOT tgisinternal
  UNION ALL SELECT 'view ' || viewname FROM pg_views WHERE schemaname = $1
  ORDER BY 1`

/** What migrations add by hand because schema.prisma has no words for it. */
const byHand: Record<string, string> = {
  Account_email_lower: 'an address names one account, however it is typed',
  Referent_email_lower: 'an address names one referent, however it is typed',
  Referent_erased: 'an erased referent keeps nothing of the person, any other has an address',
  ReferentDistinct_ordered: 'a pair is there once',
  Import_campaign: 'events are imported into a campaign, nothing else is',
  Membership_scope: 'a role of a department has one, a role of an agency has one, others have none',
  Membership_once: 'an expression: a membership without a department or agency exists once too',
  AccessLink_subject: 'a link has the one subject that its purpose calls for',
  SavedView_name: 'a view is chosen by its name',
  Campaign_window: 'a campaign ends after it starts',
  Campaign_days: 'numbers of days',
  Campaign_defaults: 'numbers that an event may have',
  Campaign_target: 'a number of events',
  Campaign_reminders: 'a number of days',
  Availability_reminders: 'nobody is asked more often',
  Campaign_reconfirmation: 'two days, the first before the last',
  Unavailability_days: 'days in order, within a year',
  CampaignTarget_target: 'a number of events',
  ChecklistLine_title: 'a task can be read',
  ChecklistLine_campaignId_title_key: 'compared when the whole checklist is written: two lines may swap their titles',
  ChecklistLine_days: 'a number of days',
  ChecklistLine_reaches: 'a campaign’s checklist is that of its events to come',
  ChecklistLine_leaves: 'a campaign’s checklist is that of its events to come',
  Task_title: 'a task can be read',
  Task_next: 'an event carries the day its next task is due',
  Venue_moves: 'calendars take another name or address of a venue',
  Event_postponed: 'an event remembers the date that it gave up',
  Event_due: 'an event carries until when each obligation is due',
  Campaign_due: 'another delay of the campaign is that of its events',
  Event_checklist: 'whoever makes an event, its checklist comes with it',
  Event_moves_tasks: 'moving the date moves what is open',
  Event_dates: 'an event ends after it starts',
  Event_capacity: 'a number of people',
  Event_title: 'a title can be read in a list',
  Event_referentsNeeded: 'a number of people',
  Event_referentPlaces: 'the last place of a referent goes to exactly one',
  Event_published: 'what the public sees has a date of publication',
  Event_place: 'an event that is public has a place',
  Event_cancelled: 'a cancelled event says when and why, others do not',
  Availability_answered: 'an answer has its date and its source',
  Assignment_overlap: 'a referent is at one event at a time, whoever writes',
  Assignment_hours: 'the exclusion above needs the hours of the event on the assignment',
  Assignment_touches: 'whoever answers while a place is given knows it',
  Event_moves: 'those hours follow the event',
  Event_sequence: 'calendars take a change only when its number grows',
  ProposalLine_outdated: 'a line that is no longer open says why',
  Proposal_failed: 'a proposal that was not made says why',
  Assignment_counts: 'an event carries its counts',
  Availability_counts: 'an event carries its counts',
  Comment_text: 'a comment says something, a removed one nothing any more',
  MessageTemplate_once: 'an expression: each version of the region’s texts, which have no department, exists once too',
  MessageTemplate_text: 'a text says something, or gives way to the one before',
  MessageTemplate_kept: 'what a mail was made from stays readable as it was',
  Message_grouped: 'a mail that left within another says which',
  Message_bounced: 'a mail that came back says when',
  Referent_address: 'another address has not come back yet, whoever writes it',
  Job: 'a view: the jobs that failed, in the worker’s own tables',
  AuditEntry_kept: 'the journal is written once',
  ImportLine_taken: 'a line that was taken says when',
  Event_review: 'an index that carries columns: the review reads it alone',
  Event_announced: 'replicas hear of what the public reads',
  Event_inserted: 'replicas hear of what the public reads',
  EventNeighbourhood_announced: 'replicas hear of what the public reads',
  Venue_announced: 'replicas hear of what the public reads',
  Neighbourhood_contour: 'a contour has its date and the box around it, or there is none',
  Venue_once: 'an expression: a venue is one, however its name and address are typed',
  Venue_located: 'the neighbourhood a venue lies in follows its position',
  Neighbourhood_contoured: 'and it follows the contours',
  Agency_announced: 'replicas hear of what the public reads',
  DepartmentReview: 'a view: what the region reads per department',
  NeighbourhoodCoverage: 'a view: what the region reads per neighbourhood',
}

it('keeps from being null what the schema says never is', async () => {
  const { pool } = await ownDatabase()
  const { rows } = await pool.query<{ column: string }>(`SELECT table_name || '.' || column_name AS column FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_nullable = 'YES'`)
  const nullable = rows.map(({ column }) => column)
  expect(nullable).toContain('Event.publishedAt')
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
  const never = Object.values(nouns).flatMap(({ resource, table }) => {
    const type = schema.getType(resource)
    return isObjectType(type) ? Object.values(type.getFields()).filter((field) => isNonNullType(field.type)).map((field) => `${table}.${field.name}`) : []
  })
  expect(never).toContain('Referent.languages')
  expect(never.filter((column) => nullable.includes(column))).toEqual([])
})

it('leads to the tables that schema.prisma describes, and to what is listed here', async () => {
  const { url } = await ownDatabase()
  const sql = await schemaDiff(null, readFileSync('prisma/schema.prisma', 'utf8'), url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('CREATE SCHEMA described; SET search_path TO described')
    await client.query(sql.replace('CREATE SCHEMA IF NOT EXISTS "public";', ''))
    const lines = async (schema: string): Promise<string[]> => {
      await client.query(`SET search_path TO ${schema}`)
      return (await client.query<{ line: string }>(catalogue, [schema])).rows.map(({ line }) => line.replaceAll(`${schema}.`, ''))
    }
    const [migrated, described] = [await lines('public'), await lines('described')]
    expect(described.filter((line) => !migrated.includes(line))).toEqual([])
    const added = migrated.filter((line) => !described.includes(line) && !line.includes('_prisma_migrations'))
    const named = Object.keys(byHand)
    const nameOf = (line: string) => named.find((name) => line.split(/[ "]/).includes(name))
    expect(added.filter((line) => !nameOf(line))).toEqual([])
    expect(named.filter((name) => !added.some((line) => nameOf(line) === name))).toEqual([])
  } finally {
    await client.end()
  }
})
