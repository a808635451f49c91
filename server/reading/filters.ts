import { described, rows, value, type Filter } from './noun.ts'
import { all, join, sql, TRUE, type Sql } from './sql.ts'

const test = (field: string, compare: (field: Sql, given: unknown) => Sql): Filter => ({
  of: [field],
  test: (row, given) => compare(value(row, field), given),
})

export const is = (field: string) => test(field, (ours, given) => sql`${ours} = ${given}`)
/** One of these; enum values and identifiers alike. */
export const among = (field: string) => test(field, (ours, given) => sql`${ours}::text = ANY(${given}::text[])`)
/** One of these identifiers, found by the key's own index. */
export const ids = test('id', (ours, given) => sql`${ours} = ANY(${given})`)

/** Within `{ from, until }`: from this instant on, and before that one. */
export const within = (field: string) => test(field, (ours, given) => {
  const { from, until } = given as { from?: Date | null; until?: Date | null }
  return all([from ? sql`${ours} >= ${from}` : TRUE, until ? sql`${ours} < ${until}` : TRUE])
})

/** Holds the text, whatever its case and accents, in one of these fields. */
export const holds = (...fields: string[]): Filter => ({
  of: fields,
  replan: true,
  test: (row, given) => join(fields.map((field) => sql`strpos(search_text(${value(row, field)}), search_text(${given})) > 0`), ' OR ', '(', ')'),
})

/** Has a related row, in reach, that passes. */
export const some = (relation: string, { test, replan }: Filter): Filter => ({
  of: [relation],
  replan,
  test: ({ noun, at, query }, given) => {
    const { to, link } = described(noun.fields, relation).relation!
    return sql`EXISTS (${rows(query, to, 'read', (there) => ({ select: sql``, where: [link(at, there.at), test(there, given)] }))})`
  },
})
