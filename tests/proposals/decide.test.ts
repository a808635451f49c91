import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const w = await world()
const NEEDS = `state progress failure departmentCode`
const create = `mutation($id: ID!, $campaignId: ID!) { result: createProposal(id: $id, campaignId: $campaignId) { id ${NEEDS} } }`
const needs = `query($id: ID!) { result: proposalNeeds(filter: { proposalId: $id }, page: { size: 100 }) { items { eventId places missing reasons { code count sentence } lines { id eventId referentId answer distanceKm load state outdatedBecause can { accept { code } refuse { code } } } } } }`
const accept = `mutation($id: ID!) { result: acceptProposalLine(id: $id) { state outdatedBecause event { referentsConfirmed } } }`
const refuse = `mutation($id: ID!) { result: refuseProposalLine(id: $id) { state } }`

async function proposed(person: Person, { campaign }: Territory, id = v7()) {
  const { data, errors } = await w.ask(person, create, { id, campaignId: campaign })
  expect(errors).toBeUndefined()
  const { data: read } = await w.ask(person, needs, { id })
  const items: any[] = read.result.items
  return { ...(data.result as { id: string; state: string; progress: number; departmentCode: string | null }), needs: items, lines: items.flatMap((need): any[] => need.lines) }
}
const codes = (reasons: { code: string; count: number }[]) => Object.fromEntries(reasons.map(({ code, count }) => [code, count]))
async function answered(t: Territory, event: string, answer: 'YES' | 'IF_NEEDED' | 'NO' | null = 'YES', over: object = {}) {
  const referent = await w.referent(t, over)
  await w.availability(t.department, event, referent, answer)
  return referent
}

it('proposes whoever said yes before whoever comes if needed, and says why a place stays open', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const full = await w.published(t, { referentsNeeded: 1 })
  await answered(t, full, 'IF_NEEDED')
  const yes = await answered(t, full)
  const short = await w.published(t, { startsAt: inDays(11), endsAt: inDays(11, 3), referentsNeeded: 6 })
  const willing = await answered(t, short, 'IF_NEEDED', { cityId: t.city })
  for (const answer of ['NO', null, null] as const) await answered(t, short, answer)
  const gone = await answered(t, short, 'YES', { active: false })
  const far = await w.db.city.create({ data: { id: `${t.department}002`, name: 'Loin', departmentCode: t.department, postalCodes: [], latitude: 48.5, longitude: 2.4 } })
  await answered(t, short, 'YES', { cityId: far.id, maxDistanceKm: 20 })
  const empty = await w.published(t, { startsAt: inDays(12), endsAt: inDays(12, 3), referentsNeeded: 1 })
  await w.event(t)
  const { state, progress, needs } = await proposed(agent, t)
  expect({ state, progress }).toEqual({ state: 'READY', progress: 100 })
  expect(needs.map(({ eventId }) => eventId)).toEqual([full, short, empty])
  expect(needs[0]).toMatchObject({ places: 1, missing: 0, reasons: [], lines: [{ referentId: yes, answer: 'YES', state: 'PROPOSED', load: 0, can: { accept: [], refuse: [] } }] })
  expect(needs[1]).toMatchObject({ places: 6, missing: 5, lines: [{ referentId: willing, answer: 'IF_NEEDED', distanceKm: 0 }] })
  expect(codes(needs[1].reasons)).toEqual({ INACTIVE: 1, DISTANCE: 1, SILENT: 2, DECLINED: 1 })
  expect(needs[2].reasons).toEqual([{ code: 'NOBODY_ASKED', count: 0, sentence: 'Aucun référent n’a été invité.' }])
  expect(needs[1].lines.map(({ referentId }: any) => referentId)).not.toContain(gone)
})

it('assigns whoever is accepted as by hand, writes to them, and never touches them again', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const event = await w.published(t, { referentsNeeded: 3 })
  const referents = [await answered(t, event), await answered(t, event), await answered(t, event)]
  const { lines } = await proposed(agent, t)
  expect(lines.map(({ referentId }) => referentId).sort()).toEqual(referents.toSorted())
  const [first, second, third] = lines
  expect((await w.ask(agent, accept, { id: first.id })).data.result).toEqual({ state: 'ACCEPTED', outdatedBecause: null, event: { referentsConfirmed: 1 } })
  // Sent again, it is accepted once.
  expect((await w.ask(agent, accept, { id: first.id })).data.result.state).toBe('ACCEPTED')
  const assignments = await w.db.assignment.findMany({ where: { eventId: event } })
  expect(assignments).toMatchObject([{ referentId: first.referentId, state: 'CONFIRMED' }])
  expect(await w.db.message.count({ where: { referentId: first.referentId, subject: { contains: 'votre présence est confirmée' } } })).toBe(1)
  expect(await w.db.auditEntry.findMany({ where: { accountId: agent.account, recordId: { in: [first.id, assignments[0]!.id] } }, select: { resource: true, action: true }, orderBy: { resource: 'asc' } }))
    .toEqual([{ resource: 'Assignment', action: 'create' }, { resource: 'ProposalLine', action: 'accept' }])

  expect((await w.ask(agent, refuse, { id: second.id })).data.result.state).toBe('REFUSED')
  expect((await w.ask(agent, accept, { id: second.id })).errors?.[0]?.extensions.code).toBe('CONFLICT')
  const again = await proposed(agent, t)
  expect(again.lines.map(({ referentId, load }) => [referentId, load])).toEqual([[third.referentId, 0]])
  expect(again.needs[0]).toMatchObject({ places: 2, missing: 1 })
  expect(codes(again.needs[0].reasons)).toEqual({ REFUSED: 1 })
  const before = await w.db.proposalLine.findMany({ where: { id: { in: [first.id, second.id, third.id] } }, orderBy: { state: 'asc' } })
  expect(before.map(({ state, outdatedBecause }) => [state, outdatedBecause])).toEqual([['ACCEPTED', null], ['REFUSED', null], ['OUTDATED', 'Une proposition plus récente la remplace.']])
  expect((await w.ask(agent, accept, { id: third.id })).errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect(await w.db.assignment.findMany({ where: { eventId: event } })).toEqual(assignments)
})

it('says of a line that is no longer possible why, and assigns the others', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const at = (day: number, from = 0, until = 3) => ({ startsAt: inDays(day, from), endsAt: inDays(day, until), referentsNeeded: 1 })
  const far = await w.db.venue.create({ data: { id: v7(), departmentCode: t.department, cityId: t.city, name: 'Loin', address: 'a', postalCode: '93000', latitude: 49.1, longitude: 2.4 } })
  const events = [await w.published(t, at(10)), await w.published(t, at(12)), await w.published(t, at(14)), await w.published(t, at(16)), await w.published(t, at(18)), await w.published(t, at(20)), await w.published(t, at(22))]
  const people = [await answered(t, events[0]!), await answered(t, events[1]!, 'YES', { maxDays: 1 }), await answered(t, events[2]!), await answered(t, events[3]!), await answered(t, events[4]!), await answered(t, events[5]!), await answered(t, events[6]!)]
  const { lines } = await proposed(agent, t)
  expect(lines.map(({ eventId }) => eventId)).toEqual(events)

  const confirm = async (referentId: string, over: object) => {
    const event = await w.published(t, over)
    const { startsAt, endsAt } = await w.db.event.findUniqueOrThrow({ where: { id: event } })
    await w.db.assignment.create({ data: { id: v7(), eventId: event, departmentCode: t.department, referentId, state: 'CONFIRMED', startsAt, endsAt, createdAt: inDays(0) } })
  }
  await confirm(people[0]!, at(10, 1, 4))
  await confirm(people[1]!, at(30))
  await confirm(people[2]!, { ...at(14, 4, 7), venueId: far.id })
  await w.db.availability.updateMany({ where: { referentId: people[3]! }, data: { answer: 'NO' } })
  await w.db.event.update({ where: { id: events[4]! }, data: { referentsNeeded: 0 } })
  await w.db.referent.update({ where: { id: people[5]! }, data: { active: false } })
  const answers = await Promise.all(lines.map(({ id }) => w.ask(agent, accept, { id })))
  expect(answers.map(({ data }) => data.result.outdatedBecause)).toEqual([
    'Ce référent est déjà pris à cette heure-là.', 'Ce référent a atteint son nombre de jours.', 'Ce référent n’aurait pas le temps de venir d’une autre opération du même jour.',
    'Ce référent a répondu non pour cette date. Notez d’abord sa nouvelle réponse.', 'Toutes les places de référent de l’opération sont prises.', 'Ce référent n’est plus un référent actif du département.', null,
  ])
  expect(answers.map(({ data }) => data.result.state)).toEqual([...Array(6).fill('OUTDATED'), 'ACCEPTED'])
  expect(await w.db.assignment.findMany({ where: { eventId: { in: events } }, select: { eventId: true } })).toEqual([{ eventId: events[6] }])
  expect(await w.db.message.count({ where: { referentId: { in: people.slice(0, 6) } } })).toBe(0)
})

it('gives one person accepted at once for two events of a day in two departments to one of them', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agents = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', other)]
  await w.db.venue.update({ where: { id: other.venue }, data: { latitude: 49.1 } })
  const referent = await w.referent(t)
  await w.db.referentDepartment.create({ data: { referentId: referent, departmentCode: other.department } })
  const events = [await w.published(t), await w.published(other, { startsAt: inDays(10, 4), endsAt: inDays(10, 6) })]
  await w.availability(t.department, events[0]!, referent, 'YES')
  await w.availability(other.department, events[1]!, referent, 'YES')
  const both = [await proposed(agents[0]!, t), await proposed(agents[1]!, other)]
  const answers = await Promise.all(both.map(({ lines: [line] }, at) => w.ask(agents[at]!, accept, { id: line.id })))
  expect(answers.map(({ data }) => data.result.state).sort()).toEqual(['ACCEPTED', 'OUTDATED'])
})

it('lets the region propose for all, and each department read and accept what is its own', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const [manager, reader, agent, neighbour] = [await w.account('REGIONAL_MANAGER'), await w.account('REGIONAL_READER'), await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_MANAGER', other)]
  const [here, there] = [await w.published(t, { referentsNeeded: 1 }), await w.published({ ...other, campaign: t.campaign }, { referentsNeeded: 1 })]
  await answered(t, here)
  await answered(other, there)
  const { id, departmentCode, lines } = await proposed(manager, t)
  expect(departmentCode).toBeNull()
  expect(lines.map(({ eventId }) => eventId).sort()).toEqual([here, there].sort())
  const seen = async (person: Person) => (await w.ask(person, needs, { id })).data.result.items.map(({ eventId }: any) => eventId)
  expect(await seen(reader)).toHaveLength(2)
  expect(await seen(agent)).toEqual([here])
  expect(await seen(neighbour)).toEqual([there])
  const mine = lines.find(({ eventId }) => eventId === here)
  expect(mine.can.accept).toEqual([{ code: 'NO_RIGHT' }])
  for (const [person, code] of [[manager, 'FORBIDDEN'], [neighbour, 'NOT_FOUND'], [null, 'UNAUTHENTICATED']] as const)
    expect((await w.ask(person, accept, { id: mine.id })).errors?.[0]?.extensions.code).toBe(code)
  expect((await w.ask(reader, create, { id: v7(), campaignId: t.campaign })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  // A department's own proposal is of its own events, and leaves the region's alone.
  expect((await proposed(agent, t)).lines.map(({ eventId }) => eventId)).toEqual([here])
  expect((await w.ask(agent, accept, { id: mine.id })).data.result.state).toBe('ACCEPTED')
})

it('proposes nobody on a day of absence, nor on any other ground than that one', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [away, back] = [await w.published(t, { referentsNeeded: 1 }), await w.published(t, { startsAt: inDays(12), endsAt: inDays(12, 3), referentsNeeded: 1 })]
  const referent = await answered(t, away)
  await w.availability(t.department, back, referent, 'YES')
  await w.db.unavailability.create({ data: { referentId: referent, startsOn: inDays(9), endsOn: inDays(10), createdAt: inDays(-1) } })
  const { needs } = await proposed(agent, t)
  expect(needs.map(({ lines, reasons }) => [lines.length, codes(reasons)])).toEqual([[0, { UNAVAILABLE: 1 }], [1, {}]])
})

it('asks for a speaker of each language wanted, whatever the case and accents', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const event = await w.published(t, { referentsNeeded: 1, languagesWanted: ['Sóninké', 'tamoul'] })
  for (let i = 0; i < 4; i++) await answered(t, event)
  const speaker = await answered(t, event, 'IF_NEEDED', { languages: ['soninke'] })
  const { needs: [need] } = await proposed(agent, t)
  expect(need.lines.map(({ referentId }: any) => referentId)).toEqual([speaker])
  expect(need).toMatchObject({ missing: 0, reasons: [{ code: 'LANGUAGE', count: 1, sentence: 'Personne n’y parle : tamoul.' }] })
})

it('keeps the place of whoever is to confirm a date that moved', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const event = await w.published(t, { referentsNeeded: 2 })
  const waits = await answered(t, event)
  await answered(t, event)
  await w.db.assignment.create({ data: { id: v7(), eventId: event, departmentCode: t.department, referentId: waits, state: 'TO_RECONFIRM', startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: inDays(-1) } })
  await answered(t, event)
  const { needs: [need] } = await proposed(agent, t)
  expect(need).toMatchObject({ places: 2, missing: 1, lines: [{ answer: 'YES' }] })
  expect(codes(need.reasons)).toEqual({ WAITING: 1 })
  expect(need.lines[0].referentId).not.toBe(waits)
})

it('refuses a campaign that is closed or unknown, and answers the same id with the same proposal', async () => {
  const [t, closed] = [await w.territory(), await w.territory({ state: 'CLOSED' })]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  expect((await w.ask(agent, create, { id: v7(), campaignId: closed.campaign })).errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect((await w.ask(agent, create, { id: v7(), campaignId: v7() })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const id = v7()
  const both = [await proposed(agent, t, id), await proposed(agent, t, id)]
  expect(both[0]).toEqual(both[1])
  expect(await w.db.proposal.count({ where: { departmentCode: t.department } })).toBe(1)
  const stranger = await w.account('DEPARTMENT_AGENT', closed)
  expect((await w.ask(stranger, create, { id, campaignId: t.campaign })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('makes a large one in the background, and tells how far it is', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [events, people] = [120, 700]
  await w.db.event.createMany({ data: Array.from({ length: events }, (_, i) => { const id = v7(); return { id, campaignId: t.campaign, departmentCode: t.department, title: `Opération ${i}`, venueId: t.venue, startsAt: inDays(10 + i % 30), endsAt: inDays(10 + i % 30, 3), capacity: 10, referentsNeeded: 3, state: 'PUBLISHED', publishedAt: inDays(-1), slug: id, createdAt: inDays(-1), updatedAt: inDays(-1) } }) })
  const ids = (await w.db.event.findMany({ where: { departmentCode: t.department }, orderBy: { startsAt: 'asc' }, select: { id: true } })).map(({ id }) => id)
  const referents = Array.from({ length: people }, () => v7())
  await w.db.referent.createMany({ data: referents.map((id, i) => ({ id, firstName: 'Dominique', lastName: `Exemple-${i}`, email: `${id}@example.org`, createdAt: inDays(-9) })) })
  await w.db.referentDepartment.createMany({ data: referents.map((referentId) => ({ referentId, departmentCode: t.department })) })
  await w.db.availability.createMany({ data: referents.flatMap((referentId, i) => Array.from({ length: 10 }, (_, j) => ({ id: v7(), eventId: ids[(i * 7 + j * 12) % events]!, departmentCode: t.department, referentId, answer: 'YES' as const, source: 'LINK' as const, askedAt: inDays(-2), answeredAt: inDays(-1) }))), skipDuplicates: true })
  const id = v7()
  const { data } = await w.ask(manager, create, { id, campaignId: t.campaign })
  expect(data.result).toMatchObject({ state: 'COMPUTING', failure: null })
  const read = async () => (await w.ask(manager, `query($id: ID!) { proposal(id: $id) { ${NEEDS} } }`, { id })).data.proposal
  expect(await eventually(read, ({ state }) => state !== 'COMPUTING')).toMatchObject({ state: 'READY', progress: 100, failure: null })
  expect(await w.db.proposalLine.count({ where: { proposalId: id } })).toBe(events * 3)
}, 60_000)
