import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const create = `mutation($id: ID!, $campaignId: ID!, $departmentCode: ID!, $input: EventInput!) {
  result: createEvent(id: $id, campaignId: $campaignId, departmentCode: $departmentCode, input: $input) { id state slug version title history { action } neighbourhoods { id } } }`
const update = `mutation($id: ID!, $version: Int!, $input: EventInput!) { result: updateEvent(id: $id, version: $version, input: $input) { title version sequence neighbourhoods { id } history { action changes } } }`
const input = (t: Territory, over: object = {}) => ({ title: 'Une opération', startsAt: inDays(12), endsAt: inDays(12, 3), capacity: 30, referentsNeeded: 3, venueId: t.venue, neighbourhoodIds: [t.neighbourhood], ...over })
const given = (t: Territory, over: object = {}) => ({ id: v7(), campaignId: t.campaign, departmentCode: t.department, input: input(t, over) })

it('creates a draft once, however often it is sent', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const variables = given(t)
  const answers = [await w.ask(agent, create, variables), ...(await Promise.all([w.ask(agent, create, variables), w.ask(agent, create, variables)]))]
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined()
    expect(data.result).toMatchObject({ id: variables.id, state: 'DRAFT', history: [{ action: 'create' }], neighbourhoods: [{ id: t.neighbourhood }] })
  }
  expect(await w.db.event.count({ where: { campaignId: t.campaign } })).toBe(1)
})

it('refuses what does not hold together, under the field where it was typed', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const fieldsOf = async (over: object) => (await w.ask(agent, create, given(t, over))).errors?.[0]?.extensions.fields
  expect(await fieldsOf({ endsAt: inDays(11) })).toEqual({ endsAt: 'La fin doit venir après le début.' })
  expect(await fieldsOf({ title: 'a', capacity: 0, contactEmail: 'personne' })).toEqual({
    title: 'L’intitulé compte de 3 à 200 caractères.', capacity: 'Le nombre de places est d’au moins 1.', contactEmail: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.',
  })
  expect(await fieldsOf({ venueId: other.venue })).toEqual({ venueId: 'Ce lieu n’est pas dans le département de l’opération.' })
  expect(await fieldsOf({ neighbourhoodIds: [other.neighbourhood] })).toHaveProperty('neighbourhoodIds')
  expect(await fieldsOf({ leadAgencyId: await w.agency(other) })).toHaveProperty('leadAgencyId')
  expect(await w.db.event.count({ where: { campaignId: t.campaign } })).toBe(0)
})

it('creates nothing in a campaign that is not open, nor in another department', async () => {
  const [t, closed] = [await w.territory(), await w.territory({ state: 'CLOSED' })]
  const code = async (variables: object) => (await w.ask(await w.account('DEPARTMENT_AGENT', t), create, variables)).errors?.[0]?.extensions.code
  expect(await code({ ...given(t), campaignId: closed.campaign })).toBe('CONFLICT')
  expect(await code({ ...given(closed), campaignId: t.campaign })).toBe('NOT_FOUND')
})

it('changes an event, keeps the values before and after, and says nothing of what is personal', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t, { title: 'Avant' })
  const { data, errors } = await w.ask(agent, update, { id, version: 1, input: input(t, { title: 'Après', startsAt: inDays(13), endsAt: inDays(13, 3), neighbourhoodIds: [], contactName: 'Dominique Exemple', contactEmail: null }) })
  expect(errors).toBeUndefined()
  expect(data.result).toMatchObject({ title: 'Après', version: 2, sequence: 1, neighbourhoods: [] })
  const [columns, targets] = data.result.history
  expect(columns.changes).toMatchObject({ title: ['Avant', 'Après'], contactName: true, contactEmail: true })
  expect(targets.changes).toEqual({ neighbourhoods: [[t.neighbourhood], []] })
})

it('refuses a change made from an older version, and shows the event as it is', async () => {
  const t = await w.territory()
  const people = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', t)]
  const id = await w.event(t)
  const answers = await Promise.all(people.map((one, i) => w.ask(one, update, { id, version: 1, input: input(t, { title: `Version ${i}` }) })))
  const [kept, refused] = [answers.find(({ errors }) => !errors)!, answers.find(({ errors }) => errors)!]
  expect(refused.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: { version: 2, title: kept.data.result.title } })
})

it('keeps the place of what is public', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.published(t)
  const { errors } = await w.ask(agent, update, { id, version: 1, input: input(t, { venueId: null }) })
  expect(errors?.[0]?.extensions.fields).toEqual({ venueId: 'Une opération publiée garde un lieu : choisissez-en un autre, ou reportez-la.' })
})
