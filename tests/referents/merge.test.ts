import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { somebodyWaits } from '../support/eventually.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const w = await world()
const merge = `mutation($id: ID!, $version: Int!, $otherId: ID!, $otherVersion: Int!, $input: ReferentInput!) { result: mergeReferents(id: $id, version: $version, otherId: $otherId, otherVersion: $otherVersion, input: $input) {
  id email phone notes duplicates { id } departments { id } history { action resource recordId changes } } }`
const NAME = { firstName: 'Dominique', lastName: 'Exemple-Merisier', phone: '+33639980100' }

const versionOf = async (id: string) => (await w.db.referent.findUniqueOrThrow({ where: { id } })).version
/** Merges as the screen does: the versions just read, and a choice for each field. */
const merged = async (person: Person, id: string, otherId: string, input: object) =>
  w.ask(person, merge, { id, otherId, version: await versionOf(id), otherVersion: await versionOf(otherId), input: { ...NAME, ...input } })
const pair = async (t: Territory) => [await w.referent(t, { ...NAME, notes: 'Préfère le matin' }), await w.referent(t, { ...NAME, lastName: 'EXEMPLE MERISIER' })] as const
const emailOf = async (id: string) => (await w.db.referent.findUniqueOrThrow({ where: { id } })).email!
async function assign(t: Territory, eventId: string, referentId: string, state: string) {
  const { startsAt, endsAt } = await w.db.event.findUniqueOrThrow({ where: { id: eventId } })
  return w.db.assignment.create({ data: { id: v7(), eventId, departmentCode: t.department, referentId, state: state as 'OFFERED', startsAt, endsAt, createdAt: w.clock.now } })
}

const ANSWERS = [undefined, null, 'YES', 'IF_NEEDED', 'NO'] as const
const STATES = [undefined, 'PRESENT', 'CONFIRMED', 'TO_RECONFIRM', 'OFFERED', 'ABSENT', 'WITHDRAWN', 'DECLINED', 'RELEASED'] as const
const ACTIVE = ['PRESENT', 'CONFIRMED', 'TO_RECONFIRM', 'OFFERED']

it('keeps every event answered and every active place, the latest answer and the stronger place, whatever the two records hold', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  // Events apart from each other: overlaps have a test of their own.
  const events = await Promise.all([1, 2, 3, 4, 5].map((day) => w.published(t, { startsAt: inDays(day), endsAt: inDays(day, 2), referentsNeeded: 500 })))
  const said = fc.record({ answer: fc.constantFrom(...ANSWERS), answeredAt: fc.integer({ min: -50, max: -1 }), state: fc.constantFrom(...STATES) })
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(said, said), { minLength: 5, maxLength: 5 }), fc.boolean(), async (sides, swapped) => {
    const records = await pair(t)
    for (const [n, both] of sides.entries()) for (const [i, { answer, answeredAt, state }] of both.entries()) {
      const [eventId, referentId] = [events[n]!, records[i]!]
      if (answer !== undefined) await w.db.availability.create({ data: { eventId, departmentCode: t.department, referentId, askedAt: inDays(-60), ...(answer ? { answer, source: 'LINK', answeredAt: inDays(0, answeredAt) } : {}) } })
      if (state) await assign(t, eventId, referentId, state)
    }
    const [id, otherId] = swapped ? [records[1], records[0]] : records
    const { errors } = await merged(manager, id, otherId, { email: await emailOf(id) })
    expect(errors).toBeUndefined()
    expect(await w.db.referent.findUnique({ where: { id: otherId } })).toBeNull()
    const [answers, places] = [await w.db.availability.findMany({ where: { referentId: id } }), await w.db.assignment.findMany({ where: { referentId: id } })]
    for (const [n, both] of sides.entries()) {
      const given = both.filter(({ answer }) => answer).sort((a, b) => b.answeredAt - a.answeredAt)
      const kept = answers.filter(({ eventId }) => eventId === events[n])
      expect(kept).toHaveLength(both.some(({ answer }) => answer !== undefined) ? 1 : 0)
      if (given.length === 1 || (given[0] && given[0].answeredAt !== given[1]!.answeredAt)) expect(kept[0]!.answer).toBe(given[0]!.answer)
      const strongest = STATES.find((state) => state && both.some((one) => one.state === state))
      expect(places.filter(({ eventId }) => eventId === events[n]).map(({ state }) => state)).toEqual(strongest ? [strongest] : [])
    }
    expect(answers.filter(({ answer }) => answer).length).toBe(sides.filter((both) => both.some(({ answer }) => answer)).length)
    expect(places.filter(({ state }) => ACTIVE.includes(state)).length).toBe(sides.filter((both) => both.some(({ state }) => state && ACTIVE.includes(state))).length)
  }), { numRuns: 25 })
  for (const event of await w.db.event.findMany({ where: { id: { in: events } }, include: { availabilities: true, assignments: true } })) expect({
    asked: event.referentsAsked, available: event.referentsAvailable, confirmed: event.referentsConfirmed,
  }).toEqual({
    asked: event.availabilities.length, available: event.availabilities.filter(({ answer }) => answer === 'YES' || answer === 'IF_NEEDED').length,
    confirmed: event.assignments.filter(({ state }) => state === 'CONFIRMED' || state === 'PRESENT').length,
  })
}, 60_000)

it('keeps messages, links, lines of imports, departments and the journal of both, and is done once', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [id, otherId] = await pair(t)
  const [email, otherEmail] = [await emailOf(id), await emailOf(otherId)]
  const event = await w.event(t)
  for (const referentId of [id, otherId]) {
    await w.db.message.create({ data: { template: 'invitation', templateVersion: 1, referentId, departmentCode: t.department, address: 'a@example.org', subject: 'Objet', body: 'Texte', state: 'SENT', createdAt: w.clock.now } })
    await w.db.accessLink.create({ data: { tokenHash: referentId, purpose: 'ANSWER', referentId, createdAt: w.clock.now, expiresAt: inDays(60) } })
    await w.db.auditEntry.create({ data: { at: inDays(-3), resource: 'Referent', recordId: referentId, action: 'create', changes: {}, departmentCode: t.department, referentId } })
    await w.db.eventToInvite.create({ data: { eventId: event, referentId } })
  }
  const third = await w.referent(t, NAME)
  await w.db.referentDistinct.create({ data: { oneId: [otherId, third].sort()[0]!, otherId: [otherId, third].sort()[1]! } })
  const variables = { id, otherId, version: 1, otherVersion: 1, input: { ...NAME, email: otherEmail.toUpperCase(), notes: 'Préfère le matin', employer: 'Une mairie' } }
  const answers = await Promise.all([w.ask(manager, merge, variables), w.ask(manager, merge, variables)])
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined()
    // What was told of the one that went is told of what remains: it and the third are two people.
    expect(data.result).toMatchObject({ id, email: otherEmail, notes: 'Préfère le matin', duplicates: [], departments: [{ id: t.department }] })
    expect(data.result.history.map(({ action, recordId }: { action: string; recordId: string }) => [action, recordId])).toEqual([['create', id], ['create', otherId], ['merge', id]])
  }
  const ours = { where: { referentId: id } }
  expect([await w.db.message.count(ours), await w.db.auditEntry.count(ours), await w.db.eventToInvite.count(ours)]).toEqual([2, 2, 1])
  // The mailbox that is kept keeps its links; the other's are no longer good.
  const links = await w.db.accessLink.findMany({ ...ours, select: { tokenHash: true, revokedAt: true } })
  expect(links.map(({ tokenHash, revokedAt }) => [tokenHash, revokedAt === null]).sort()).toEqual([[id, false], [otherId, true]].sort())
  expect(await w.db.referent.count({ where: { email } })).toBe(0)
})

it('refuses two that are confirmed at events that overlap, and names them; releasing one is enough', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [id, otherId] = await pair(t)
  const [first, second] = [await w.published(t, { title: 'Le matin' }), await w.published(t, { title: 'À midi', startsAt: inDays(10, 2), endsAt: inDays(10, 5) })]
  await assign(t, first, id, 'CONFIRMED')
  const place = await assign(t, second, otherId, 'CONFIRMED')
  const email = await emailOf(id)
  const { errors } = await merged(manager, id, otherId, { email })
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' }, message: expect.stringMatching(/Le matin.*À midi/) })
  expect(await w.db.referent.count({ where: { id: { in: [id, otherId] } } })).toBe(2)
  await w.db.assignment.update({ where: { id: place.id }, data: { state: 'RELEASED' } })
  expect((await merged(manager, id, otherId, { email })).errors).toBeUndefined()
})

it('is for whoever reaches all departments of both, compares what is there, and is not for the region', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const [manager, neighbour, region] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_MANAGER', other), await w.account('REGIONAL_MANAGER')]
  const [id, otherId] = await pair(t)
  const email = await emailOf(id)
  const code = async (person: Person, over: object = {}) => (await w.ask(person, merge, { id, otherId, version: 1, otherVersion: 1, input: { ...NAME, email }, ...over })).errors?.[0]?.extensions
  expect(await code(region)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await code(neighbour)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await code(manager, { otherVersion: 2 })).toMatchObject({ code: 'CONFLICT' })
  expect(await code(manager, { otherId: id })).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await code(manager, { input: { ...NAME, email, phone: '06 39 98 1' } })).toMatchObject({ code: 'BAD_USER_INPUT', fields: { phone: expect.any(String) } })
  await w.db.referentDepartment.create({ data: { referentId: otherId, departmentCode: other.department } })
  expect(await code(manager)).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'SHARED' }] })
  expect(await w.db.referent.count({ where: { id: { in: [id, otherId] } } })).toBe(2)
})

it('proposes no more those whom somebody told apart, in the list and on the record', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [id, otherId] = await pair(t)
  await w.referent(t, { ...NAME, phone: null })
  const proposed = async () => (await w.ask(agent, '{ referents(filter: { duplicates: true }) { items { id duplicates { id } } } }')).data.referents.items
  expect(await proposed()).toEqual(expect.arrayContaining([{ id, duplicates: [{ id: otherId }] }, { id: otherId, duplicates: [{ id }] }]))
  const apart = 'mutation($id: ID!, $otherId: ID!) { result: tellReferentsApart(id: $id, otherId: $otherId) { duplicates { id } } }'
  for (const variables of [{ id, otherId }, { id: otherId, otherId: id }]) expect((await w.ask(agent, apart, variables)).data.result).toEqual({ duplicates: [] })
  expect(await proposed()).toEqual([])
  expect((await w.ask(agent, apart, { id, otherId: await w.referent(await w.territory()) })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('waits for whoever asks meanwhile, and loses nothing', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [id, otherId] = await pair(t)
  const [email, eventId] = [await emailOf(id), await w.published(t)]
  let done: ReturnType<typeof merged>
  await w.db.$transaction(async (tx) => {
    await tx.availability.create({ data: { eventId, departmentCode: t.department, referentId: otherId, askedAt: w.clock.now } })
    done = merged(manager, id, otherId, { email })
    await somebodyWaits(tx)
  }, { timeout: 20_000 })
  expect((await done!).errors).toBeUndefined()
  expect(await w.db.availability.count({ where: { referentId: id } })).toBe(1)
})
