import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const list = 'query($filter: ReferentFilter, $sort: ReferentSort! , $order: SortOrder!) { result: referents(filter: $filter, sort: $sort, order: $order) { total items { id load lastAskedAt } } }'

/** A territory with a pool: who is where, what each speaks, was asked and holds. */
async function pool() {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  // A tenth of a degree of latitude is 11 kilometres, wherever one is.
  const city = async (over: object) => (await w.db.city.create({ data: { id: v7().slice(-12), name: 'Ville', departmentCode: t.department, postalCodes: [], ...over } })).id
  const [near, far, nowhere] = [await city({ latitude: 49.0, longitude: 2.4 }), await city({ latitude: 49.2, longitude: 2.4 }), await city({})]
  const people = {
    home: await w.referent(t, { lastName: 'A', cityId: t.city, languages: ['français', 'Arabe'] }), near: await w.referent(t, { lastName: 'B', cityId: near }), far: await w.referent(t, { lastName: 'C', cityId: far }),
    unplaced: await w.referent(t, { lastName: 'D', cityId: nowhere }), homeless: await w.referent(t, { lastName: 'E', active: false }),
  }
  const names = new Map(Object.entries(people).map(([name, id]) => [id, name]))
  async function listed(filter: object, sort = 'lastName', order = 'asc'): Promise<string[]> {
    w.sent.statements.length = 0
    const { data, errors } = await w.ask(agent, list, { filter, sort, order })
    expect(errors).toBeUndefined()
    expect(w.sent.statements.filter((one) => one.includes('"Referent"'))).toHaveLength(1)
    return data.result.items.map(({ id }: { id: string }) => names.get(id))
  }
  return { t, other, agent, people, near, nowhere, listed }
}
const place = async (t: Territory, eventId: string, referentId: string, state: 'OFFERED' | 'CONFIRMED' | 'PRESENT' | 'RELEASED') =>
  w.db.assignment.create({ data: { eventId, departmentCode: t.department, referentId, state, startsAt: inDays(1), endsAt: inDays(2), createdAt: w.clock.now } })

it('is filtered by the distance from a city, in a straight line from the home city', async () => {
  const { t, nowhere, listed } = await pool()
  const near = (km: number, cityId = t.city) => listed({ near: { cityId, km } })
  expect(await near(0)).toEqual(['home'])
  expect(await near(11)).toEqual(['home'])
  expect(await near(12)).toEqual(['home', 'near'])
  expect(await near(34)).toEqual(['home', 'near', 'far'])
  // A city without position is near itself alone.
  expect(await near(500, nowhere)).toEqual(['unplaced'])
  // A filter half typed lets all pass.
  expect(await listed({ near: { km: 5 } })).toHaveLength(5)
})

it('is filtered by home city, language whatever its spelling, and who is active', async () => {
  const { near, listed } = await pool()
  expect(await listed({ cityId: near })).toEqual(['near'])
  expect(await listed({ language: 'ARABE' })).toEqual(['home'])
  expect(await listed({ language: 'francais' })).toEqual(['home'])
  expect(await listed({ active: false })).toEqual(['homeless'])
})

it('counts the load of open campaigns and says when each was last asked, in reach alone; both sort and filter', async () => {
  const { t, other, agent, people, listed } = await pool()
  const closed = await w.territory()
  const day = (n: number) => w.published(t, { startsAt: inDays(n), endsAt: inDays(n, 2), referentsNeeded: 9 })
  const [one, two, three] = [await day(1), await day(2), await day(3)]
  const shut = await w.published(t, { campaignId: closed.campaign })
  await w.db.campaign.update({ where: { id: closed.campaign }, data: { state: 'REVIEWING' } })
  for (const [event, state] of [[one, 'CONFIRMED'], [two, 'OFFERED'], [three, 'RELEASED'], [shut, 'PRESENT']] as const) await place(t, event, people.home, state)
  await place(t, one, people.near, 'PRESENT')
  // A neighbour's places and questions are the neighbour's.
  await w.db.referentDepartment.create({ data: { referentId: people.far, departmentCode: other.department } })
  const theirs = await w.published(other)
  await place(other, theirs, people.far, 'CONFIRMED')
  await w.availability(other.department, theirs, people.far)
  for (const [event, referent, days] of [[one, people.home, -30], [two, people.home, -3], [one, people.near, -10]] as const)
    await w.db.availability.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, askedAt: inDays(days) } })

  const { data } = await w.ask(agent, list, { sort: 'lastName', order: 'asc' })
  const iso = (days: number) => inDays(days).toISOString().replace('.000Z', '+00:00')
  expect(data.result.items.map(({ load, lastAskedAt }: { load: number; lastAskedAt: string }) => [load, lastAskedAt])).toEqual([[2, iso(-3)], [1, iso(-10)], [0, null], [0, null], [0, null]])
  expect((await listed({}, 'load', 'desc')).slice(0, 2)).toEqual(['home', 'near'])
  expect(await listed({ loadAtMost: 1 })).toEqual(['near', 'far', 'unplaced', 'homeless'])
  expect((await listed({}, 'lastAskedAt')).slice(3)).toEqual(['near', 'home'])
  expect((await listed({}, 'lastAskedAt', 'desc')).slice(0, 2)).toEqual(['home', 'near'])
  expect(await listed({ lastAskedBefore: inDays(-5).toISOString() })).toEqual(['near'])
  expect(await listed({ asked: false })).toEqual(['far', 'unplaced', 'homeless'])
  expect(await listed({ asked: true, loadAtMost: 1 })).toEqual(['near'])
})

it('shows the team’s notes to the team, and nothing of them to the person', async () => {
  const { t, agent } = await pool()
  const id = await w.referent(t, { notes: 'À rappeler' })
  const read = async (person: Parameters<typeof w.ask>[0]) => (await w.ask(person, 'query($id: ID!) { referent(id: $id) { notes can { readInternal { code } } } }', { id })).data?.referent
  expect(await read(agent)).toEqual({ notes: 'À rappeler', can: { readInternal: [] } })
  const update = 'mutation($id: ID!, $version: Int!, $input: ReferentInput!) { updateReferent(id: $id, version: $version, input: $input) { notes } }'
  const input = { firstName: 'Camille', lastName: 'Exemple', email: `${id}@example.org` }
  // What is not said stays; the journal says that notes changed, and not what they are.
  expect((await w.ask(agent, update, { id, version: 1, input })).data.updateReferent.notes).toBe('À rappeler')
  expect((await w.ask(agent, update, { id, version: 2, input: { ...input, notes: 'À ne pas rappeler' } })).data.updateReferent.notes).toBe('À ne pas rappeler')
  expect(JSON.stringify(await w.db.auditEntry.findMany({ where: { recordId: id } }))).not.toContain('rappeler')
})
