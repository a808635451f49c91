import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { queueMessage } from '../../server/messages/queueMessage.ts'
import { sendMessage } from '../../server/messages/sendMessage.ts'
import { htmlOf } from '../../server/mail/layout.ts'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const variables = { events: [{ title: 'Une opération', startsAt: inDays(10), endsAt: inDays(10, 3), place: 'Salle des fêtes, Bondy' }] }
const settings = { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: true }
const helpers = (over: object = {}) => ({ pool: w.pool, db: w.db, now: () => w.clock.now, mail: box.transport, settings, log: { error() {} }, last: false, ...over })

async function asked(over: object = {}) {
  const t = await w.territory()
  const referentId = await w.referent(t, over)
  const { email } = await w.db.referent.findUniqueOrThrow({ where: { id: referentId } })
  return { t, referentId, email: email!, id: v7() }
}
const message = (id: string) => w.db.message.findUnique({ where: { id } })
/** A message whose job will not run by itself. */
const waiting = (id: string, referentId: string, address: string) =>
  w.db.message.create({ data: { id, template: 'invitation', templateVersion: 1, referentId, address, subject: 'Objet', body: 'Texte\n[lien]', createdAt: w.clock.now } })

it('sends a mail when its transaction commits, and none when it is rolled back', async () => {
  const { referentId, email, id } = await asked()
  const lost = v7()
  await expect(w.db.$transaction(async (tx) => {
    await queueMessage(tx, { id: lost, template: 'invitation', referentId, variables, now: w.clock.now })
    throw new Error('the write fails')
  })).rejects.toThrow('the write fails')
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, variables, now: w.clock.now }))
  const sent = await eventually(() => message(id), (found) => found?.state === 'SENT')
  expect(sent).toMatchObject({ address: email, link: null, error: null })
  expect(await message(lost)).toBeNull()
  const [mail, ...more] = box.of(email)
  expect(more).toEqual([])
  expect(mail!.text).toContain('Salle des fêtes, Bondy')
  expect(mail!.raw).toContain(`Message-ID: <${id}@coaching.test>`)
})

it('keeps the secret of a link nowhere but in the mail', async () => {
  const { referentId, email, id } = await asked()
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, variables, now: w.clock.now }))
  const [mail] = await eventually(async () => box.of(email), (mails) => mails.length > 0)
  const secret = /\/r\/([\w-]{43})/.exec(mail!.text)![1]!
  expect((await fetch(`${w.url}/r/${secret}`)).status).toBe(200)
  for (const table of ['Message', 'AccessLink', 'AuditEntry'])
    expect(JSON.stringify(await w.db.$queryRawUnsafe(`SELECT to_jsonb(t) FROM "${table}" t`)), table).not.toContain(secret)
  expect((await message(id))!.body).toContain('[lien]')
})

it.each([['for now', 451, false, 'QUEUED'], ['for now, once too often', 451, true, 'FAILED'], ['for good', 552, false, 'FAILED']] as const)('says what a server answers that refuses %s, without the address, and tries again what may change', async (_, code, last, state) => {
  const { referentId, email, id } = await asked()
  await waiting(id, referentId, email)
  box.mood.answer = () => ({ code, text: `4.2.2 mailbox full of ${email}` })
  const sent = sendMessage({ id }, helpers({ last }))
  if (state === 'QUEUED') await expect(sent).rejects.toThrow('was not taken')
  else await sent
  box.mood.answer = null
  const refused = await message(id)
  expect(refused).toMatchObject({ state, error: expect.stringContaining(String(code)) })
  expect(refused!.error).not.toContain(email)
  await sendMessage({ id }, helpers())
  expect(box.of(email)).toHaveLength(state === 'QUEUED' ? 1 : 0)
})

it('never sends again by itself a mail whose server broke off before it said that it had it', async () => {
  const { referentId, email, id } = await asked()
  await waiting(id, referentId, email)
  box.mood.answer = () => 'HANG_UP'
  await sendMessage({ id }, helpers())
  box.mood.answer = null
  expect(await message(id)).toMatchObject({ state: 'UNCERTAIN' })
  await sendMessage({ id }, helpers())
  expect(box.of(email)).toHaveLength(1)
})

it('never sends again by itself what a server that died was sending', async () => {
  const { referentId, email, id } = await asked()
  await waiting(id, referentId, email)
  await w.db.message.update({ where: { id }, data: { state: 'SENDING' } })
  await sendMessage({ id }, helpers())
  expect(await message(id)).toMatchObject({ state: 'UNCERTAIN' })
  expect(box.of(email)).toEqual([])
})

it('keeps mails when there is no mail server, and shows a link in a demonstration alone', async () => {
  for (const demonstration of [true, false]) {
    const { referentId, email, id } = await asked()
    await waiting(id, referentId, email)
    await sendMessage({ id }, helpers({ mail: null, settings: { ...settings, smtp: false, demonstration } }))
    const kept = await message(id)
    expect(kept!.state).toBe('KEPT')
    if (demonstration) expect(kept!.link).toMatch(/^http:\/\/coaching\.test\/r\/[\w-]{43}$/)
    else expect(kept!.link).toBeNull()
    expect(await w.db.accessLink.count({ where: { referentId } })).toBe(demonstration ? 1 : 0)
  }
})

it('escapes what people typed, and lets no name add a header', async () => {
  expect(htmlOf('Bonjour <b>"&\'', [])).toContain('Bonjour &lt;b&gt;&quot;&amp;&#39;')
  const { t, referentId, email, id } = await asked({ firstName: '<img src=x onerror=alert(1)>\r\nBcc: autre@example.org' })
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, departmentCode: t.department, variables, now: w.clock.now }))
  const [mail] = await eventually(async () => box.of(email), (mails) => mails.length > 0)
  expect(mail!.to).toEqual([email])
  expect(mail!.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
  expect(mail!.text.slice(mail!.text.indexOf('<!doctype'))).not.toContain('<img')
})
