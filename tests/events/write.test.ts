import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { htmlOf } from '../../server/mail/layout.ts'
import { eventually } from '../support/eventually.ts'
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
  expect(await fieldsOf({ title: 'x'.repeat(10_000) })).toEqual({ title: 'L’intitulé compte de 3 à 200 caractères.' })
  expect(await fieldsOf({ publicText: 'x'.repeat(5_001), notes: 'x'.repeat(5_001) })).toEqual({ publicText: 'Ce texte compte au plus 5 000 caractères.', notes: 'Ce texte compte au plus 5 000 caractères.' })
  expect(await fieldsOf({ venueId: other.venue })).toEqual({ venueId: 'Ce lieu n’est pas dans le département de l’opération.' })
  expect(await fieldsOf({ neighbourhoodIds: [other.neighbourhood] })).toHaveProperty('neighbourhoodIds')
  const [nearby, far] = [`${t.department}002`, `QN${t.department}002M`]
  await w.db.city.create({ data: { id: nearby, name: 'Ville voisine', departmentCode: t.department } })
  await w.db.neighbourhood.create({ data: { id: far, name: 'Les Voisins', generation: 2024, departmentCode: t.department, cities: { create: { cityId: nearby } } } })
  expect(await fieldsOf({ neighbourhoodIds: [far] })).toEqual({ neighbourhoodIds: `Le quartier « Les Voisins » n’est pas à Ville-${t.department}, où se tient l’opération : retirez-le, ou changez de lieu.` })
  // A commune merged into the other is part of it.
  await w.db.city.update({ where: { id: nearby }, data: { mergedIntoId: t.city } })
  const merged = given(t, { neighbourhoodIds: [far] })
  expect((await w.ask(agent, create, merged)).errors).toBeUndefined()
  await w.db.event.delete({ where: { id: merged.id } })
  expect(await fieldsOf({ leadAgencyId: await w.agency(other) })).toHaveProperty('leadAgencyId')
  expect(await w.db.event.count({ where: { campaignId: t.campaign } })).toBe(0)
})

it('takes a neighbourhood said twice for one, and refuses what does not exist under its field, when created and when changed', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const unknown = { neighbourhoodIds: { neighbourhoodIds: ['QN99999M'] }, venueId: { venueId: v7() }, leadAgencyId: { leadAgencyId: v7() } }
  const twice = given(t, { neighbourhoodIds: [t.neighbourhood, t.neighbourhood] })
  const writes = {
    created: (over: object) => w.ask(agent, create, { ...given(t, over), ...('neighbourhoodIds' in over ? { id: twice.id } : {}) }),
    changed: (over: object) => w.ask(agent, update, { id: twice.id, version: 1, input: input(t, over) }),
  }
  for (const [how, write] of Object.entries(writes)) {
    for (const [field, over] of Object.entries(unknown)) expect((await write(over)).errors?.[0]?.extensions, `${how} ${field}`).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } })
    const { data, errors } = await write({ neighbourhoodIds: twice.input.neighbourhoodIds })
    expect(errors, how).toBeUndefined()
    expect(data.result.neighbourhoods).toEqual([{ id: t.neighbourhood }])
  }
})

it('creates nothing in a campaign that is not open, nor in another department', async () => {
  const [t, closed] = [await w.territory(), await w.territory({ state: 'CLOSED' })]
  const refused = async (variables: object) => (await w.ask(await w.account('DEPARTMENT_AGENT', t), create, variables)).errors?.[0]?.extensions
  expect(await refused({ ...given(t), campaignId: closed.campaign })).toMatchObject({ fields: { campaignId: 'Cette campagne n’est pas ouverte : choisissez-en une autre.' } })
  expect((await refused({ ...given(closed), campaignId: t.campaign }))?.code).toBe('NOT_FOUND')
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

it('takes a script in any text for a text, on the public page and in mails', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const texts = given(t, { title: script, publicText: script, notes: script, contactName: script, contactPhone: '01 00 00 00 00', startsAt: inDays(40), endsAt: inDays(40, 2) })
  expect((await w.ask(manager, create, texts)).errors).toBeUndefined()
  const published = await w.ask(manager, 'mutation($id: ID!) { result: publishEvent(id: $id) { slug title notes } }', { id: texts.id })
  expect(published.data.result).toMatchObject({ title: script, notes: script })
  const shown = await eventually(async () => (await fetch(`${w.url}/operations/${published.data.result.slug}`)).text(), (text) => text.includes('&lt;script&gt;'))
  expect(shown).not.toMatch(/<script(?! type="application\/ld\+json")|<img src=x/)
  await w.availability(t.department, texts.id, await w.referent(t, { firstName: script }), 'YES')
  await w.ask(manager, 'mutation($id: ID!) { cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER) { id } }', { id: texts.id })
  const mail = await w.db.message.findFirstOrThrow({ where: { departmentCode: t.department } })
  expect(mail.body.split(script)).toHaveLength(3)
  expect(htmlOf(mail.body, [])).not.toMatch(/<script|<img/)
})

it('keeps the languages that an event asks for, leaves them when nothing is said, and refuses a sixth', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t)
  const write = (version: number, languagesWanted?: string[] | null) => w.ask(agent, `mutation($id: ID!, $version: Int!, $input: EventInput!) { result: updateEvent(id: $id, version: $version, input: $input) { version languagesWanted } }`, {
    id, version, input: { title: 'Une opération', startsAt: inDays(10), endsAt: inDays(10, 3), capacity: 40, referentsNeeded: 2, venueId: t.venue, ...(languagesWanted === undefined ? {} : { languagesWanted }) },
  })
  expect((await write(1, ['soninké', 'tamoul'])).data.result).toEqual({ version: 2, languagesWanted: ['soninké', 'tamoul'] })
  for (const nothing of [undefined, null]) expect((await write(2, nothing)).data.result).toEqual({ version: 2, languagesWanted: ['soninké', 'tamoul'] })
  expect((await write(2, [])).data.result).toEqual({ version: 3, languagesWanted: [] })
  expect((await write(3, ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { languagesWanted: 'Au plus 5 langues.' } })
})
