import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const invite = `mutation($eventIds: [ID!]!, $referentIds: [ID!]!) { result: inviteReferents(eventIds: $eventIds, referentIds: $referentIds) { items { id referentsAsked history { action changes } } } }`

it('asks each referent once about each event, and sends each one mail for all dates', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const eventIds = [await w.published(t), await w.published(t, { startsAt: inDays(11), endsAt: inDays(11, 3) })]
  const referentIds = [await w.referent(t), await w.referent(t), await w.referent(t)]
  const first = await w.ask(agent, invite, { eventIds, referentIds: referentIds.slice(0, 2) })
  expect(first.errors).toBeUndefined()
  expect(first.data.result.items).toEqual(eventIds.map((id) => ({ id, referentsAsked: 2, history: [{ action: 'invite', changes: { referents: [null, 2] } }] })))
  await Promise.all([w.ask(agent, invite, { eventIds, referentIds }), w.ask(agent, invite, { eventIds, referentIds })])
  expect(await w.db.availability.count({ where: { departmentCode: t.department } })).toBe(6)
  const mails = await w.ask(agent, '{ messages { items { referentId body } } }')
  expect(mails.data.messages.items.map((one: { referentId: string }) => one.referentId).sort()).toEqual([...referentIds].sort())
  for (const { body } of mails.data.messages.items) expect(body).toMatch(/\[lien\]/)
})

it('asks about public dates to come only, in the department only, and writes nothing when one event is not', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const referentIds = [await w.referent(t)]
  const good = await w.published(t)
  const refused = async (eventId: string, ids = referentIds) => (await w.ask(agent, invite, { eventIds: [good, eventId], referentIds: ids })).errors?.[0]?.extensions
  expect(await refused(await w.event(t))).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'WRONG_STATE' }] })
  expect(await refused(await w.published(t, { startsAt: inDays(-1), endsAt: inDays(-1, 2) }))).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'PAST' }] })
  expect(await refused(await w.published(other))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refused(good, [await w.referent(other)])).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refused(good, [await w.referent(t, { active: false })])).toMatchObject({ code: 'CONFLICT' })
  expect(await w.db.availability.count({ where: { departmentCode: t.department } })).toBe(0)
  expect(await w.db.message.count({ where: { departmentCode: t.department } })).toBe(0)
})

it('revokes the links of whoever is not to be asked any more, or has another address', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const update = `mutation($id: ID!, $version: Int!, $input: ReferentInput!) { result: updateReferent(id: $id, version: $version, input: $input) { version active } }`
  for (const [over, revoked] of [[{ employer: 'Autre' }, false], [{ languages: null, active: null }, false], [{ active: false }, true], [{ email: 'nouvelle-adresse@example.org' }, true]] as const) {
    const id = await w.referent(t)
    const { firstName, lastName, email } = await w.db.referent.findUniqueOrThrow({ where: { id } })
    const link = await w.db.accessLink.create({ data: { tokenHash: id, purpose: 'ANSWER', referentId: id, createdAt: w.clock.now, expiresAt: inDays(60) } })
    const { errors } = await w.ask(agent, update, { id, version: 1, input: { firstName, lastName, email, ...over } })
    expect(errors).toBeUndefined()
    expect((await w.db.accessLink.findUniqueOrThrow({ where: { id: link.id } })).revokedAt !== null, JSON.stringify(over)).toBe(revoked)
  }
})
