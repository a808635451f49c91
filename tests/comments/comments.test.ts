import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { mailbox } from '../support/mailbox.ts'
import { eventually } from '../support/eventually.ts'
import { inDays, NOW, world, type Person } from '../support/world.ts'

const mails = await mailbox()
const w = await world({ mail: mails.transport })
const create = `mutation($id: ID!, $eventId: ID!, $input: CommentInput!) { result: createComment(id: $id, eventId: $eventId, input: $input) { id text author { name } mentions { id } can { update { code } remove { code } } } }`
const update = `mutation($id: ID!, $version: Int!, $input: CommentInput!) { result: updateComment(id: $id, version: $version, input: $input) { text version editedAt mentions { id } } }`
const remove = `mutation($id: ID!) { result: removeComment(id: $id) { comments { id } } }`
const read = `query($id: ID!) { result: event(id: $id) { comments { id text } history { resource action changes } } }`
const say = (person: Person, eventId: string, text: string, mentionIds?: string[], id = v7()) => w.ask(person, create, { id, eventId, input: { text, mentionIds } })

async function team() {
  const t = await w.territory()
  return { t, manager: await w.account('DEPARTMENT_MANAGER', t), agent: await w.account('DEPARTMENT_AGENT', t), event: await w.published(t) }
}

it('is read by the team and the region, and by nobody else', async () => {
  const { t, agent, manager, event } = await team()
  const other = await w.account('DEPARTMENT_MANAGER', await w.territory())
  const reader = await w.account('REGIONAL_READER')
  for (const one of [agent, reader]) expect((await say(one, event, `De ${one.email}`)).errors).toBeUndefined()
  const seen = async (person: Person | null) => (await w.ask(person, read, { id: event })).data?.result.comments.length
  for (const one of [agent, manager, reader]) expect(await seen(one)).toBe(2)
  expect(await seen(await w.account('AGENCY_MANAGER', { agency: await w.agency(t) }))).toBe(0)
  expect(await seen(null)).toBe(0)
  expect((await w.ask(other, read, { id: event })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  expect((await say(other, event, 'De loin')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('is written once, however often it is sent, and says something', async () => {
  const { agent, event } = await team()
  const id = v7()
  await Promise.all([say(agent, event, 'Une fois', [], id), say(agent, event, 'Une fois', [], id)])
  await say(agent, event, 'Une fois', [], id)
  expect(await w.db.comment.count({ where: { eventId: event } })).toBe(1)
  for (const text of ['', '   ', 'x'.repeat(4001)]) expect((await say(agent, event, text)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { text: expect.stringContaining('4 000') } })
})

it('writes once to each colleague whom it names, with a link and without its text', async () => {
  const { t, manager, agent, event } = await team()
  const reader = await w.account('REGIONAL_READER')
  const id = v7()
  const { data } = await say(reader, event, '@Essai DEPARTMENT_MANAGER, la salle est-elle sûre ?', [manager.account, manager.account], id)
  expect(data.result.mentions).toEqual([{ id: manager.account }])
  await w.ask(reader, update, { id, version: 1, input: { text: 'Et vous deux ?', mentionIds: [manager.account, agent.account] } })
  await eventually(async () => mails.received.length, (count) => count >= 2)
  const [first] = mails.of(manager.email)
  expect(first!.text).toContain(`/console/${manager.membership}/events/${event}/show/comments`)
  expect(first!.text).not.toContain('salle')
  expect([mails.of(manager.email).length, mails.of(agent.email).length]).toEqual([1, 1])
  expect(await w.db.message.count({ where: { departmentCode: t.department, template: 'mention' } })).toBe(2)
})

it('is another version once it names others, and writes to nobody twice who is named again', async () => {
  const { t, manager, agent, event } = await team()
  const id = v7()
  await say(agent, event, 'À voir', [manager.account], id)
  const name = (version: number, mentionIds: string[]) => w.ask(agent, update, { id, version, input: { text: 'À voir', mentionIds } })
  for (let version = 1; version <= 5; version++) {
    const mentionIds = version % 2 ? [] : [manager.account]
    const { data, errors } = await name(version, mentionIds)
    expect(errors).toBeUndefined()
    expect(data.result).toMatchObject({ version: version + 1, editedAt: '2026-10-05T08:00:00+00:00', mentions: mentionIds.map((one) => ({ id: one })) })
  }
  expect((await name(1, [manager.account])).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { version: 6 } })
  expect((await name(6, [])).data.result.version).toBe(6)
  expect(await w.db.message.count({ where: { departmentCode: t.department, template: 'mention' } })).toBe(1)
  expect((await w.db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' } })).map(({ action, changes }) => [action, changes])).toEqual([['create', {}], ...Array(5).fill(['update', { mentions: true }])])
})

it('names nobody who may not read it, and does not tell whether that person exists', async () => {
  const { t, agent, event } = await team()
  const elsewhere = await w.account('DEPARTMENT_AGENT', await w.territory())
  const ofAgency = await w.account('AGENCY_AGENT', { agency: await w.agency(t) })
  const gone = await w.account('DEPARTMENT_AGENT', t)
  await w.db.account.update({ where: { id: gone.account }, data: { disabledAt: NOW } })
  const strangers = [elsewhere.account, ofAgency.account, gone.account, v7(), 'personne']
  // The region reaches everybody's account, and names those of the department alone all the same.
  const [region, reader] = [await w.account('REGIONAL_MANAGER'), await w.account('REGIONAL_READER')]
  const attempts = [...strangers.map((one) => [agent, one] as const), ...[...strangers, reader.account].map((one) => [region, one] as const)]
  const refusals = await Promise.all(attempts.map(async ([by, one]) => (await say(by, event, 'Bonjour', [one])).errors?.[0]))
  for (const one of refusals) expect({ ...one, path: [] }).toEqual({ ...refusals[0], path: [] })
  expect(refusals[0]!.extensions.fields).toEqual({ mentionIds: 'On ne mentionne que des collègues du département de l’opération.' })
  expect(await w.db.comment.count({ where: { eventId: event } })).toBe(0)
  expect(await w.db.message.count({ where: { departmentCode: t.department } })).toBe(0)
})

it('is corrected by its author for fifteen minutes, and removed by its author alone; the journal keeps no text', async () => {
  const { agent, manager, event } = await team()
  const id = v7()
  await say(agent, event, 'Un secret', [], id)
  const change = (person: Person, version: number) => w.ask(person, update, { id, version, input: { text: 'Corrigé' } })
  expect((await change(manager, 1)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  w.clock.now = new Date(NOW.getTime() + 15 * 60_000)
  expect((await change(agent, 1)).data.result).toMatchObject({ text: 'Corrigé' })
  expect((await change(agent, 1)).errors?.[0]?.extensions.code).toBe('CONFLICT')
  w.clock.now = new Date(NOW.getTime() + 15 * 60_000 + 1000)
  expect((await change(agent, 2)).errors?.[0]?.extensions.reasons).toMatchObject([{ code: 'TOO_LATE' }])
  expect((await w.ask(manager, remove, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await w.ask(agent, remove, { id })).data.result).toEqual({ comments: [] })
  expect((await w.ask(agent, remove, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  w.clock.now = NOW
  const { history } = (await w.ask(manager, read, { id: event })).data.result
  expect(history.map(({ resource, action }: any) => `${resource}.${action}`)).toEqual(['Comment.create', 'Comment.update', 'Comment.remove'])
  expect(JSON.stringify(await w.db.auditEntry.findMany({ where: { recordId: id } }))).not.toMatch(/secret|Corrigé/i)
  expect(JSON.stringify(await w.db.comment.findMany({ where: { id } }))).not.toMatch(/secret|Corrigé/i)
})

it('tells in the history of the event what became of its places and answers', async () => {
  const { t, agent, event } = await team()
  const referent = await w.referent(t)
  const asked = await w.availability(t.department, event, referent)
  await w.ask(agent, `mutation { recordAnswer(id: "${asked}", answer: YES) { id } }`)
  const place = v7()
  await w.ask(agent, `mutation { assignReferent(id: "${place}", eventId: "${event}", referentId: "${referent}") { id } }`)
  const release = () => w.ask(agent, `mutation { releaseAssignment(id: "${place}", reason: "trop nombreux") { state } }`)
  await release()
  const { history } = (await w.ask(agent, read, { id: event })).data.result
  expect(history.map(({ resource, action }: any) => `${resource}.${action}`)).toEqual(['Availability.record', 'Assignment.create', 'Assignment.release'])
  // Whoever is released by hand is written to, once.
  await release()
  const told = await w.db.message.findMany({ where: { referentId: referent, subject: { contains: 'n’est plus réservée' } } })
  expect(told).toHaveLength(1)
  expect(told[0]!.body).not.toContain('Sans réponse')
  const past = await w.published(t, { startsAt: inDays(-2), endsAt: inDays(-2, 2) })
  await w.availability(t.department, past, referent, 'YES')
  const { id: late } = await w.db.assignment.create({ data: { id: v7(), eventId: past, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(-2), endsAt: inDays(-2, 2), createdAt: inDays(-5) } })
  await w.ask(agent, `mutation { releaseAssignment(id: "${late}", reason: "absent") { state } }`)
  expect(await w.db.message.count({ where: { referentId: referent, subject: { contains: 'n’est plus réservée' } } })).toBe(1)
})
