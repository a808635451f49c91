import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const w = await world()

/** A published event in ten days with a referent who comes. */
async function published() {
  const t = await w.territory()
  const [agent, referent, id] = [await w.account('DEPARTMENT_AGENT', t), await w.referent(t), await w.published(t)]
  await w.availability(t.department, id, referent, 'YES')
  await w.db.assignment.create({ data: { eventId: id, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: inDays(-1) } })
  return { t, agent, referent, id }
}
async function update(agent: Person, t: Territory, id: string, over: object) {
  const { title, startsAt, endsAt, capacity, referentsNeeded, venueId, version } = await w.db.event.findUniqueOrThrow({ where: { id } })
  return w.ask(agent, 'mutation($id: ID!, $version: Int!, $input: EventInput!) { updateEvent(id: $id, version: $version, input: $input) { version } }', {
    id, version, input: { title, startsAt, endsAt, capacity, referentsNeeded, venueId, contactName: 'Camille Exemple', contactEmail: 'camille@example.org', neighbourhoodIds: [t.neighbourhood], ...over } })
}
const news = async (referentId: string) => (await w.db.message.findMany({ where: { referentId, template: 'eventNews' } })).length
const sequence = async (id: string) => (await w.db.event.findUniqueOrThrow({ where: { id } })).sequence

describe('keeps what it was published with:', () => {
  it.each<[string, object, string]>([
    ['a contact', { contactName: null }, 'contactName'], ['a way to reach it', { contactEmail: null, contactPhone: null }, 'contactName'], ['a place', { venueId: null }, 'venueId'],
    ['a neighbourhood or why there is none', { neighbourhoodIds: [], noNeighbourhoodReason: '   ' }, 'neighbourhoodIds'], ['referents', { referentsNeeded: 0 }, 'referentsNeeded'],
    ['a date to come', { startsAt: inDays(-2), endsAt: inDays(-2, 3) }, 'startsAt'],
  ])('%s', async (_, over, field) => {
    const { t, agent, id, referent } = await published()
    if (field === 'referentsNeeded') await w.db.assignment.deleteMany({ where: { eventId: id } })
    const { errors } = await update(agent, t, id, over)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } })
    expect(await w.db.event.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 1, state: 'PUBLISHED', startsAt: inDays(10), contactName: 'Camille Exemple' })
    expect(await news(referent)).toBe(0)
  })
})

it('takes blanks for nothing when it is submitted', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t, { contactName: ' ', contactEmail: '', contactPhone: ' ', noNeighbourhoodReason: ' ', neighbourhoods: {} })
  const { data } = await w.ask(agent, 'query($id: ID!) { event(id: $id) { can { submit { code } } } }', { id })
  expect(data.event.can.submit).toEqual([{ code: 'NO_NEIGHBOURHOOD' }, { code: 'NO_CONTACT' }])
  const input = { title: '     ', startsAt: inDays(12), endsAt: inDays(12, 2), capacity: 10, referentsNeeded: 1 }
  const { errors } = await w.ask(agent, 'mutation($id: ID!, $campaignId: ID!, $departmentCode: ID!, $input: EventInput!) { createEvent(id: $id, campaignId: $campaignId, departmentCode: $departmentCode, input: $input) { id } }', { id: v7(), campaignId: t.campaign, departmentCode: t.department, input })
  expect(errors?.[0]?.extensions.fields).toHaveProperty('title')
})

it('tells its referents, and their calendars, of another place or of another name or address of its place, and of nothing else', async () => {
  const { t, agent, id, referent } = await published()
  const another = await w.db.venue.create({ data: { id: v7(), departmentCode: t.department, cityId: t.city, name: 'Autre salle', address: '3 rue de l’Exemple', postalCode: '93000', latitude: 48.9, longitude: 2.4 } })
  expect((await update(agent, t, id, { venueId: another.id })).errors).toBeUndefined()
  expect([await sequence(id), await news(referent)]).toEqual([1, 1])
  let version = 1
  const write = async (over: object) => {
    const { errors } = await w.ask(agent, 'mutation($id: ID!, $version: Int!, $input: VenueInput!) { updateVenue(id: $id, version: $version, input: $input) { id } }', { id: another.id, version: version++, input: { name: 'Autre salle', address: '3 rue de l’Exemple', postalCode: '93000', ...over } })
    expect(errors).toBeUndefined()
  }
  await write({ access: 'Rampe à gauche', latitude: 48.901, longitude: 2.401 })
  expect([await sequence(id), await news(referent)]).toEqual([1, 1])
  await write({ address: '33 rue de l’Exemple' })
  expect([await sequence(id), await news(referent)]).toEqual([2, 2])
  const { slug } = await w.db.event.findUniqueOrThrow({ where: { id } })
  const calendar = await (await fetch(`${w.url}/operations/${slug}.ics`)).text()
  for (const line of ['SEQUENCE:2', '33 rue de l’Exemple']) expect(calendar).toContain(line)
})

it('gives back the places to come of a referent who is not active any more', async () => {
  const { agent, id, referent } = await published()
  const { firstName, lastName, email } = await w.db.referent.findUniqueOrThrow({ where: { id: referent } })
  const { errors } = await w.ask(agent, 'mutation($id: ID!, $input: ReferentInput!) { updateReferent(id: $id, version: 1, input: $input) { id } }', { id: referent, input: { firstName, lastName, email, active: false } })
  expect(errors).toBeUndefined()
  const { data } = await w.ask(agent, 'query($id: ID!) { event(id: $id) { referentsConfirmed assignments { state history { reason } } } }', { id })
  expect(data.event).toEqual({ referentsConfirmed: 0, assignments: [{ state: 'RELEASED', history: [{ reason: 'Le référent n’est plus actif' }] }] })
})
