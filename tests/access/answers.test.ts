import fc from 'fast-check'
import { execute, getNamedType, isObjectType, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '../../server/context.ts'
import { nouns } from '../../server/nouns.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import type { Viewer } from '../../server/access/policy.ts'
import { world, NOW } from '../support/world.ts'
import { anySelection, canonical, whole, written } from './asking.ts'
import { naive } from './naive.ts'
import { smallRegion } from './region.ts'
import { allRows, type Rows } from './rows.ts'

const w = await world({ demonstration: true })
const { viewers } = await smallRegion(w)
let schema: GraphQLSchema
let slow: ReturnType<typeof naive>
let rows: Rows

beforeAll(async () => {
  schema = await createSchema()
  rows = await allRows(w.db)
  slow = naive(rows, NOW)
})

/** The lists of the schema, the sorts they offer, and the noun of their rows. */
const lists = {
  departments: ['Department', 'id', 'name'], cities: ['City', 'id', 'name'], neighbourhoods: ['Neighbourhood', 'id', 'name'], perimeters: ['Perimeter', 'id'],
  campaigns: ['Campaign', 'startsOn', 'name'], venues: ['Venue', 'name'], agencies: ['Agency', 'name'], events: ['Event', 'startsAt', 'title', 'departmentCode', 'capacity'],
  referents: ['Referent', 'lastName', 'load', 'lastAskedAt'], availabilities: ['Availability', 'askedAt'], assignments: ['Assignment', 'startsAt', 'createdAt'], messages: ['Message', 'createdAt'], messageTemplates: ['MessageTemplate', 'createdAt', 'version'], jobs: ['Job', 'failedAt'],
  accounts: ['Account', 'name', 'email'], colleagues: ['Colleague', 'name'], imports: ['Import', 'createdAt'], tasks: ['Task', 'dueOn', 'title'], auditEntries: ['AuditEntry', 'at'], importLines: ['ImportLine', 'line'], savedViews: ['SavedView', 'name'],
  proposals: ['Proposal', 'createdAt'], proposalNeeds: ['ProposalNeed', 'startsAt'], proposalLines: ['ProposalLine', 'id'],
} as const satisfies Record<string, readonly [keyof Rows, ...string[]]>
type List = keyof typeof lists

const offered = (viewer: Viewer) => (Object.keys(lists) as List[]).filter((list) => rows[lists[list][0]].some((row) => slow.reads(viewer, lists[list][0], row)))
const typeOf = (list: List) => schema.getType(lists[list][0]) as GraphQLObjectType

async function answer(viewer: Viewer, document: string, variables: object = {}) {
  const context = contextOf({ pool: w.pool, db: w.db, now: NOW, viewer, settings: { publicUrl: '', demonstration: true, demonstrationAccounts: [], smtp: false } })
  w.sent.statements.length = 0
  const result = await execute({ schema, document: parse(document), contextValue: context, variableValues: variables as Record<string, unknown> })
  return { result, statements: w.sent.statements.length }
}

describe('an answer equals an independent reading, in one statement,', () => {
  it.each(Object.keys(viewers))('for %s, everything two levels deep', async (name) => {
    const viewer = viewers[name]!
    for (const list of offered(viewer)) {
      const asked = whole(typeOf(list), 2)
      const { result, statements } = await answer(viewer, `{ ${list}(sort: ${lists[list][1]}, page: { size: 100 }) { items { ${written(asked)} } total more } }`)
      expect(result.errors, `${name} ${list}`).toBeUndefined()
      expect(canonical(result.data![list]), `${name} ${list}`).toEqual(canonical(slow.list(viewer, lists[list][0], asked, undefined, lists[list][1])))
      expect(statements, `${name} ${list}`).toBe(1)
    }
  })

  it('for anybody, whatever is asked, sorted, filtered and paged', async () => {
    await fc.assert(fc.asyncProperty(
      fc.constantFrom(...Object.keys(viewers)).chain((name) =>
        fc.constantFrom(...offered(viewers[name]!)).chain((list) => fc.record({
          name: fc.constant(name), list: fc.constant(list), asked: anySelection(typeOf(list), 3), sort: fc.constantFrom(...lists[list].slice(1)), desc: fc.boolean(),
          number: fc.nat(2), size: fc.integer({ min: 1, max: 9 }), some: fc.option(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 })),
        }))),
      async ({ name, list, asked, sort, desc, number, size, some }) => {
        const viewer = viewers[name]!
        const resource = lists[list][0]
        const ids = some?.map((i) => rows[resource][i % rows[resource].length].id as string)
        const { result, statements } = await answer(viewer, `query($ids: [ID!]) { ${list}(filter: { ids: $ids }, sort: ${sort}, order: ${desc ? 'desc' : 'asc'}, page: { number: ${number}, size: ${size} }) { items { ${written(asked)} } total more } }`, { ids })
        expect(result.errors).toBeUndefined()
        expect(canonical(result.data![list])).toEqual(canonical(slow.list(viewer, resource, asked, (row) => !ids || ids.includes(row.id), sort, desc, { number, size })))
        expect(statements).toBe(1)
      },
    ), { numRuns: 150 })
  })

  it.each(Object.keys(viewers))('for %s, and finds one row or none', async (name) => {
    const viewer = viewers[name]!
    for (const [query, resource] of [['event', 'Event'], ['referent', 'Referent'], ['venue', 'Venue'], ['agency', 'Agency'], ['campaign', 'Campaign'], ['message', 'Message'], ['account', 'Account'], ['import', 'Import'], ['proposal', 'Proposal']] as const) {
      for (const row of rows[resource]) {
        const { result } = await answer(viewer, `query($id: ID!) { ${query}(id: $id) { id } }`, { id: row.id })
        if (slow.reads(viewer, resource, row)) expect(result.data, `${name} ${query}`).toEqual({ [query]: { id: row.id } })
        else expect(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'], `${name} ${query}`).toContain(result.errors?.[0]?.extensions.code)
      }
    }
  })
})

it('knows a rule for every type that the schema offers', () => {
  const nested = Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => type.name in nouns).map(({ name }) => name)
  expect(Object.keys(rows)).toEqual(expect.arrayContaining(nested))
  expect((Object.keys(lists) as List[]).every((list) => getNamedType(schema.getQueryType()!.getFields()[list]!.type).name === `${lists[list][0]}List`)).toBe(true)
})
