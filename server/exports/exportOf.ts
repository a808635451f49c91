import { coerceInputValue, getNamedType, isEnumType, isListType, getNullableType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Resource } from '../access/policy.ts'
import { invalid, notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import type { ListArgs } from '../reading/reader.ts'
import type { Selection } from '../reading/selection.ts'

/** A column of a file: where its value is, what it is, and the words that stand for it. */
export type Column = { path: string[]; kind: 'instant' | 'number' | 'text'; header: string; words: Record<string, string> }
export type Export = { resource: Resource; args: Omit<ListArgs, 'page'>; columns: Column[]; asked: Selection }

const MOST_COLUMNS = 50
const MOST_CHARACTERS = 200

/**
 * What a request asks to export: the list by its name in the schema, its filter and sort as the schema has them, and columns
 * among those that the noun lets out. Headers and the words of enumerations come along, for labels live in the console.
 */
export function exportOf(schema: GraphQLSchema, list: string, body: unknown): Export {
  const field = schema.getQueryType()!.getFields()[list]
  const type = field && schema.getType(getNamedType(field.type).name.replace(/List$/, ''))
  const noun = isObjectType(type) ? nouns[type.name as Resource] : undefined
  if (!field || !noun?.exports) throw notFound()
  const { filter, sort, order, columns } = (body ?? {}) as Record<string, unknown>
  const coerced = (name: string, given: unknown) => given == null ? undefined
    : coerceInputValue(given, field.args.find((one) => one.name === name)!.type, (path) => { throw invalid({ [[name, ...path].join('.')]: 'Cette valeur n’est pas valable.' }) })
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > MOST_COLUMNS) throw invalid({ columns: 'Choisissez de 1 à 50 colonnes.' })
  const found = columns.map((one) => columnOf(schema, noun.resource, noun.exports!, one))
  return {
    resource: noun.resource, columns: found, asked: selection(found.map(({ path }) => path)),
    args: { filter: coerced('filter', filter) as object | undefined, sort: coerced('sort', sort) as string | undefined, order: coerced('order', order) as 'asc' | 'desc' | undefined },
  }
}

const isText = (given: unknown): given is string => typeof given === 'string' && given.length > 0 && given.length <= MOST_CHARACTERS

function columnOf(schema: GraphQLSchema, resource: Resource, allowed: readonly string[], given: unknown): Column {
  const { path, header, words = {} } = (given ?? {}) as Record<string, unknown>
  if (!isText(path) || !allowed.includes(path) || !isText(header)) throw invalid({ columns: 'Une de ces colonnes ne s’exporte pas.' })
  const said = Object.entries(words ?? {}).filter((pair): pair is [string, string] => isText(pair[1]))
  return { path: path.split('.'), header, words: Object.fromEntries(said), kind: kindOf(schema, resource, path.split('.')) }
}

/** What stands at the end of a path; several rows on the way are text. */
function kindOf(schema: GraphQLSchema, resource: Resource, path: string[]): Column['kind'] {
  let type = schema.getType(resource)
  let many = false
  for (const name of path) {
    const below = isObjectType(type) ? type.getFields()[name]!.type : undefined
    many ||= isListType(getNullableType(below))
    type = below && getNamedType(below)
  }
  if (many || !type || isEnumType(type)) return 'text'
  return type.name === 'Instant' ? 'instant' : ['Int', 'Float'].includes(type.name) ? 'number' : 'text'
}

function selection(paths: string[][]): Selection {
  const asked: Selection = {}
  for (const path of paths) path.reduce((at, name) => (at[name] ??= {}), asked)
  return asked
}

/** A value of a file: nothing, a number, an instant, or words. */
export type Cell = string | number | Date | null

/** What a row says in this column. */
export function cellOf(row: object, { path, kind, words }: Column): Cell {
  const found = path.reduce<unknown>((at, name) => (Array.isArray(at) ? at.map((one) => one?.[name]) : (at as Record<string, unknown> | null | undefined)?.[name]), row)
  if (found === null || found === undefined) return null
  if (kind === 'instant') return new Date(found as string)
  if (kind === 'number') return found as number
  return [found].flat().map((one) => words[String(one)] ?? String(one)).join(', ')
}
