import type { Pool } from 'pg'
import { covers, grantOf, type Resource, type Viewer } from '../access/policy.ts'
import { forbidden, notFound, tooDeep, unauthenticated } from '../errors.ts'
import { columns, listOf } from './fields.ts'
import { begin, described, rows, value, type Noun, type Nouns, type Query, type Row } from './noun.ts'
import { selectionOf, type Info, type Selection } from './selection.ts'
import { join, name, sql, type Sql } from './sql.ts'
import { answer } from './statement.ts'

export type ListArgs = { filter?: object | null; sort?: string; order?: 'asc' | 'desc'; page?: { size: number; number: number } }

/** A total is exact up to here. */
const MOST_COUNTED = 10_000
/** Fields below fields: deeper questions are refused before any SQL. */
const DEEPEST = 8

/** What the viewer was taken for: a condition that still holds while it is so, and who it is when it does not. */
export type Supposition = { holds: Sql; renew(): Promise<Viewer> }

/** Rows of a noun that pass its filter, under a name of the caller's. */
export type Counted = { code: string; resource: Resource; filter: object }

type Written = { statement: Sql; replan: boolean }

/** Reads nouns: each call is one statement, whatever is asked below it. */
export class Reader {
  constructor(private pool: Pool, private nouns: Nouns, private viewer: Viewer, private now: Date, private supposition?: Supposition) {}

  /** One row, or NOT_FOUND when it is absent or out of reach. */
  async one<T>(resource: Resource, id: unknown, info: Info): Promise<T> {
    const asked = bounded(selectionOf(info))
    const found = await this.answer(resource, info, (query) => ({
      statement: sql`SELECT row_to_json(r) FROM (${rows(query, resource, 'read', (row) => ({ select: columns(row, asked), where: [sql`${row.at}."id" = ${id}`] }))}) r`,
      replan: false,
    }))
    return (found as T | null) ?? Promise.reject(notFound())
  }

  /** One page `{ items, total, more }`; each part is computed only when asked. */
  async list<T>(resource: Resource, args: ListArgs, info: Info): Promise<T> {
    const asked = bounded(selectionOf(info))
    return this.answer(resource, info, (query) => listStatement(query, resource, args, asked)) as Promise<T>
  }

  /** How many rows in reach pass each filter that is asked for the viewer, in one statement. */
  async countEach(askedOf: (viewer: Viewer) => Counted[]): Promise<(Counted & { count: number })[]> {
    return this.answer(null, {}, (query) => {
      const parts = askedOf(query.viewer).map(({ code, resource, filter }) => sql`json_build_object('code', ${code}::text, 'resource', ${resource}::text, 'filter', ${JSON.stringify(filter)}::json,
        'count', (${rows(query, resource, 'read', (row) => ({ select: sql`count(*)::int`, where: filtered(query, resource, filter).where(row) }))}))`)
      return { statement: sql`SELECT json_build_array(${parts.length ? join(parts) : sql``})`, replan: false }
    }) as Promise<(Counted & { count: number })[]>
  }

  /** How many rows that pass are in each part that the noun counts, in one pass; only the parts asked for. */
  async count<T>(resource: Resource, filter: object | null | undefined, info: Info): Promise<T> {
    const asked = bounded(selectionOf(info))
    return this.answer(resource, info, (query) => {
      const { where, replan } = filtered(query, resource, filter)
      const counted = rows(query, resource, 'read', (row) => ({
        select: join(Object.keys(asked).map((part) => sql`(count(*) FILTER (WHERE ${described(row.noun.counts, part)(row)}))::int AS ${name(part)}`)), where: where(row),
      }))
      return { statement: sql`SELECT row_to_json(r) FROM (${counted}) r`, replan }
    }) as Promise<T>
  }

  /** The statement itself says whether the viewer still is who he was; if not, it is written again for who he is. */
  private async answer(resource: Resource | null, info: Pick<Info, 'whole'>, written: (query: Query) => Written): Promise<unknown> {
    const write = () => {
      if (resource && !grantOf(this.viewer, resource, 'read')) throw this.viewer.account ? forbidden() : unauthenticated()
      return written(begin(this.nouns, this.viewer, this.now))
    }
    const { supposition } = this
    if (!supposition) {
      const { statement, replan } = write()
      return answer(this.pool, statement, { replan, whole: info.whole })
    }
    const found = await this.suppose(write, supposition, info)
    return found !== undefined ? found : new Reader(this.pool, this.nouns, await supposition.renew(), this.now).answer(resource, info, written)
  }

  /** The answer for whom the viewer was taken for; undefined when he no longer is, or when that person may not ask. */
  private async suppose(write: () => Written, { holds }: Supposition, info: Pick<Info, 'whole'>): Promise<unknown> {
    let ours: Written
    try {
      ours = write()
    } catch {
      return undefined
    }
    return answer(this.pool, sql`SELECT (${ours.statement}) WHERE ${holds}`, { replan: ours.replan, whole: info.whole })
  }
}

export function listStatement(query: Query, resource: Resource, args: ListArgs, asked: Selection): Written {
  const { page = { size: 25, number: 0 } } = args
  const { where, order, replan } = chosen(query, resource, args)
  const items = (inside: Selection) => listOf(rows(query, resource, 'read', (row) => ({ select: columns(row, inside), where: where(row), page, order: order(row) })))
  const parts: Record<string, () => Sql> = {
    items: () => items(asked.items!),
    total: () => sql`least(counted.n, ${MOST_COUNTED}::int)`,
    more: () => sql`counted.n > ${MOST_COUNTED}::int`,
  }
  const select = Object.keys(asked).map((part) => sql`${described(parts, part)()} AS ${name(part)}`)
  const counted = asked.total || asked.more
    ? sql` FROM (SELECT count(*)::int AS n FROM (${rows(query, resource, 'read', (row) => ({ select: sql``, where: where(row), most: MOST_COUNTED + 1 }))}) few) counted`
    : sql``
  return {
    statement: sql`SELECT row_to_json(r) FROM (SELECT ${select.length ? join(select) : sql``}${counted}) r`,
    replan,
  }
}

/** Every row of a list, each as one JSON value, and how many there are. */
export function wholeList(query: Query, resource: Resource, args: Omit<ListArgs, 'page'>, asked: Selection): { rows: Sql; count: Sql } {
  const { where, order } = chosen(query, resource, args)
  return {
    rows: sql`SELECT row_to_json(r) AS row FROM (${rows(query, resource, 'read', (row) => ({ select: columns(row, asked), where: where(row), order: order(row) }))}) r`,
    count: rows(query, resource, 'read', (row) => ({ select: sql`count(*)::int AS count`, where: where(row) })),
  }
}

/** Which rows of a noun a list holds, and in which order; refuses what this viewer may not ask by. */
function chosen(query: Query, resource: Resource, { filter, sort = 'id', order = 'asc' }: ListArgs) {
  const noun = query.nouns[resource]
  if (sort !== 'id' && !noun.sorts?.includes(sort)) throw new Error(`${resource} is not sorted by ${sort}`)
  mayAsk(query.viewer, noun, sort)
  const nulls = noun.nullsFirst?.includes(sort)
  const way = order === 'desc' ? (nulls ? sql`DESC NULLS LAST` : sql`DESC`) : nulls ? sql`ASC NULLS FIRST` : sql`ASC`
  return {
    ...filtered(query, resource, filter),
    order: (row: Row) => sort === 'id' ? sql`${row.at}."id" ${way}` : sql`${noun.names?.includes(sort) ? sql`search_text(${value(row, sort)})` : value(row, sort)} ${way}, ${row.at}."id" ${way}`,
  }
}

/** What lets rows pass, none on a field that may be hidden; and whether the plan depends on the values given. */
function filtered(query: Query, resource: Resource, filter: object | null | undefined) {
  const noun = query.nouns[resource]
  const filters = Object.entries(filter ?? {}).filter(([, given]) => given != null)
    .map(([key, given]) => ({ ...described(noun.filters, key), given }))
  for (const field of filters.flatMap(({ of }) => of)) mayAsk(query.viewer, noun, field)
  return { where: (row: Row) => [...(noun.listed ? [noun.listed(row.at)] : []), ...filters.map(({ test, given }) => test(row, given))], replan: filters.some(({ replan }) => replan) }
}

/** What a filter finds or a sort shows, it tells: both are refused on a field that may be hidden. */
function mayAsk(viewer: Viewer, noun: Noun, field: string) {
  const { lock } = described(noun.fields, field)
  if (lock && !covers(grantOf(viewer, noun.resource, lock), grantOf(viewer, noun.resource, 'read'))) throw forbidden()
}

function bounded(asked: Selection, depth = 0): Selection {
  if (depth > DEEPEST) throw tooDeep()
  for (const below of Object.values(asked)) bounded(below, depth + 1)
  return asked
}
