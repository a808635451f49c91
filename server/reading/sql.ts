/**
 * The one way to write SQL: a tagged template in which every value becomes a parameter. It is Prisma's own, so that the
 * same fragment serves a read through `pg` and a write inside `db.$transaction` through `$executeRaw`.
 */
import { join, raw, sqltag as sql, type Sql } from '@prisma/client/runtime/client'

export { join, sql, type Sql }

/** A table, column or JSON key named in our own code. */
export const name = written(/^[a-z]\w*$/i, '"')

/** A constant written in our own code. Unlike a parameter, the planner sees it, and partial indexes serve. */
export const word = written(/^[A-Z_]+$/i, "'")

function written(shape: RegExp, quote: string): (text: string) => Sql {
  const known = new Map<string, Sql>()
  return (text) => {
    let found = known.get(text)
    if (!found) {
      if (!shape.test(text)) throw new Error(`"${text}" cannot stand in SQL text`)
      known.set(text, (found = raw(`${quote}${text}${quote}`)))
    }
    return found
  }
}

export const TRUE = sql`TRUE`
export const FALSE = sql`FALSE`

/** All of these; constants are folded, so that a scope that always or never holds leaves no trace or no query. */
export function all(conditions: Sql[]): Sql {
  if (conditions.includes(FALSE)) return FALSE
  const left = conditions.filter((one) => one !== TRUE)
  return left.length === 0 ? TRUE : left.length === 1 ? left[0]! : join(left, ') AND (', '(', ')')
}

/** One of these at least, folded likewise. */
export function either(conditions: Sql[]): Sql {
  if (conditions.includes(TRUE)) return TRUE
  const left = conditions.filter((one) => one !== FALSE)
  return left.length === 0 ? FALSE : left.length === 1 ? left[0]! : join(left, ') OR (', '((', '))')
}
