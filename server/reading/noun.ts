import { anchors, grantOf, parts, type Grant, type Resource, type Viewer } from '../access/policy.ts'
import type { Step } from './lifecycle.ts'
import type { Selection } from './selection.ts'
import { all, either, FALSE, name, sql, TRUE, type Sql } from './sql.ts'

/** A noun as data: the table it lives in and, for each name a client may read, filter or sort by, its SQL. */
export type Noun = {
  resource: Resource
  /** The table, or the view of a report. */
  table: string
  fields: Record<string, Field>
  filters?: Record<string, Filter>
  /** Fields a list may be sorted by. */
  sorts?: readonly string[]
  /** Those among them that hold names: sorted as a dictionary does, whatever their case and accents. */
  names?: readonly string[]
  /** Those among them that may be null: nothing comes before something. */
  nullsFirst?: readonly string[]
  /** Which rows lists hold; others are reached through what speaks of them, or by their id. */
  listed?: (at: Sql) => Sql
  /** Conditions the policy may name after “if”. */
  conditions?: Record<string, (at: Sql) => Sql>
  /** What may be done to a row, by action: from which states, to which, and what stands in its way. */
  lifecycle?: Record<string, Step>
  /** Parts of the rows that are counted together, in one pass. */
  counts?: Record<string, (row: Row) => Sql>
  /** What a file may hold of a row: paths through relations, such as `venue.city.name`. None: it is not exported. */
  exports?: readonly string[]
  /** Columns that `change` may write. */
  writes?: readonly string[]
  /** Written columns whose values do not enter the journal: personal, or hidden from some. */
  discreet?: readonly string[]
}

export type Field = {
  /** The field's JSON for one row; `asked` is what the query wants below it. */
  sql: (row: Row, asked: Selection) => Sql
  /** The action without which the field reads as null. */
  lock?: string
  relation?: { to: Resource; link: (here: Sql, there: Sql) => Sql; pairs?: Pairs }
}

/** A table of pairs: our column and theirs. */
export type Pairs = { table: string; ours: string; theirs: string }

export type Filter = {
  /** The fields it looks at: a filter on what is hidden is refused. */
  of: readonly string[]
  test: (row: Row, given: unknown) => Sql
  /** True when the best plan depends on the value: the statement is then planned each time. */
  replan?: true
}

export type Nouns = Record<Resource, Noun>
/** One statement in the making: for whom, when, and the next free alias. */
export type Query = { nouns: Nouns; viewer: Viewer; now: Date; alias: () => Sql }
/** One table of the statement, under the name `at`; `held` is the grant its rows were found by. */
export type Row = { noun: Noun; at: Sql; query: Query; held?: Grant }

type Shape = { select: Sql; where?: Sql[]; order?: Sql; page?: { size: number; number: number }; most?: number }

/** A statement in the making, for this viewer at this instant. */
export function begin(nouns: Nouns, viewer: Viewer, now: Date): Query {
  let last = 0
  return { nouns, viewer, now, alias: () => name(`t${++last}`) }
}

/** The only FROM of a read: rows never leave their table without the policy. */
export function rows(query: Query, resource: Resource, action: string, shape: (row: Row) => Shape): Sql {
  const row: Row = { noun: query.nouns[resource], at: query.alias(), query }
  const { select, where = [], order, page, most } = shape({ ...row, held: grantOf(query.viewer, resource, action) })
  const reached = sql`FROM ${name(row.noun.table)} ${row.at} WHERE ${all([scope(row, action), ...where])}`
  if (page) {
    // The page is cut before its columns are computed: rows skipped by OFFSET cost nothing.
    const cut = sql`SELECT ${row.at}.* ${reached} ORDER BY ${order!} LIMIT ${page.size} OFFSET ${page.size * page.number}`
    return sql`SELECT ${select} FROM (${cut}) ${row.at} ORDER BY ${order!}`
  }
  const ordered = order ? sql`${reached} ORDER BY ${order}` : reached
  return most === undefined ? sql`SELECT ${select} ${ordered}` : sql`SELECT ${select} ${ordered} LIMIT ${most}`
}

/** A field of a row as this viewer sees it; select, filter and sort all read through here. */
export function value(row: Row, field: string, asked: Selection = {}): Sql {
  const found = described(row.noun.fields, field)
  const seen = found.lock ? scope(row, found.lock) : TRUE
  if (seen === FALSE) return sql`NULL`
  return seen === TRUE ? found.sql(row, asked) : sql`CASE WHEN ${seen} THEN ${found.sql(row, asked)} END`
}

/** The entry of this name; a name that is not spelled out there is refused. */
export function described<T>(entries: Record<string, T> | undefined, key: string): T {
  if (!entries || !Object.hasOwn(entries, key)) throw new Error(`The noun describes no ${key}`)
  return entries[key]!
}

/** The policy in SQL: whether this row is within the viewer's reach for this action. */
export function scope(row: Row, action: string): Sql {
  const { noun, at, query: { viewer } } = row
  const grant = grantOf(viewer, noun.resource, action)
  if (!grant) return FALSE
  if (grant === row.held) return TRUE
  const reached = parts(grant).map(([reach, condition]) => {
    const met = condition ? described(noun.conditions, condition)(at) : TRUE
    if (reach === 'everywhere') return met
    const path = anchors[noun.resource]?.[reach]
    if (!path || viewer[reach] === undefined) return FALSE
    return all([met, leadsTo(row, path.split('.'), viewer[reach])])
  })
  return either(reached)
}

/** Follows relations to the last field of the path, and compares it. */
function leadsTo(row: Row, [next, ...rest]: string[], wanted: string | readonly string[]): Sql {
  const { sql: column, relation } = described(row.noun.fields, next!)
  if (rest.length === 0 || !relation) return equals(column(row, {}), wanted)
  // The pair holds the identifier already: the row behind it, which a foreign key keeps, need not be read.
  if (relation.pairs && rest.join() === 'id') {
    const [{ table, ours, theirs }, pair] = [relation.pairs, row.query.alias()]
    return sql`EXISTS (SELECT FROM ${name(table)} ${pair} WHERE ${pair}.${name(ours)} = ${row.at}."id" AND ${equals(sql`${pair}.${name(theirs)}`, wanted)})`
  }
  return exists(row, next!, (there) => leadsTo(there, rest, wanted))
}

const equals = (ours: Sql, wanted: string | readonly string[]) =>
  typeof wanted === 'string' ? sql`${ours} = ${wanted}` : sql`${ours} = ANY(${wanted})`

/** Whether a related row meets a condition, whoever asks: for the policy and for guards, which speak of facts. */
export function exists(row: Row, field: string, meets: (there: Row) => Sql = () => TRUE): Sql {
  const { to, link } = described(row.noun.fields, field).relation!
  const there: Row = { noun: row.query.nouns[to], at: row.query.alias(), query: row.query }
  return sql`EXISTS (SELECT FROM ${name(there.noun.table)} ${there.at} WHERE ${all([link(row.at, there.at), meets(there)])})`
}
