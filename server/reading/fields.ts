import type { Resource } from '../access/policy.ts'
import { described, rows, value, type Field, type Row } from './noun.ts'
import type { Selection } from './selection.ts'
import { join, name, sql, TRUE, type Sql } from './sql.ts'

/** A nested list gives at most this many rows. */
export const MOST_NESTED = 1000

/** What was asked of a row, as the columns of a SELECT; each row then becomes one JSON object. */
export const columns = (row: Row, asked: Selection): Sql => {
  const keys = Object.keys(asked)
  return keys.length === 0 ? sql`` : join(keys.map((field) => sql`${value(row, field, asked[field])} AS ${name(field)}`))
}

export const objectOf = (selected: Sql) => sql`(SELECT row_to_json(r) FROM (${selected}) r)`
export const listOf = (selected: Sql) => sql`(SELECT coalesce(json_agg(r), '[]') FROM (${selected}) r)`

export const column = (of: string): Field => ({ sql: ({ at }) => sql`${at}.${name(of)}` })

/** Fields that are columns of the same name. */
export const columnsOf = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((one) => [one, column(one)])) as Record<K, Field>

/** A field that reads as null where the viewer does not hold this action. */
export const locked = (lock: string, field: Field): Field => ({ ...field, lock })

type Link = NonNullable<Field['relation']>['link']

/** The row our column points to; null when there is none in reach. */
export const one = (to: Resource, ours: string): Field => oneWhere(to, (here, there) => sql`${there}."id" = ${here}.${name(ours)}`)

/** The row in reach that this link ties to us; the link finds at most one. */
export const oneWhere = (to: Resource, link: Link): Field => ({
  relation: { to, link },
  sql: ({ at, query }, asked) => objectOf(rows(query, to, 'read', (there) => ({ select: columns(there, asked), where: [link(at, there.at)] }))),
})

/** The rows in reach that this link ties to us, by these columns of theirs, then by id. */
export const linked = (to: Resource, link: Link, by: readonly string[] = []): Field => ({
  relation: { to, link },
  sql: ({ at, query }, asked) =>
    listOf(rows(query, to, 'read', (there) => ({
      select: columns(there, asked), where: [link(at, there.at)], most: MOST_NESTED,
      order: join([...by, 'id'].map((key) => sql`${there.at}.${name(key)}`)),
    }))),
})

/** The rows in reach whose column points to us. */
export const many = (to: Resource, theirs: string, by: readonly string[] = []) =>
  linked(to, (here, there) => sql`${there}.${name(theirs)} = ${here}."id"`, by)

/** The rows in reach that a table of pairs ties to us. */
export function through(to: Resource, table: string, ours: string, theirs: string, by: readonly string[] = []): Field {
  const { relation, ...field } = linked(to, (here, there) => sql`${there}."id" IN (SELECT ${name(theirs)} FROM ${name(table)} WHERE ${name(ours)} = ${here}."id")`, by)
  return { ...field, relation: { ...relation!, pairs: { table, ours, theirs } } }
}

/** How many related rows the viewer may count. Counting is its own action: one may count what one may not read. */
export const count = (relation: string, where: (at: Sql) => Sql = () => TRUE): Field => ({
  sql: ({ noun, at, query }) => {
    const { to, link } = described(noun.fields, relation).relation!
    return sql`(${rows(query, to, 'count', (there) => ({ select: sql`count(*)::int`, where: [link(at, there.at), where(there.at)] }))})`
  },
})
