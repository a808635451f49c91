import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { world, type Person } from '../support/world.ts'

const w = await world()
const MINUTE = 60_000

/** A prefecture's manager who has just read, so that the server remembers the session. */
async function remembered() {
  const [t, elsewhere] = [await w.territory(), await w.territory()]
  await w.event(t)
  await w.event(elsewhere)
  const person = await w.account('DEPARTMENT_MANAGER', t)
  expect(await seen(person)).toEqual([t.department])
  return { t, elsewhere, person }
}
const asked = (person: Person) => w.ask(person, '{ events { items { departmentCode } } }')
const seen = async (person: Person) => (await asked(person)).data.events.items.map(({ departmentCode }: { departmentCode: string }) => departmentCode)

it('asks who reads in the statement that answers', async () => {
  const { person } = await remembered()
  w.sent.statements.length = 0
  await asked(person)
  expect(w.sent.statements).toHaveLength(1)
  expect(w.sent.statements[0]).toContain('"Session"')
})

describe('the next read obeys when, meanwhile,', () => {
  it.each<[string, (given: Awaited<ReturnType<typeof remembered>>) => Promise<unknown>, string]>([
    ['the account is disabled', ({ person }) => w.db.account.update({ where: { id: person.account }, data: { disabledAt: w.clock.now } }), 'UNAUTHENTICATED'],
    ['the session is ended elsewhere', ({ person }) => w.db.session.deleteMany({ where: { accountId: person.account } }), 'UNAUTHENTICATED'],
    ['the session runs out', ({ person }) => w.db.session.updateMany({ where: { accountId: person.account }, data: { expiresAt: w.clock.now } }), 'UNAUTHENTICATED'],
    ['the role is taken away', ({ person }) => w.db.membership.delete({ where: { id: person.membership } }), 'FORBIDDEN'],
    ['the role becomes one without referents', ({ person }) => w.db.membership.update({ where: { id: person.membership }, data: { role: 'DATA_PROTECTION_OFFICER', departmentCode: null } }), 'FORBIDDEN'],
  ])('%s', async (_, change, code) => {
    const given = await remembered()
    await change(given)
    for (let again = 0; again < 2; again++) expect((await w.ask(given.person, '{ referents { total } }')).errors?.[0]?.extensions.code).toBe(code)
  })

  it('the role moves to another department', async () => {
    const { elsewhere, person } = await remembered()
    await w.db.membership.update({ where: { id: person.membership }, data: { departmentCode: elsewhere.department } })
    for (let again = 0; again < 2; again++) expect(await seen(person)).toEqual([elsewhere.department])
  })

  it('the person is given a greater role: what the former one might not ask is answered', async () => {
    const { t } = await remembered()
    const person = await w.account('AGENCY_AGENT', { agency: await w.agency(t) })
    const sorted = () => w.ask(person, '{ events(sort: readiness) { total } }')
    for (let again = 0; again < 2; again++) expect((await sorted()).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await asked(person)
    await w.db.membership.update({ where: { id: person.membership }, data: { role: 'DEPARTMENT_AGENT', departmentCode: t.department, agencyId: null } })
    expect((await sorted()).data?.events.total).toBe(1)
  })

  it('the membership is named by nothing: an empty name is not the first one', async () => {
    const { t, person } = await remembered()
    const named = (header: object) => fetch(`${w.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: person.cookie, ...header }, body: '{"query":"{ events { items { departmentCode } } }"}' }).then((response) => response.json() as Promise<{ data: { events: { items: object[] } } }>)
    for (let again = 0; again < 2; again++) {
      expect((await named({})).data.events.items).toEqual([{ departmentCode: t.department }])
      expect((await named({ 'x-membership': '' })).data.events.items).toEqual([])
    }
  })

  it('the person’s agency takes up another department', async () => {
    const [t, elsewhere] = [await w.territory(), await w.territory()]
    for (const place of [t, elsewhere]) await w.event(place, { state: 'SUBMITTED' })
    const agency = await w.agency(t)
    const person = await w.account('AGENCY_AGENT', { agency })
    expect(await seen(person)).toEqual([t.department])
    await w.db.agencyDepartment.create({ data: { agencyId: agency, departmentCode: elsewhere.department } })
    expect((await seen(person)).sort()).toEqual([t.department, elsewhere.department].sort())
  })
})

it('confirms who writes before anything is written', async () => {
  const { t, person } = await remembered()
  await w.db.membership.delete({ where: { id: person.membership } })
  const id = v7()
  const { errors } = await w.ask(person, 'mutation($id: ID!, $d: ID!, $c: ID!, $input: EventInput!) { createEvent(id: $id, departmentCode: $d, campaignId: $c, input: $input) { id } }', {
    id, d: t.department, c: t.campaign, input: { title: 'Opération', startsAt: '2026-11-01T08:00:00Z', endsAt: '2026-11-01T10:00:00Z', capacity: 10, referentsNeeded: 0 },
  })
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  expect(await w.db.event.count({ where: { id } })).toBe(0)
})

it('notes that a session is used, though reads do not ask for it', async () => {
  const { person } = await remembered()
  w.clock.now = new Date(w.clock.now.getTime() + 6 * MINUTE)
  await asked(person)
  expect((await w.db.session.findFirstOrThrow({ where: { accountId: person.account } })).lastSeenAt).toEqual(w.clock.now)
})
