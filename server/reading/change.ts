import { GraphQLError } from 'graphql'
import { v7 } from 'uuid'
import type { Resource, Viewer } from '../access/policy.ts'
import type { Writer } from '../db/transact.ts'
import { against, conflict, forbidden, notFound } from '../errors.ts'
import { columns } from './fields.ts'
import { allowed, NO_RIGHT, reasonsAgainst, stepOf, type Reason } from './lifecycle.ts'
import { begin, rows, scope, type Nouns, type Query, type Row } from './noun.ts'
import type { Selection } from './selection.ts'
import { all, FALSE, join, name, sql, TRUE, word, type Sql } from './sql.ts'

/** Who writes, when, and what the nouns are. */
export type Author = { nouns: Nouns; viewer: Viewer; now: Date }

const query = ({ nouns, viewer, now }: Author): Query => begin(nouns, viewer, now)
const rowOf = (query: Query, resource: Resource): Row => ({ noun: query.nouns[resource], at: query.alias(), query })

/**
 * Takes one step of a life cycle and writes it in the journal, in one statement. What draws the button guards the
 * write, so two clicks cannot both win. Throws NOT_FOUND, FORBIDDEN or CONFLICT with every reason against, and `Stale` when
 * `version` is no longer its version.
 */
export async function take(db: Writer, author: Author, resource: Resource, action: string, id: string, also: { set?: Record<string, unknown>; reason?: string; version?: number } = {}): Promise<void> {
  const row = rowOf(query(author), resource)
  const step = stepOf(row.noun, action)!
  const set = Object.entries(also.set ?? {}).map(([column, value]) => sql`${name(column)} = ${value}`)
  // The right to read comes first: an action may reach further than reading does, and would then change what is NOT_FOUND.
  const found = sql`SELECT ${row.at}."id", ${row.at}."state" AS was FROM ${name(row.noun.table)} ${row.at}
    WHERE ${all([sql`${row.at}."id" = ${id}`, scope(row, 'read'), allowed(row, action, step), ...(also.version === undefined ? [] : [sql`${row.at}."version" = ${also.version}`])])} FOR UPDATE`
  const to = step.to ? [sql`"state" = ${word(step.to)}`] : []
  const done = await db.$executeRaw(sql`WITH before AS (${found}), changed AS (
    UPDATE ${name(row.noun.table)} t SET ${join([...to, sql`"version" = t."version" + 1`, ...set])} FROM before
    WHERE t."id" = before."id" RETURNING t."id", ${departmentOf({ ...row, at: name('t') })} AS "departmentCode", before.was, t."state") ${entry(author, resource, action, also.reason,
    sql`jsonb_build_object('state', jsonb_build_array(was, "state"))`)}`)
  if (done === 0) throw await refusal(db, author, resource, action, id)
}

/** Rows of a life cycle, and the state that something else brings them to. */
type Consequence = { resource: Resource; action: string; to: Sql; where: (at: Sql) => Sql; reason?: string }

/** Brings rows of a life cycle to what follows from something else, whoever may not do it alone, and writes each in the journal. */
export const follow = (db: Writer, author: Author, consequence: Consequence): Promise<number> => {
  const { reached, brought, written } = followed(author, consequence)
  return db.$executeRaw(sql`WITH reached AS (${reached}), brought AS (${brought}) ${written}`)
}

/** The three parts of what follows: the rows `reached`, those `brought` to another state, and the journal's lines. */
function followed(author: Author, { resource, action, to, where, reason }: Consequence) {
  const { table } = author.nouns[resource]
  const at = name('t')
  return {
    reached: sql`SELECT ${at}."id", ${at}."state" AS was, ${to} AS wanted FROM ${name(table)} ${at} WHERE ${where(at)} FOR UPDATE`,
    brought: sql`UPDATE ${name(table)} ${at} SET "state" = reached.wanted, "version" = ${at}."version" + 1 FROM reached
      WHERE ${at}."id" = reached."id" AND reached.wanted <> reached.was RETURNING ${at}."id", ${at}."departmentCode", reached.was, ${at}."state"`,
    written: entry(author, resource, action, reason, sql`jsonb_build_object('state', jsonb_build_array(was, "state"))`, { of: 'brought', id: sql`gen_random_uuid()` }),
  }
}

/** Nothing stands against the step, but the row is no longer the one it was to be taken on. */
export class Stale extends GraphQLError {
  constructor() {
    super('Cet élément vient de changer. Rechargez la page.', { extensions: { code: 'CONFLICT' } })
  }
}

/** Why the step was not taken, as far as this viewer may know. */
async function refusal(db: Writer, author: Author, resource: Resource, action: string, id: string) {
  const asking = query(author)
  const step = stepOf(asking.nouns[resource], action)!
  const [found] = await db.$queryRaw<{ reasons: Reason[] }[]>(
    rows(asking, resource, 'read', (row) => ({ select: sql`${reasonsAgainst(row, action, step)} AS reasons`, where: [sql`${row.at}."id" = ${id}`] })),
  )
  if (!found) return notFound()
  return standing(found.reasons) ?? new Stale()
}

/** The error that says what stands against an action; undefined when nothing does. */
const standing = (reasons: Reason[]) => (reasons.some(({ code }) => code === NO_RIGHT.code) ? forbidden() : reasons.length > 0 ? against(reasons) : undefined)

/** Throws FORBIDDEN, or CONFLICT with every reason, when anything stands against an action. */
export function refuse(reasons: Reason[]): void {
  const error = standing(reasons)
  if (error) throw error
}

/** What is wanted of a row in reach, locked for the rest of the transaction, with the reasons against an action on it. Throws NOT_FOUND. */
export async function look<R extends object>(db: Writer, author: Author, resource: Resource, action: string, id: string, wanted: (row: Row) => Sql): Promise<R & { reasons: Reason[] }> {
  const asking = query(author)
  const step = stepOf(asking.nouns[resource], action) ?? {}
  const [found] = await db.$queryRaw<(R & { reasons: Reason[] })[]>(sql`${rows(asking, resource, 'read', (row) => ({
    select: sql`${wanted(row)}, ${reasonsAgainst(row, action, step)} AS reasons`, where: [sql`${row.at}."id" = ${id}::uuid`],
  }))} FOR NO KEY UPDATE`)
  if (!found) throw notFound()
  return found
}

/** The same, when nothing stands against the action. Throws NOT_FOUND, FORBIDDEN, or CONFLICT with every reason. */
export async function hold<R extends object>(...given: Parameters<typeof look>): Promise<R> {
  const { reasons, ...found } = await look<R>(...given)
  refuse(reasons)
  return found as unknown as R
}

/** A row that others count on, locked before they are; what follows finds it, as it is by then, under the name of `locked`. */
type Lock = { resource: Resource; id: Sql }
const locking = ({ nouns }: Author, { resource, id }: Lock) => sql`SELECT * FROM ${name(nouns[resource].table)} l WHERE l."id" = ${id} FOR NO KEY UPDATE`

/** Locks a row for the rest of the transaction. */
export const lock = (db: Writer, author: Author, row: Lock): Promise<number> => db.$executeRaw(locking(author, row))

/** Somebody wrote one of the rows between the statement's instant and its locks: it wrote nothing. */
export class Overtaken extends Error {}

type Change = {
  id: string
  /** The version it was made from; left out where the last to speak is right, as in an answer. */
  version?: number
  set: Record<string, unknown>
  /** Columns written along with a change, that are none by themselves. */
  stamp?: Record<string, unknown>
  /** What is written of the row beside its columns: a conflict shows it too. */
  beside?: Selection
  /** What follows from the change, of a row that is locked before all else. */
  then?: Consequence & { upon: Lock }
}
type Changed = { current: Record<string, unknown>; reasons: Reason[]; fresh: boolean; seen: boolean; changed: boolean }

/**
 * Writes columns of a row in reach, what changed in the journal, and what follows, in one statement; answers whether
 * anything changed. Throws NOT_FOUND or FORBIDDEN, CONFLICT with the row as it is when `version` is no longer its version,
 * NOT_FOUND when the change would move it out of reach, and `Overtaken` when the row that it locks first was changed meanwhile.
 */
export async function change(db: Writer, author: Author, resource: Resource, action: string, { id, version, set, stamp = {}, beside = {}, then }: Change): Promise<boolean> {
  const asking = query(author)
  const { writes = [], discreet = [], table, fields } = asking.nouns[resource]
  const versions = Object.hasOwn(fields, 'version') ? ['version'] : []
  const step = stepOf(asking.nouns[resource], action) ?? {}
  const said = Object.keys(set).filter((field) => set[field] !== undefined)
  for (const field of said) if (!writes.includes(field)) throw new Error(`${field} is not written by changes`)
  const differs = (field: string) => sql`before.${name(field)} IS DISTINCT FROM "after".${name(field)}`
  // A statement sees one instant, and a lock the row as it is: what else it sees is true only if nobody wrote the rows meanwhile.
  const seen = (at: Sql) => (then ? sql`(${at}.xmin = (SELECT r.xmin FROM ${name(table)} r WHERE r."id" = ${at}."id")
    AND EXISTS (SELECT FROM locked l JOIN ${name(asking.nouns[then.upon.resource].table)} r USING ("id", "version")))` : TRUE)
  const found = sql`${rows(asking, resource, 'read', (row) => ({
    select: sql`${row.at}."id", ${join([...versions, ...writes].map((one) => sql`${row.at}.${name(one)}`))},
      ${reasonsAgainst(row, action, step)} AS reasons,
      ${version === undefined ? TRUE : sql`${row.at}."version" = ${version}`} AS fresh, ${seen(row.at)} AS seen`,
    where: [sql`${row.at}."id" = ${id}`, ...(then ? [sql`(SELECT count(*) FROM locked) >= 0`] : [])],
  }))} FOR UPDATE`
  const after = { ...rowOf(asking, resource), at: name('after') }
  const next = then && followed(author, then)
  const statement = sql`WITH ${then ? sql`locked AS MATERIALIZED (${locking(author, then.upon)}), ` : sql``}before AS (${found}), changed AS (
    UPDATE ${name(table)} "after" SET ${join([
      ...said.map((field) => sql`${name(field)} = ${set[field]}`),
      ...(said.length === 0 ? [sql`"id" = "after"."id"`] : []),
      ...Object.entries(stamp).map(([column, value]) => sql`${name(column)} = ${value}`),
      ...versions.map(() => sql`"version" = "after"."version" + 1`),
    ])} FROM before
    WHERE "after"."id" = before."id" AND before.fresh AND before.seen AND json_array_length(before.reasons) = 0
      AND (${join([FALSE, ...said.map((field) => sql`before.${name(field)} IS DISTINCT FROM ${set[field]}`)], ' OR ')})
    RETURNING "after"."id", ${departmentOf(after)} AS "departmentCode", reached(${all([scope(after, 'read'), scope(after, action)])}),
      ${join([sql`'{}'::jsonb`, ...said.map((field) => sql`CASE WHEN ${differs(field)} THEN jsonb_build_object(${field}::text, ${
        discreet.includes(field) ? sql`true` : sql`jsonb_build_array(before.${name(field)}, "after".${name(field)})`}) ELSE '{}' END`)], ' || ')} AS changes),
    written AS (${entry(author, resource, action, undefined, name('changes'))})
    ${next ? sql`, reached AS (${next.reached}), brought AS (${next.brought}), followed AS (${next.written})` : sql``}
    SELECT (SELECT row_to_json(c) FROM (SELECT ${join([...versions, ...writes].map((one) => sql`before.${name(one)}`))}) c) AS current,
      reasons, fresh, seen, EXISTS (SELECT FROM changed) AS changed FROM before`
  const [row] = await db.$queryRaw<Changed[]>(statement)
  if (!row) throw notFound()
  if (!row.seen) throw new Overtaken()
  refuse(row.reasons)
  if (!row.fresh) throw conflict('Quelqu’un a modifié cet élément pendant votre saisie. Comparez, puis enregistrez de nouveau.', { current: { ...row.current, ...(await parts(db, author, resource, id, beside)) } })
  return row.changed
}

/** Parts of a row as they are by now: the statement that waited for the row still saw those of before. */
async function parts(db: Writer, author: Author, resource: Resource, id: string, asked: Selection): Promise<object> {
  if (Object.keys(asked).length === 0) return {}
  const [found] = await db.$queryRaw<object[]>(rows(query(author), resource, 'read', (row) => ({ select: columns(row, asked), where: [sql`${row.at}."id" = ${id}`] })))
  return found ?? {}
}

const departmentOf = ({ noun, at }: Row) => (Object.hasOwn(noun.fields, 'departmentCode') ? sql`${at}."departmentCode"` : sql`NULL::text`)

/** The journal's line about each row `of` a part of the statement; identifiers in the order of writing, where there is one row. */
export const entry = ({ viewer, now }: Author, resource: Resource, action: string, reason: string | undefined, changes: Sql, { of = 'changed', id = sql`${v7()}::uuid` }: { of?: string; id?: Sql } = {}) =>
  sql`INSERT INTO "AuditEntry" ("id", "at", "accountId", "referentId", "resource", "recordId", "action", "changes", "reason", "departmentCode")
    SELECT ${id}, ${now}, ${viewer.account ?? null}::uuid, ${viewer.own ?? null}::uuid, ${resource}, "id"::text, ${action}, ${changes}, ${reason ?? null}, "departmentCode" FROM ${name(of)}`

/** Writes in the journal what was created or done to a row, where `change` and `take` do not serve. */
export async function record(db: Writer, { viewer, now }: Author, resource: Resource, action: string, { id, departmentCode, changes = {}, reason }: { id: string; departmentCode?: string | null; changes?: object; reason?: string }): Promise<void> {
  await db.$executeRaw(sql`INSERT INTO "AuditEntry" ("id", "at", "accountId", "referentId", "resource", "recordId", "action", "changes", "reason", "departmentCode")
    VALUES (${v7()}::uuid, ${now}, ${viewer.account ?? null}::uuid, ${viewer.own ?? null}::uuid, ${resource}, ${id}, ${action}, ${JSON.stringify(changes)}::jsonb, ${reason ?? null}, ${departmentCode ?? null})`)
}

/** Refuses what was just inserted, or would be used, when one of it is not in the viewer's reach for this action; the transaction then rolls back. */
export async function demand(db: Writer, author: Author, resource: Resource, action: string, ...ids: string[]): Promise<void> {
  const asking = query(author)
  const found = await db.$queryRaw<object[]>(rows(asking, resource, 'read', (row) => ({
    select: sql`1 AS one`, where: [sql`${row.at}."id" = ANY(${ids})`, scope(row, action)],
  })))
  if (found.length < ids.length) throw notFound()
}
