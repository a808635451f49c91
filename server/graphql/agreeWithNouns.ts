import { isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Nouns } from '../reading/noun.ts'

/**
 * Refuses a schema whose types, filters or sorts differ from what the nouns describe, and leaves the answers to the
 * reader: below a root field they are already whole, so graphql-js reads the property where type-graphql would call a
 * function for each value.
 */
export function agreeWithNouns(schema: GraphQLSchema, nouns: Nouns): void {
  const faults: string[] = []
  const roots = [schema.getQueryType(), schema.getMutationType()]
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (roots.includes(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) field.resolve = undefined
  }
  for (const [name, noun] of Object.entries(nouns)) {
    const type = schema.getType(name)
    if (!isObjectType(type)) {
      faults.push(`${name} is a noun and no type`)
      continue
    }
    faults.push(...differences(`${name}.`, Object.keys(type.getFields()), Object.keys(noun.fields)))
    const filter = schema.getType(`${name}Filter`)
    if (isInputObjectType(filter)) faults.push(...differences(`${name}Filter.`, Object.keys(filter.getFields()), Object.keys(noun.filters ?? {})))
    const sort = schema.getType(`${name}Sort`)
    if (isEnumType(sort)) faults.push(...sort.getValues().map((value) => value.name).filter((one) => !noun.sorts?.includes(one)).map((one) => `${name}Sort.${one} is not described`))
  }
  if (faults.length > 0) throw new Error(`The schema and the nouns differ: ${faults.join('; ')}`)
}

const differences = (at: string, schema: string[], noun: string[]) => [
  ...schema.filter((one) => !noun.includes(one)).map((one) => `${at}${one} is in the schema and not in the noun`),
  ...noun.filter((one) => !schema.includes(one)).map((one) => `${at}${one} is in the noun and not in the schema`),
]
