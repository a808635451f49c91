import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { readBounces } from '../../server/delivery/readBounces.ts'
import { queueMessage } from '../../server/messages/queueMessage.ts'
import { sendMessage } from '../../server/messages/sendMessage.ts'
import { eventually } from '../support/eventually.ts'
import { imapServer } from '../support/imapServer.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world } from '../support/world.ts'
import { shapes } from './reports.ts'

const secret = 'a secret of more than twenty characters'
const box = await mailbox()
const imap = await imapServer({ user: 'retours@example.org', password: 'p@ss word' })
const w = await world({ mail: box.transport, settings: { reportSecret: secret, bounceAddress: 'retours@example.org', bounceMailbox: imap.url } })
const settings = { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: true, bounceAddress: 'retours@example.org', bounceMailbox: imap.url }
const helpers = { pool: w.pool, db: w.db, now: () => w.clock.now, mail: box.transport, settings, log: { error() {} }, last: false }
const variables = { events: [{ title: 'Rencontre', startsAt: inDays(10), endsAt: inDays(10, 2), place: '' }] }

/** A mail that left, as its server had it. */
async function sent() {
  const t = await w.territory()
  const [id, referentId] = [v7(), await w.referent(t)]
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, departmentCode: t.department, variables, now: w.clock.now }))
  await eventually(() => w.db.message.findUnique({ where: { id } }), (found) => found?.state === 'SENT')
  const address = `${referentId}@example.org`
  const { raw, from } = box.of(address).at(-1)!
  return { t, id, referentId, address, returnPath: from, messageId: /^Message-ID: (.*)$/m.exec(raw)![1]!.trim() }
}
const standing = async ({ id, referentId }: { id: string; referentId: string }) => {
  const [message, referent] = [await w.db.message.findUniqueOrThrow({ where: { id } }), await w.db.referent.findUniqueOrThrow({ where: { id: referentId } })]
  return { state: message.state, dead: referent.bouncedAt !== null, stopped: referent.stoppedAt !== null, error: message.error }
}
const post = (body: unknown, authorization = `Bearer ${secret}`) => fetch(`${w.url}/messages/reports`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify(body) })

it('reads what came back in a mailbox, of several servers, and marks what takes no mail', async () => {
  const cases = []
  for (const shape of shapes) cases.push({ shape, one: await sent() })
  for (const { shape, one } of cases) imap.put(shape.raw(one))
  imap.put('From: une personne <x@example.org>\r\nTo: retours@example.org\r\nSubject: Bonjour\r\n\r\nUne lettre, qui ne parle de rien.\r\n')
  expect(cases[0]!.one.returnPath).toBe(`retours+${cases[0]!.one.id}.0@example.org`)
  await readBounces({}, helpers)
  expect(imap.unseen()).toBe(0)
  const found = Object.fromEntries(await Promise.all(cases.map(async ({ shape, one }) => [shape.about, await standing(one)] as const)))
  expect(found).toEqual(Object.fromEntries(shapes.map(({ about, expected }) => [about, {
    state: expected ? 'BOUNCED' : 'SENT', dead: expected?.dead ?? false, stopped: false, error: expected ? expect.stringMatching(`^${expected.status ?? ''}`) : null,
  }])))
  for (const { one } of cases) expect((await standing(one)).error ?? '').not.toContain(one.address)
})

it('believes the mail provider by its secret alone, and hears each report once', async () => {
  const [back, fine, weary] = [await sent(), await sent(), await sent()]
  const reports = [
    { messageId: back.messageId, event: 'bounced', status: '5.1.1', reason: `550 5.1.1 <${back.address}> unknown` },
    { messageId: fine.messageId, event: 'delivered' }, { messageId: weary.messageId, event: 'complained' },
    { messageId: fine.messageId, event: 'deferred' }, { messageId: `<${v7()}@ailleurs.example>`, event: 'bounced' }, { messageId: 'x', event: 'bounced' }, null, 'text',
  ]
  expect([(await post(reports, 'Bearer not the secret')).status, (await post(reports, '')).status]).toEqual([401, 401])
  expect(await standing(back)).toMatchObject({ state: 'SENT', dead: false })
  expect(await (await post(reports)).json()).toEqual({ received: 8, understood: 4, changed: 2 })
  expect(await standing(back)).toEqual({ state: 'BOUNCED', dead: true, stopped: false, error: '5.1.1 550 5.1.1 <…> unknown' })
  expect(await standing(fine)).toMatchObject({ state: 'SENT', dead: false, stopped: false })
  expect(await standing(weary)).toMatchObject({ state: 'SENT', stopped: true })
  expect(await (await post(reports)).json()).toMatchObject({ changed: 0 })
  expect(await (await post(reports[0])).json()).toMatchObject({ received: 1, changed: 0 })
  expect(await w.db.auditEntry.count({ where: { recordId: back.referentId, action: 'bounce' } })).toBe(1)
})

it('leaves whose address is dead out of mailings, says why, and begins anew with another', async () => {
  const { t, id, referentId, messageId } = await sent()
  const [agent, event] = [await w.account('DEPARTMENT_AGENT', t), await w.published(t)]
  await post({ messageId, event: 'bounced', status: '5.1.1' })
  const invite = () => w.ask(agent, 'mutation($eventIds: [ID!]!, $referentIds: [ID!]!) { inviteReferents(eventIds: $eventIds, referentIds: $referentIds) { items { id } } }', { eventIds: [event], referentIds: [referentId] })
  expect((await invite()).errors![0]!.message).toContain('a une adresse qui ne reçoit plus')
  const asked = async () => (await w.ask(agent, 'query($id: ID!) { message(id: $id) { version state can { resend { code } } } }', { id })).data.message
  expect(await asked()).toMatchObject({ state: 'BOUNCED', can: { resend: [{ code: 'UNREACHABLE' }] } })
  const resend = (version: number) => w.ask(agent, 'mutation($id: ID!, $version: Int!) { result: resendMessage(id: $id, version: $version) { state } }', { id, version })
  expect((await resend(1)).errors![0]!.extensions.code).toBe('CONFLICT')

  const { version } = (await w.ask(agent, 'query($id: ID!) { referent(id: $id) { version bouncedAt } }', { id: referentId })).data.referent
  const email = `${v7()}@example.org`
  const { data } = await w.ask(agent, 'mutation($id: ID!, $version: Int!, $input: ReferentInput!) { result: updateReferent(id: $id, version: $version, input: $input) { bouncedAt } }', { id: referentId, version, input: { firstName: 'Dominique', lastName: 'Exemple', email } })
  expect(data.result.bouncedAt).toBeNull()
  expect((await invite()).errors).toBeUndefined()
  expect((await resend((await asked()).version)).errors).toBeUndefined()
  await eventually(asked, ({ state }) => state === 'SENT')
  const mine = () => box.of(email).filter(({ raw }) => raw.includes(`Message-ID: <${id}.1@coaching.test>`))
  expect(mine()).toHaveLength(1)
  // What is said late of the first sending is not said of this one.
  expect(await (await post({ messageId, event: 'bounced', status: '5.1.1' })).json()).toMatchObject({ changed: 0 })
  expect((await standing({ id, referentId })).dead).toBe(false)
})

it('takes a refusal of the address itself as its report, and one of the mail as none', async () => {
  for (const [answer, dead] of [['550 5.1.1 no such user', true], ['554 5.7.1 no', false], ['552 5.2.2 full', false]] as const) {
    const one = await sent()
    await w.db.message.update({ where: { id: one.id }, data: { state: 'QUEUED' } })
    box.mood.answer = () => ({ code: Number(answer.slice(0, 3)), text: answer.slice(4) })
    await sendMessage({ id: one.id }, helpers)
    box.mood.answer = null
    expect(await standing(one), answer).toMatchObject({ state: 'FAILED', dead, error: expect.stringContaining(answer.slice(0, 3)) })
  }
})
