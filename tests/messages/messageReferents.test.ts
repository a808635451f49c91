import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const write = `mutation($eventId: ID!, $id: ID!, $subject: String!, $body: String!, $to: Recipients!) {
  result: messageReferents(eventId: $eventId, id: $id, subject: $subject, body: $body, to: $to) { id history { action changes } } }`
const text = { subject: 'Rappel : {opération}', body: 'Nous vous attendons {date}, {horaires}, à {lieu}. À bientôt {prénom} !' }

async function staffed() {
  const t = await w.territory()
  const eventId = await w.published(t, { title: 'Rencontre', startsAt: new Date('2026-10-15T07:30:00Z'), endsAt: new Date('2026-10-15T10:00:00Z') })
  const [confirmed, asked, retired] = [await w.referent(t, { firstName: 'Alix' }), await w.referent(t, { firstName: 'Bruno' }), await w.referent(t, { active: false })]
  for (const one of [confirmed, asked, retired]) await w.availability(t.department, eventId, one, one === asked ? 'NO' : 'YES')
  await w.db.assignment.create({ data: { id: v7(), eventId, departmentCode: t.department, referentId: confirmed, state: 'CONFIRMED', startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: inDays(0) } })
  const mails = async () => (await w.db.message.findMany({ where: { departmentCode: t.department }, orderBy: { createdAt: 'asc' } }))
  return { t, agent: await w.account('DEPARTMENT_AGENT', t), eventId, confirmed, asked, mails }
}

it('writes to those confirmed, each by name, and says so in the history', async () => {
  const { agent, eventId, confirmed, mails } = await staffed()
  const { data, errors } = await w.ask(agent, write, { eventId, id: v7(), ...text, to: 'CONFIRMED' })
  expect(errors).toBeUndefined()
  expect(data.result.history).toMatchObject([{ action: 'message', changes: { message: true, referents: [null, 1] } }])
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ referentId: confirmed, template: 'eventNote', subject: 'Rappel : Rencontre' })
  expect(mail!.body).toContain('Bonjour Alix,\n\nNous vous attendons jeudi 15 octobre 2026, de 9\u00a0h\u00a030 à 12\u00a0h, à Salle des fêtes, Ville-')
  expect(mail!.body).toContain('À bientôt Alix !')
  expect(mail!.body).toContain('[lien]')
})

it('writes to nobody twice, however often it is sent, and again when it is another message', async () => {
  const { agent, eventId, mails } = await staffed()
  const id = v7()
  const answers = await Promise.all([1, 2, 3].map(() => w.ask(agent, write, { eventId, id, ...text, to: 'ASKED' })))
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
  expect(await mails()).toHaveLength(2)
  await w.ask(agent, write, { eventId, id: v7(), ...text, to: 'ASKED' })
  expect(await mails()).toHaveLength(4)
})

it('refuses names that it cannot fill in, an event whose referents nobody may write to, and to write to nobody', async () => {
  const { t, agent, eventId, mails } = await staffed()
  const refused = async (over: object, who = agent) => (await w.ask(who, write, { eventId, id: v7(), ...text, to: 'ASKED', ...over })).errors![0]!
  expect((await refused({ body: 'Bonjour {nom}, voici {date}.' })).extensions.fields.body).toContain('{nom}')
  expect(Object.keys((await refused({ subject: 'a', body: 'b' })).extensions.fields)).toEqual(['subject', 'body'])
  expect((await refused({ eventId: await w.event(t) })).extensions.reasons).toMatchObject([{ code: 'WRONG_STATE' }])
  expect((await refused({ eventId: await w.published(t) })).extensions.reasons).toMatchObject([{ code: 'NOBODY_ASKED' }])
  const other = await w.published(t)
  await w.availability(t.department, other, await w.referent(t))
  expect((await refused({ eventId: other, to: 'CONFIRMED' })).message).toContain('Aucun référent n’est confirmé')
  expect((await refused({}, await w.account('REGIONAL_MANAGER'))).extensions.code).toBe('FORBIDDEN')
  expect((await refused({}, await w.account('DEPARTMENT_AGENT', await w.territory()))).extensions.code).toBe('NOT_FOUND')
  // The identifier of another entry of the journal is no licence to say that all is done.
  const entry = await w.db.auditEntry.create({ data: { id: v7(), at: inDays(0), resource: 'Event', recordId: eventId, action: 'update', changes: {} } })
  expect((await refused({ id: entry.id })).extensions.code).toBe('CONFLICT')
  expect(await mails()).toEqual([])
})
