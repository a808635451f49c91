import fc from 'fast-check'
import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql'
import type { Selection } from '../../server/reading/selection.ts'

const inner = (field: GraphQLField<unknown, unknown>) => getNamedType(field.type)
/** Fields that may be asked when so many levels are left: a type without any leaf needs one more. */
const askable = (type: GraphQLObjectType, depth: number): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter((field) => {
    const below = inner(field)
    return !isObjectType(below) || (depth > 0 && askable(below, depth - 1).length > 0)
  })

/** Any selection of a type, at most this deep. */
export function anySelection(type: GraphQLObjectType, depth: number): fc.Arbitrary<Selection> {
  const fields = askable(type, depth)
  return fc.subarray(fields, { minLength: 1, maxLength: Math.min(7, fields.length) }).chain((chosen) =>
    fc.tuple(...chosen.map((field) => {
      const below = inner(field)
      return isObjectType(below) ? anySelection(below, depth - 1) : fc.constant({})
    })).map((subs) => Object.fromEntries(chosen.map((field, i) => [field.name, subs[i]!]))))
}

/** Everything a type offers, this deep. */
export function whole(type: GraphQLObjectType, depth: number): Selection {
  return Object.fromEntries(askable(type, depth).map((field) => {
    const below = inner(field)
    return [field.name, isObjectType(below) ? whole(below, depth - 1) : {}]
  }))
}

export const written = (asked: Selection): string =>
  Object.entries(asked).map(([name, sub]) => (Object.keys(sub).length ? `${name} { ${written(sub)} }` : name)).join(' ')

const instants = /(?:At|^at)$/
const days = /On$/
/** Instants and days in one form, so that answers compare. */
export const canonical = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) =>
    typeof value === 'string' && instants.test(key) ? new Date(value).toISOString() : typeof value === 'string' && days.test(key) ? value.slice(0, 10) : value)
