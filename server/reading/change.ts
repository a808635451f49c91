import { v7 } from 'uuid'
import type { Resource } from '../access/policy.ts'
import type { Writer } from '../db/transact.ts'
import { against, conflict, forbidden, notFound } from '../errors.ts'
import { allowed, reasonsAgainst, stepOf, type Reason } from './lifecycle.ts'
import { begin, rows, scope, type Nouns, type Query, type Row } from './noun.ts'
import { all, join, name, sql, word, type Sql } from './sql.ts'
import type { Viewer } from '../access/policy.ts'

/** Who writes, when, and what the nouns are. */
export type Author = { nouns: Nouns; viewer: Viewer; now: Date }

const query = ({ nouns, viewer, now }: Author): Query => begin(nouns, viewer, now)
const rowOf = (query: Query, resource: Resource): Row => ({ noun: query.nouns[resource], at: query.alias(), query })

/**
 * Takes one step of a life cycle and writes it in the journal, in one statement. What draws the button guards the
 * write, so two clicks cannot both win. Throws NOT_FOUND, FORBIDDEN or CONFLICT with every reason against.
 */
export async function take(db: Writer, author: Author, resource: Resource, action: string, id: string, also: { set?: Record<string, unknown>; reason?: string } = {}): Promise<void> {
  const row = rowOf(query(author), resource)
  const step = stepOf(row.noun, action)!
  const set = Object.entries(also.set ?? {}).map(([column, value]) => sql`${name(column)} = ${value}`)
  // The right to read comes first: an action may reach further than reading does, and would then change what is NOT_FOUND.
  const found = sql`SELECT ${row.at}."id", ${row.at}."state" AS was FROM ${name(row.noun.table)} ${row.at}
    WHERE ${all([sql`${row.at}."id" = ${id}`, scope(row, 'read'), allowed(row, action, step)])} FOR UPDATE`
  const to = step.to ? [sql`"state" = ${word(step.to)}`] : []
  const done = await db.$executeRaw(sql`WITH before AS (${found}), changed AS (
    UPDATE ${name(row.noun.table)} t SET ${join([...to, sql`"version" = t."version" + 1`, ...set])} FROM before
    WHERE t."id" = before."id" RETURNING t."id", t."departmentCode", before.was, t."state") ${entry(author, resource, action, also.reason,
    sql`jsonb_build_object('state', jsonb_build_array(was, "state"))`)}`)
  if (done === 0) throw await refusal(db, author, resource, action, id)
}

/** Brings rows of a life cycle to what follows from something else, whoever may not do it alone, and writes each in the journal. */
export async function follow(db: Writer, author: Author, resource: Resource, action: string, { to, where, reason }: { to: Sql; where: (at: Sql) => Sql; reason?: string }): Promise<number> {
  const { table } = author.nouns[resource]
  const at = name('t')
  return db.$executeRaw(sql`WITH before AS (SELECT ${at}."id", ${at}."state" AS was, ${to} AS wanted FROM ${name(table)} ${at} WHERE ${where(at)} FOR UPDATE), changed AS (
    UPDATE ${name(table)} ${at} SET "state" = before.wanted, "version" = ${at}."version" + 1 FROM before
    WHERE ${at}."id" = before."id" AND before.wanted <> before.was RETURNING ${at}."id", ${at}."departmentCode", before.was, ${at}."state") ${
    entry(author, resource, action, reason, sql`jsonb_build_object('state', jsonb_build_array(was, "state"))`, sql`gen_random_uuid()`)}`)
}

/** Why the step was not taken, as far as this viewer may know. */
async function refusal(db: Writer, author: Author, resource: Resource, action: string, id: string) {
  const asking = query(author)
  const step = stepOf(asking.nouns[resource], action)!
  const [found] = await db.$queryRaw<{ reasons: Reason[] }[]>(
    rows(asking, resource, 'read', (row) => ({ select: sql`${reasonsAgainst(row, action, step)} AS reasons`, where: [sql`${row.at}."id" = ${id}`] })),
  )
  if (!found) return notFound()
  if (found.reasons.some(({ code }) => code === 'NO_RIGHT')) return forbidden()
  // Nothing stands against it any more: somebody changed the row between the two statements.
  return found.reasons.length > 0 ? against(found.reasons) : conflict('Cet élément vient de changer. Rechargez la page.')
}

type Change = {
  id: string
  /** The version it was made from; left out where the last to speak is right, as in an answer. */
  version?: number
  set: Record<string, unknown>
  /** Columns written along with a change, that are none by themselves. */
  stamp?: Record<string, unknown>
}

/**
 * Writes columns of a row in reach and what changed in the journal; answers whether anything did. Throws NOT_FOUND or
 * FORBIDDEN, CONFLICT with the row as it is when `version` is no longer its version, and NOT_FOUND when the change
 * would move it out of reach.
 */
export async function change(db: Writer, author: Author, resource: Resource, action: string, { id, version, set, stamp = {} }: Change): Promise<boolean> {
  const asking = query(author)
  const { writes = [], discreet = [], table, fields } = asking.nouns[resource]
  const versions = Object.hasOwn(fields, 'version') ? ['version'] : []
  const step = stepOf(asking.nouns[resource], action)
  const [found] = await db.$queryRaw<{ current: Record<string, unknown>; reasons: Reason[]; held: boolean }[]>(sql`${rows(asking, resource, 'read', (row) => ({
    select: sql`(SELECT row_to_json(c) FROM (SELECT ${join([...versions, ...writes].map((one) => sql`${row.at}.${name(one)}`))}) c) AS current,
      ${step ? reasonsAgainst(row, action, step) : sql`'[]'::json`} AS reasons, (${scope(row, action)}) IS TRUE AS held`,
    where: [sql`${row.at}."id" = ${id}`],
  }))} FOR UPDATE`)
  if (!found) throw notFound()
  if (!found.held) throw forbidden()
  if (found.reasons.length > 0) throw against(found.reasons)
  if (version !== undefined && found.current.version !== version)
    throw conflict('Quelqu’un a modifié cet élément pendant votre saisie. Comparez, puis enregistrez de nouveau.', { current: found.current })
  const changes = differences(found.current, set, writes, discreet)
  if (Object.keys(changes).length === 0) return false
  const after = rowOf(asking, resource)
  const [done] = await db.$queryRaw<{ reached: boolean }[]>(sql`WITH changed AS (
    UPDATE ${name(table)} ${after.at} SET ${join([
      ...Object.keys(changes).map((one) => sql`${name(one)} = ${set[one]}`),
      ...Object.entries(stamp).map(([column, value]) => sql`${name(column)} = ${value}`),
      ...versions.map(() => sql`"version" = ${after.at}."version" + 1`),
    ])}
    WHERE ${after.at}."id" = ${id} RETURNING ${after.at}."id", ${departmentOf(after)} AS "departmentCode", (${all([scope(after, 'read'), scope(after, action)])}) IS TRUE AS reached),
    written AS (${entry(author, resource, action, undefined, sql`${JSON.stringify(changes)}::jsonb`)}) SELECT reached FROM changed`)
  if (!done?.reached) throw notFound()
  return true
}

const departmentOf = ({ noun, at }: Row) => (Object.hasOwn(noun.fields, 'departmentCode') ? sql`${at}."departmentCode"` : sql`NULL::text`)

/** `{ field: [before, after] }` of what differs; true where the values must not enter the journal. */
function differences(before: Record<string, unknown>, after: Record<string, unknown>, writes: readonly string[], discreet: readonly string[]) {
  const changes: Record<string, [unknown, unknown] | true> = {}
  for (const [field, value] of Object.entries(after)) {
    if (!writes.includes(field)) throw new Error(`${field} is not written by changes`)
    if (value === undefined || same(before[field], value)) continue
    changes[field] = discreet.includes(field) ? true : [before[field] ?? null, value ?? null]
  }
  return changes
}

const same = (one: unknown, other: unknown) =>
  other instanceof Date ? one !== null && new Date(one as string).getTime() === other.getTime() : JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** The journal's line about each row of `changed`; identifiers in the order of writing, where there is one row. */
export const entry = ({ viewer, now }: Author, resource: Resource, action: string, reason: string | undefined, changes: Sql, id = sql`${v7()}::uuid`) =>
  sql`INSERT INTO "AuditEntry" ("id", "at", "accountId", "referentId", "resource", "recordId", "action", "changes", "reason", "departmentCode")
    SELECT ${id}, ${now}, ${viewer.account ?? null}::uuid, ${viewer.own ?? null}::uuid, ${resource}, "id"::text, ${action}, ${changes}, ${reason ?? null}, "departmentCode" FROM changed`

/** Writes in the journal what was created or done to a row, where `change` and `take` do not serve. */
export async function record(db: Writer, { viewer, now }: Author, resource: Resource, action: string, { id, departmentCode, changes = {}, reason }: { id: string; departmentCode?: string | null; changes?: object; reason?: string }): Promise<void> {
  await db.$executeRaw(sql`INSERT INTO "AuditEntry" ("id", "at", "accountId", "referentId", "resource", "recordId", "action", "changes", "reason", "departmentCode")
    VALUES (${v7()}::uuid, ${now}, ${viewer.account ?? null}::uuid, ${viewer.own ?? null}::uuid, ${resource}, ${id}, ${action}, ${JSON.stringify(changes)}::jsonb, ${reason ?? null}, ${departmentCode ?? null})`)
}

/** Refuses what was just inserted, or would be used, when it is not in the viewer's reach for this action; the transaction then rolls back. */
export async function demand(db: Writer, author: Author, resource: Resource, action: string, id: string): Promise<void> {
  const asking = query(author)
  const [found] = await db.$queryRaw<object[]>(rows(asking, resource, 'read', (row) => ({
    select: sql`1 AS one`, where: [sql`${row.at}."id" = ${id}`, scope(row, action)],
  })))
  if (!found) throw notFound()
}
