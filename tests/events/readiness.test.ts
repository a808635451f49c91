import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const t = await w.territory()
const agent = await w.account('DEPARTMENT_AGENT', t)
type Undone = { code: string; dueOn: string; urgency: string }
const look = async (id: string, by = agent) => (await w.ask(by, 'query($id: ID!) { event(id: $id) { readiness undone { code sentence dueOn urgency } } }', { id })).data.event as { readiness: string | null; undone: Undone[] }
const at = (instant: string) => void (w.clock.now = new Date(instant))

it('turns from green to amber to red as the days pass in Paris, across both changes of hour', async () => {
  // The clocks go back on 25 October 2026 and forward on 28 March 2027; an event at midnight is of its day in Paris.
  for (const [startsAt, publishedBy] of [['2026-11-10T08:00:00Z', '2026-10-20'], ['2026-11-09T23:30:00Z', '2026-10-20'], ['2027-04-12T22:30:00Z', '2027-03-23'], ['2027-04-05T07:00:00Z', '2027-03-15']] as const) {
    const start = new Date(startsAt)
    const id = await w.event(t, { state: 'SUBMITTED', startsAt: start, endsAt: new Date(start.getTime() + 7_200_000), referentsNeeded: 1 })
    const paris = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
    for (const [day, hour, urgency] of [[-8, '12:00', 'GREEN'], [-7, '03:00', 'AMBER'], [0, '20:00', 'AMBER'], [1, '03:00', 'RED']] as const) {
      at(`${paris(publishedBy, day)}T${hour}:00Z`)
      // A session does not last that long.
      const { readiness, undone } = await look(id, await w.account('DEPARTMENT_AGENT', t))
      expect(undone.find(({ code }) => code === 'PUBLICATION'), `${startsAt}, day ${day}`).toMatchObject({ dueOn: publishedBy, urgency })
      expect(readiness).toBe(urgency)
    }
  }
})

it('is recomputed by the facts: a referent who withdraws turns it, with no edit', async () => {
  at('2026-10-05T08:00:00Z')
  const id = await w.published(t, { startsAt: inDays(9), endsAt: inDays(9, 3), referentsNeeded: 1 })
  const referent = await w.referent(t)
  const availability = await w.availability(t.department, id, referent, 'YES')
  await w.db.assignment.create({ data: { eventId: id, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(9), endsAt: inDays(9, 3), createdAt: inDays(-1) } })
  expect((await look(id)).readiness).toBe('GREEN')
  await w.ask(agent, 'mutation($id: ID!) { recordAnswer(id: $id, answer: NO) { id } }', { id: availability })
  expect(await look(id)).toMatchObject({ readiness: 'RED', undone: [{ code: 'REFERENTS', urgency: 'RED' }] })
})

it('asks to say that an event was held from its start on, and finds it late two days after', async () => {
  const id = await w.published(t, { startsAt: inDays(0, 2), endsAt: inDays(0, 5), referentsNeeded: 1, referentsConfirmed: 1 })
  for (const [instant, readiness] of [['2026-10-05T09:59:00Z', 'GREEN'], ['2026-10-05T10:00:00Z', 'AMBER'], ['2026-10-06T21:00:00Z', 'AMBER'], ['2026-10-06T22:30:00Z', 'RED']] as const) {
    at(instant)
    expect((await look(id, await w.account('DEPARTMENT_AGENT', t))).readiness, instant).toBe(readiness)
  }
})

it('filters, counts and sorts by it, the most urgent first, in one statement', async () => {
  at('2026-10-05T08:00:00Z')
  const here = await w.territory()
  const person = await w.account('DEPARTMENT_AGENT', here)
  const [red, amber, green, none] = [
    await w.event(here, { startsAt: inDays(5), endsAt: inDays(5, 3) }), await w.published(here, { startsAt: inDays(15), endsAt: inDays(15, 3) }),
    await w.published(here, { startsAt: inDays(60), endsAt: inDays(60, 3) }), await w.event(here, { state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' }),
  ]
  const ids = async (filter: string, order = 'asc') => {
    w.sent.statements.length = 0
    const { data } = await w.ask(person, `{ events(filter: { ${filter} }, sort: readiness, order: ${order}) { items { id } total } }`)
    return data.events
  }
  await ids('')
  expect((await ids('')).items.map(({ id }: { id: string }) => id)).toEqual([red, amber, green, none])
  expect(w.sent.statements).toHaveLength(1)
  expect(await ids('readiness: [RED, AMBER]')).toEqual({ items: [{ id: red }, { id: amber }], total: 2 })
})

it('tells nothing of it to whoever may not read internals, and refuses to be asked by filter or sort', async () => {
  const partner = await w.account('AGENCY_AGENT', { agency: await w.agency(t) })
  await w.published(t)
  expect((await w.ask(partner, '{ events { items { readiness undone { code } } } }')).data.events.items).toContainEqual({ readiness: null, undone: null })
  for (const asked of ['filter: { readiness: [RED] }', 'sort: readiness']) expect((await w.ask(partner, `{ events(${asked}) { total } }`)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
})

it('follows the delays of its campaign, also when they change afterwards', async () => {
  at('2026-10-05T08:00:00Z')
  const here = await w.territory()
  const id = await w.event(here, { startsAt: inDays(40), endsAt: inDays(40, 3) })
  const person = await w.account('DEPARTMENT_AGENT', here)
  const due = async () => Object.fromEntries((await look(id, person)).undone.map(({ code, dueOn }) => [code, dueOn]))
  expect(await due()).toMatchObject({ SUBMISSION: '2026-10-17', PUBLICATION: '2026-10-24', REFERENTS: '2026-11-04' })
  const input = { name: `Pressée ${here.department}`, startsOn: '2026-09-01', endsOn: '2026-12-31', target: 3, perimeterId: here.perimeter, targets: [], submissionDays: 41, publicationDays: 30, referentsDays: 5 }
  const changed = await w.ask(await w.account('REGIONAL_MANAGER'), 'mutation($id: ID!, $input: CampaignInput!) { result: updateCampaign(id: $id, version: 1, input: $input) { submissionDays venueDays } }', { id: here.campaign, input })
  expect(changed.data?.result).toEqual({ submissionDays: 41, venueDays: 35 })
  expect(await due()).toMatchObject({ SUBMISSION: '2026-10-04', PUBLICATION: '2026-10-15', REFERENTS: '2026-11-09' })
  expect((await look(id, person)).readiness).toBe('RED')
})
