import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const post = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${w.url}/graphql`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

const deep = (levels: number) => `{ cities { items ${'{ neighbourhoods { cities '.repeat(levels)}{ id }${' } }'.repeat(levels)} } }`
const documents: Record<string, string> = {
  'a thousand aliases': `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: about { demonstration }`).join(' ')} }`,
  'two thousand directives': `{ about ${'@skip(if: false) '.repeat(2000)} { demonstration } }`,
  'twenty levels': deep(10),
  'twenty levels by fragments': `query { cities { items { ...a0 } } } ${Array.from({ length: 10 }, (_, i) => `fragment a${i} on City { neighbourhoods { cities { ${i < 9 ? `...a${i + 1}` : 'id'} } } }`).join(' ')}`,
  'a circle of fragments': 'query { cities { items { ...a } } } fragment a on City { neighbourhoods { cities { ...a } } }',
  'ten thousand fields': `{ about { ${'demonstration '.repeat(10_000)} } }`,
  'fifty sign-ins in one request': `mutation { ${Array.from({ length: 50 }, (_, i) => `a${i}: signOut`).join(' ')} }`,
  'a field that does not exist': '{ abuot { demonstration } }',
}

it.each(Object.entries(documents))('refuses %s before executing it', async (_, query) => {
  const from = performance.now()
  const response = await post({ query })
  expect(response.status).toBe(400)
  expect(await response.text()).not.toContain('Did you mean')
  expect(performance.now() - from).toBeLessThan(2_000)
})

it('refuses requests that a form of another site can send, and mutations by GET', async () => {
  const query = '{ about { demonstration } }'
  expect((await post(JSON.stringify({ query }), { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400)
  expect((await post(`query=${encodeURIComponent(query)}`, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBeGreaterThanOrEqual(400)
  expect((await fetch(`${w.url}/graphql?query=${encodeURIComponent(query)}`)).status).toBe(405)
  expect((await post([{ query }, { query }])).status).toBe(400)
})

it('shows neither its schema nor its insides in a real database', async () => {
  expect((await post({ query: '{ __schema { types { name } } }' })).status).toBe(400)
  const { data, errors } = await w.ask(null, 'query($id: ID!) { campaign(id: $id) { id } }', { id: 'not-an-identifier' })
  expect(data).toBeFalsy()
  expect(errors).toEqual([{ message: 'Une valeur n’est pas valable.', path: ['campaign'], extensions: { code: 'BAD_USER_INPUT' } }])
})

it('refuses a page larger than a hundred rows', async () => {
  const { errors } = await w.ask(null, '{ departments(page: { size: 101 }) { items { id } } }')
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { size: 'Une page compte au plus 100 lignes.' } })
})

it('tells nobody what went wrong inside, and logs no address', async () => {
  await w.db.$executeRawUnsafe('ALTER TABLE "AccessLink" RENAME TO "Hidden"')
  const response = await fetch(`${w.url}/r/quelconque`, { headers: { accept: 'text/html' } })
  await w.db.$executeRawUnsafe('ALTER TABLE "Hidden" RENAME TO "AccessLink"')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain('Une erreur est survenue.')
  expect(text).not.toMatch(/AccessLink|relation|SELECT/)
})

it('runs nothing when the operation named is not there', async () => {
  const t = await w.territory()
  const region = await w.account('REGIONAL_MANAGER')
  const response = await fetch(`${w.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', cookie: region.cookie },
    body: JSON.stringify({ query: 'mutation M($id: ID!) { reviewCampaign(id: $id) { id } }', operationName: 'Nope', variables: { id: t.campaign } }),
  })
  expect(JSON.stringify(await response.json())).toContain('OPERATION_RESOLUTION_FAILURE')
  expect((await w.db.campaign.findUniqueOrThrow({ where: { id: t.campaign } })).state).toBe('OPEN')
})

it.each(['query($s: [EventState!]) { events(filter: { states: $s }) { total } }', 'query($s: [EventState!]) { events(filter: { states: $s }) { n: total } }'])('tells a few of a hundred thousand faults at once: %s', async (query) => {
  const from = performance.now()
  const { errors } = await w.ask(null, query, { s: Array(100_000).fill('x') })
  expect(errors!.length).toBeLessThanOrEqual(11)
  expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
  expect(performance.now() - from).toBeLessThan(1_000)
})
