import fc from 'fast-check'
import { execute, isObjectType, parse, type GraphQLObjectType } from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { contextOf } from '../../server/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { NOW, world } from '../support/world.ts'
import { anySelection, whole, written } from './asking.ts'
import { smallRegion } from './region.ts'

const w = await world({ demonstration: true })
const { people, viewers, one } = await smallRegion(w)
const schema = await createSchema()
const names = ['regionalManager', 'manager', 'agent', 'agencyAgent'] as const
const lists = { events: 'Event', referents: 'Referent', availabilities: 'Availability', venues: 'Venue', imports: 'Import', campaigns: 'Campaign', messages: 'Message' }
type List = keyof typeof lists
const typeOf = (list: List) => schema.getType(lists[list]) as GraphQLObjectType

/** The same document answered over HTTP, where PostgreSQL's JSON may go out as it is, and by graphql-js. */
async function both(name: (typeof names)[number], document: string, variables: Record<string, unknown> = {}) {
  const contextValue = contextOf({ pool: w.pool, db: w.db, now: NOW, viewer: viewers[name]!, settings: { publicUrl: '', demonstration: true, demonstrationAccounts: [], smtp: false } })
  const slow = await execute({ schema, document: parse(document), contextValue, variableValues: variables })
  return { fast: await w.ask(people[name]!, document, variables), slow: JSON.parse(JSON.stringify({ data: slow.data, errors: slow.errors?.map(({ extensions }) => extensions.code) })) }
}

beforeAll(async () => void (await w.ask(people.manager!, '{ events { total } }')))

it('answers over HTTP what graphql-js answers, whatever is asked', async () => {
  await fc.assert(fc.asyncProperty(
    fc.constantFrom(...names), fc.constantFrom(...(Object.keys(lists) as List[])).chain((list) => fc.record({ list: fc.constant(list), asked: anySelection(typeOf(list), 3) })),
    async (name, { list, asked }) => {
      const { fast, slow } = await both(name, `{ ${list}(page: { size: 20 }) { items { ${written(asked)} } total more } }`)
      expect(fast.data ?? null).toEqual(slow.data)
      expect(fast.errors?.map(({ extensions }) => extensions.code)).toEqual(slow.errors)
    },
  ), { numRuns: 80 })
})

it('gives every field of every type the form that its type has', async () => {
  for (const list of Object.keys(lists) as List[]) {
    // A few fields at a time: all at once is more than one document may ask.
    const asked = Object.entries(whole(typeOf(list), 2))
    for (let from = 0; from < asked.length; from += 12) {
      const { fast, slow } = await both('regionalManager', `{ ${list}(page: { size: 100 }) { items { ${written(Object.fromEntries(asked.slice(from, from + 12)))} } total more } }`)
      expect(fast.data ?? null, list).toEqual(slow.data)
    }
  }
})

it.each([
  ['aliases, of a root field and below', 'query($a: [ID!]) { mine: events(filter: { departmentCodes: $a }) { items { key: id title } n: total } }'],
  ['names of types', 'query($a: [ID!]) { __typename events(filter: { departmentCodes: $a }) { __typename items { __typename id } } }'],
  ['what is left out by a variable', 'query($a: [ID!], $no: Boolean!) { events(filter: { departmentCodes: $a }) { items { id title @include(if: $no) can { publish { code sentence @skip(if: true) } } } } }'],
  ['a part of a reason', 'query($a: [ID!]) { events(filter: { departmentCodes: $a }) { items { can { publish { code } } } } }'],
  ['parts that overlap', 'query($a: [ID!]) { events(filter: { departmentCodes: $a }) { ...A ...B } } fragment A on EventList { items { id can { publish { code } } } } fragment B on EventList { total items { title can { publish { sentence } } } }'],
  ['several root fields', 'query($a: [ID!]) { events(filter: { departmentCodes: $a }) { total } others: venues { items { id name } } }'],
  ['the wrong variable', 'query($a: [ID!]) { events(filter: { departmentCodes: $a }, page: { size: 0 }) { total } }'],
  ['nobody’s row', 'query($a: [ID!]) { event(id: "00000000-0000-7000-8000-000000000000") { id } }'],
])('answers alike with %s', async (_, document) => {
  const text = document.includes('event(id') ? document.replace('($a: [ID!])', '') : document
  const { fast, slow } = await both('manager', text, text.includes('$a') ? { a: [one.department], ...(text.includes('$no') ? { no: false } : {}) } : {})
  if (slow.errors?.[0] === undefined && slow.data) expect(fast.data).toEqual(slow.data)
  else expect(fast.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|NOT_FOUND/)
})

it('names every type it reads', () => expect(Object.values(lists).every((name) => isObjectType(schema.getType(name)))).toBe(true))

it('puts the defaults of what is left out of a variable', async () => {
  for (const number of [undefined, 1]) {
    const { fast, slow } = await both('manager', 'query($page: PageInput!) { mine: events(page: $page) { items { id } } venues(page: $page) { items { id } } }', { page: { number } })
    expect(fast.errors).toBeUndefined()
    expect(fast.data).toEqual(slow.data)
  }
})
