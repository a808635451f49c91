import { readFileSync } from 'node:fs'
import { isEnumType, isInputObjectType, isObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { createSchema } from '../../server/graphql/schema.ts'
import { locksOf } from '../../server/access/lock.ts'

let schema: GraphQLSchema
beforeAll(async () => void (schema = await createSchema()))

it('is written in schema.graphql as the server has it: npm run schema', () => {
  expect(readFileSync('schema.graphql', 'utf8')).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
})

it('describes every type, field, argument and input', () => {
  const silent: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if ((isObjectType(type) || isInputObjectType(type) || isEnumType(type)) && !type.description && type !== schema.getQueryType() && type !== schema.getMutationType()) silent.push(type.name)
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (!field.description) silent.push(`${type.name}.${field.name}`)
      if ('args' in field) for (const arg of field.args) if (!arg.description) silent.push(`${type.name}.${field.name}(${arg.name})`)
    }
  }
  expect(silent).toEqual([])
})

it('says why, where an operation is open', () => {
  const open = locksOf(schema).filter(({ lock }) => lock && 'open' in lock)
  expect(open.filter(({ lock }) => ((lock as { open: string }).open ?? '').length < 15)).toEqual([])
})
