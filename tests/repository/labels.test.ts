import { isEnumType, type GraphQLSchema } from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { fr } from '../../admin/app/fr.ts'
import { actions } from '../../server/access/policy.ts'
import { createSchema } from '../../server/graphql/schema.ts'

let schema: GraphQLSchema
beforeAll(async () => void (schema = await createSchema()))
const at = (path: string) => path.split('.').reduce<any>((found, key) => found?.[key], fr)

it('has a French label for every value that the console may show', () => {
  // Sorts are columns of lists, which have the labels of their fields.
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType).filter(({ name }) => !name.startsWith('__') && !name.endsWith('Sort') && name !== 'SortOrder')
  const missing = enums.flatMap((one) => one.getValues().map(({ name }) => `enums.${one.name}.${name}`)).filter((path) => typeof at(path) !== 'string')
  expect(missing).toEqual([])
})

it('has a French label for every action that the journal may tell', () => {
  const told = ['Event', 'Referent', 'Assignment', 'Availability', 'Venue', 'Agency', 'Campaign', 'Comment'].flatMap((resource) => actions[resource as keyof typeof actions].filter((action) => !action.startsWith('read') && action !== 'assign'))
  expect([...new Set([...told, 'updateTarget'])].filter((action) => typeof at(`coaching.history.actions.${action}`) !== 'string')).toEqual([])
})
