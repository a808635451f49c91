import { buildSchema, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { expect, it } from 'vitest'
import { demandLocks } from '../../server/access/lock.ts'
import { agreeWithNouns } from '../../server/graphql/agreeWithNouns.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { nouns } from '../../server/nouns.ts'
import { columnsOf } from '../../server/reading/fields.ts'

it('does not start with an operation that declares no lock', () => {
  const locked = { type: GraphQLString, extensions: { lock: { open: 'For this test alone.' } } }
  const schemaOf = (fields: object) => new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: fields as never }) })
  expect(() => demandLocks(schemaOf({ locked }))).not.toThrow()
  expect(() => demandLocks(schemaOf({ locked, forgotten: { type: GraphQLString } }))).toThrow('No lock on Query.forgotten')
})

it('does not start when a type, a filter or a sort says more or less than its noun', async () => {
  const schema = await createSchema()
  const { title, ...withoutTitle } = nouns.Event.fields
  const changed = (event: object) => () => agreeWithNouns(schema, { ...nouns, Event: { ...nouns.Event, ...event } })
  expect(() => agreeWithNouns(schema, nouns)).not.toThrow()
  expect(changed({ fields: withoutTitle })).toThrow('Event.title is in the schema and not in the noun')
  expect(changed({ fields: { ...nouns.Event.fields, ...columnsOf('secret') } })).toThrow('Event.secret is in the noun and not in the schema')
  expect(changed({ filters: {} })).toThrow('EventFilter.q is in the schema and not in the noun')
  expect(changed({ sorts: ['id'] })).toThrow('EventSort.startsAt is not described')
  expect(() => agreeWithNouns(buildSchema('type Query { a: String }'), nouns)).toThrow('Event is a noun and no type')
  expect(title).toBeDefined()
})
