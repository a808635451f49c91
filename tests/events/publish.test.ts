import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const publish = `mutation($id: ID!) { result: publishEvent(id: $id) { id state publishedAt version can { publish { code sentence } } history { action changes author { name } } } }`
const reasonsOf = `query($id: ID!) { event(id: $id) { can { publish { code sentence } } } }`

it('lets the prefecture publish a draft of its department, and says so in its history', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const id = await w.event(t)
  const { data, errors } = await w.ask(manager, publish, { id })
  expect(errors).toBeUndefined()
  expect(data.result).toMatchObject({ id, state: 'PUBLISHED', version: 2, can: { publish: [{ code: 'WRONG_STATE' }] } })
  expect(data.result.history).toEqual([{ action: 'publish', changes: { state: ['DRAFT', 'PUBLISHED'] }, author: { name: 'Essai DEPARTMENT_MANAGER' } }])
})

it('refuses it to an agent, to another department and to the region, each in its own way', async () => {
  const t = await w.territory()
  const id = await w.event(t)
  const code = async (...given: Parameters<typeof w.account>) => (await w.ask(await w.account(...given), publish, { id })).errors?.[0]?.extensions.code
  expect(await code('DEPARTMENT_AGENT', t)).toBe('FORBIDDEN')
  expect(await code('DEPARTMENT_MANAGER', await w.territory())).toBe('NOT_FOUND')
  expect(await code('REGIONAL_MANAGER')).toBe('FORBIDDEN')
  expect((await w.ask(null, publish, { id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect((await w.db.event.findUniqueOrThrow({ where: { id } })).state).toBe('DRAFT')
})

it('names all that is missing at once, the same on the button and in the refusal', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const id = await w.event(t, { venueId: null, referentsNeeded: 0, contactName: null, neighbourhoods: {}, startsAt: inDays(-1), endsAt: inDays(-1, 2) })
  const shown = (await w.ask(manager, reasonsOf, { id })).data.event.can.publish
  const refused = (await w.ask(manager, publish, { id })).errors![0]!.extensions
  expect(shown.map((reason: { code: string }) => reason.code).sort()).toEqual(['NO_CONTACT', 'NO_NEIGHBOURHOOD', 'NO_REFERENTS_NEEDED', 'NO_VENUE', 'PAST'])
  expect(refused).toMatchObject({ code: 'CONFLICT', reasons: shown })
})

it('publishes once when two people click at the same instant', async () => {
  const t = await w.territory()
  const managers = [await w.account('DEPARTMENT_MANAGER', t), await w.account('DEPARTMENT_MANAGER', t)]
  const id = await w.event(t)
  const answers = await Promise.all(managers.map((one) => w.ask(one, publish, { id })))
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1)
  expect(answers.find(({ errors }) => errors)?.errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect(await w.db.auditEntry.count({ where: { recordId: id } })).toBe(1)
})

it('sorts names as a dictionary does, whatever their case and accents', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (const title of ['étude', 'Zèbre', 'Eau', 'école', 'Été']) await w.event(t, { title })
  const { data } = await w.ask(agent, '{ events(sort: title) { items { title } } }')
  expect(data.events.items.map((one: { title: string }) => one.title)).toEqual(['Eau', 'école', 'Été', 'étude', 'Zèbre'])
})
