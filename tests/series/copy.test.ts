import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const copyEvent = `mutation($id: ID!, $newId: ID!, $on: Day!, $copy: CopyInput!) { result: copyEvent(id: $id, newId: $newId, on: $on, copy: $copy) {
  id state title startsAt endsAt capacity referentsNeeded venueId leadAgencyId contactName contactEmail contactPhone publicText notes noNeighbourhoodReason slug publishedAt importKey campaignId rerunOfId
  neighbourhoods { id } toInvite { id } referentsAsked history { action changes } } }`

/** Each part, what it brings, and what stands there without it. Hours and capacity are asked for when they are not copied. */
const parts: Record<string, { with: object; without: object }> = {
  PLACE: { with: { venueId: expect.any(String), slug: expect.stringMatching(/^ville-/) }, without: { venueId: null, slug: expect.stringMatching(/^une-rencontre-/) } },
  HOURS: { with: { startsAt: '2026-11-12T09:00:00+00:00', endsAt: '2026-11-12T12:00:00+00:00' }, without: { startsAt: '2026-11-12T13:30:00+00:00', endsAt: '2026-11-12T16:00:00+00:00' } },
  CAPACITY: { with: { capacity: 40, referentsNeeded: 2 }, without: { capacity: 7, referentsNeeded: 0 } },
  NEIGHBOURHOODS: { with: { neighbourhoods: [{ id: expect.any(String) }], noNeighbourhoodReason: 'raison' }, without: { neighbourhoods: [], noNeighbourhoodReason: null } },
  LEAD_AGENCY: { with: { leadAgencyId: expect.any(String) }, without: { leadAgencyId: null } },
  CONTACT: { with: { contactName: 'Camille Exemple', contactEmail: 'camille@example.org', contactPhone: '+33199000000' }, without: { contactName: null, contactEmail: null, contactPhone: null } },
  PUBLIC_TEXT: { with: { publicText: 'Venez.' }, without: { publicText: null } },
  NOTES: { with: { notes: 'Clés au gardien.' }, without: { notes: null } },
  REFERENTS: { with: { toInvite: [{ id: expect.any(String) }] }, without: { toInvite: [] } },
}

it('copies each part that is chosen and no other, always as a draft that nobody was asked about', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const source = await w.published(t, {
    title: 'Une rencontre', leadAgencyId: await w.agency(t), contactPhone: '+33199000000', publicText: 'Venez.', notes: 'Clés au gardien.', noNeighbourhoodReason: 'raison', importKey: 'clé',
    // 10 h to 13 h in Paris, in summer time; the copy is in winter time.
    startsAt: new Date('2026-10-15T08:00:00Z'), endsAt: new Date('2026-10-15T11:00:00Z'),
  })
  await w.availability(t.department, source, await w.referent(t), 'NO')
  await w.availability(t.department, source, await w.referent(t, { active: false }), 'YES')
  const names = Object.keys(parts)
  for (const what of [names, [], ...names.map((name) => [name])]) {
    const { data, errors } = await w.ask(agent, copyEvent, { id: source, newId: v7(), on: '2026-11-12', copy: { what, startHour: '14:30', endHour: '17:00', capacity: 7 } })
    expect(errors, what.join()).toBeUndefined()
    expect(data.result).toMatchObject({ state: 'DRAFT', title: 'Une rencontre', publishedAt: null, importKey: null, referentsAsked: 0, campaignId: t.campaign, rerunOfId: null, history: [{ action: 'create', changes: { copyOf: [null, 'Une rencontre'] } }] })
    for (const name of names) expect(data.result, `${name} of ${what.join()}`).toMatchObject(parts[name]![what.includes(name) ? 'with' : 'without'])
  }
})

it('makes one draft, however often it is sent, and links it to its origin in another campaign', async () => {
  const [t, later] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const variables = { id: await w.published(t), newId: v7(), on: '2026-11-12', copy: { what: ['HOURS', 'CAPACITY', 'PLACE'], campaignId: later.campaign, title: 'La reprise' } }
  for (const { data, errors } of [await w.ask(agent, copyEvent, variables), ...(await Promise.all([1, 2].map(() => w.ask(agent, copyEvent, variables))))]) {
    expect(errors).toBeUndefined()
    expect(data.result).toMatchObject({ id: variables.newId, title: 'La reprise', campaignId: later.campaign, rerunOfId: variables.id, history: [{ action: 'create' }] })
  }
  expect(await w.db.event.count({ where: { campaignId: later.campaign } })).toBe(1)
})

it('says under its field what is missing or does not hold, and makes nothing', async () => {
  const [t, closed] = [await w.territory(), await w.territory({ state: 'CLOSED' })]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.published(t)
  const refused = async (copy: object) => (await w.ask(agent, copyEvent, { id, newId: v7(), on: '2026-11-12', copy: { what: [], startHour: '09:00', endHour: '12:00', capacity: 7, ...copy } })).errors?.[0]?.extensions
  for (const [copy, field] of [
    [{ startHour: null }, 'startHour'], [{ endHour: '08:00' }, 'endHour'], [{ startHour: '9h' }, 'startHour'], [{ capacity: null }, 'capacity'], [{ capacity: 0 }, 'capacity'], [{ title: 'a' }, 'title'],
    [{ campaignId: closed.campaign }, 'campaignId'], [{ campaignId: v7() }, 'campaignId'],
  ] as const) expect(await refused(copy), JSON.stringify(copy)).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } })
  expect(await w.db.event.count({ where: { departmentCode: t.department } })).toBe(1)
})

it('keeps whom to invite until they are asked about the copy', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const source = await w.published(t)
  const referents = [await w.referent(t), await w.referent(t)]
  for (const one of referents) await w.availability(t.department, source, one)
  const { data } = await w.ask(agent, copyEvent, { id: source, newId: v7(), on: '2026-11-12', copy: { what: ['PLACE', 'HOURS', 'CAPACITY', 'NEIGHBOURHOODS', 'CONTACT', 'REFERENTS'] } })
  const copy = data.result.id
  expect(await w.db.message.count({ where: { departmentCode: t.department } })).toBe(0)
  await w.ask(await w.account('DEPARTMENT_MANAGER', t), 'mutation($id: ID!) { publishEvent(id: $id) { id } }', { id: copy })
  const invited = await w.ask(agent, 'mutation($eventIds: [ID!]!, $referentIds: [ID!]!) { inviteReferents(eventIds: $eventIds, referentIds: $referentIds) { items { toInvite { id } } } }', { eventIds: [copy], referentIds: [referents[0]] })
  expect(invited.data.inviteReferents.items).toEqual([{ toInvite: [{ id: referents[1] }] }])
})

it('copies a past event too, and one that was cancelled', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.published(t, { state: 'CANCELLED', cancelledAt: inDays(-2), cancellationReason: 'WEATHER', startsAt: inDays(-3), endsAt: inDays(-3, 2) })
  const { data } = await w.ask(agent, copyEvent, { id, newId: v7(), on: '2026-11-12', copy: { what: ['HOURS', 'CAPACITY'] } })
  expect(data.result.state).toBe('DRAFT')
})
