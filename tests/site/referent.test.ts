import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()

async function link(referentId: string, over: object = {}) {
  const secret = randomBytes(32).toString('base64url')
  await w.db.accessLink.create({ data: { tokenHash: createHash('sha256').update(secret).digest('hex'), purpose: 'ANSWER', referentId, createdAt: w.clock.now, expiresAt: inDays(60), ...over } })
  return `${w.url}/r/${secret}`
}
const get = async (address: string, method = 'GET') => {
  const response = await fetch(address, { method, headers: { accept: 'text/html' } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const post = (address: string, body: Record<string, string>) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(body), redirect: 'manual' })

async function invited(count = 2) {
  const t = await w.territory()
  const referent = await w.referent(t)
  const events = []
  for (let i = 0; i < count; i++) events.push(await w.published(t, { title: `Date ${i}`, startsAt: inDays(10 + i), endsAt: inDays(10 + i, 3) }))
  const asked = []
  for (const event of events) asked.push(await w.availability(t.department, event, referent))
  return { t, referent, events, asked, address: await link(referent) }
}
const answers = async (referentId: string) => (await w.db.availability.findMany({ where: { referentId }, orderBy: { askedAt: 'asc' }, select: { id: true, answer: true, source: true } }))

it('shows all the dates asked about and changes nothing by being opened', async () => {
  const { referent, address } = await invited()
  const before = JSON.stringify([await answers(referent), await w.db.auditEntry.count(), await w.db.accessLink.findMany({ where: { referentId: referent } })])
  for (const method of ['GET', 'HEAD', 'GET']) expect((await get(address, method)).status).toBe(200)
  const { text, headers } = await get(address)
  for (const shown of ['Bonjour Dominique', 'Date 0', 'Date 1', 'Oui', 'Si besoin', 'Non', 'Camille Exemple']) expect(text).toContain(shown)
  expect(Object.fromEntries(['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => [name, headers.get(name)]))).toEqual({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
  expect(JSON.stringify([await answers(referent), await w.db.auditEntry.count(), await w.db.accessLink.findMany({ where: { referentId: referent } })])).toBe(before)
})

it('takes an answer, another one later, and says where it stands', async () => {
  const { referent, asked, address } = await invited()
  const sent = await post(address, { id: asked[0]!, answer: 'YES' })
  expect(sent.status).toBe(303)
  const after = await get(new URL(sent.headers.get('location')!, w.url).href)
  expect(after.text).toContain('Votre réponse est enregistrée')
  expect(after.text).toMatch(/value="YES" aria-pressed="true"/)
  await post(address, { id: asked[0]!, answer: 'IF_NEEDED' })
  await post(address, { id: asked[0]!, answer: 'IF_NEEDED' })
  await post(address, { id: asked[1]!, answer: 'NO' })
  expect((await answers(referent)).map(({ answer, source }) => [answer, source]).sort()).toEqual([['IF_NEEDED', 'LINK'], ['NO', 'LINK']])
  expect(await w.db.auditEntry.findMany({ where: { referentId: referent }, orderBy: { id: 'asc' }, select: { action: true, changes: true } })).toEqual([
    { action: 'answer', changes: { answer: [null, 'YES'], source: [null, 'LINK'] } }, { action: 'answer', changes: { answer: ['YES', 'IF_NEEDED'] } }, { action: 'answer', changes: { answer: [null, 'NO'], source: [null, 'LINK'] } },
  ])
})

it('refuses an answer about what is past, postponed, not his or not an answer, and keeps the others', async () => {
  const [mine, other] = [await invited(1), await invited(1)]
  await w.db.event.update({ where: { id: mine.events[0]! }, data: { startsAt: inDays(-1), endsAt: inDays(-1, 3) } })
  const late = await post(mine.address, { id: mine.asked[0]!, answer: 'YES' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('On ne répond plus pour cette date')
  expect((await post(other.address, { id: mine.asked[0]!, answer: 'YES' })).status).toBe(409)
  expect((await post(other.address, { id: other.asked[0]!, answer: 'MAYBE' })).status).toBe(409)
  expect([...(await answers(mine.referent)), ...(await answers(other.referent))].map(({ answer }) => answer)).toEqual([null, null])
})

it('shows nothing personal on a link that expired, was revoked or was tampered with, and mails a new one where it is known', async () => {
  const { referent, address } = await invited(1)
  const dead = [await link(referent, { expiresAt: inDays(-1) }), await link(referent, { revokedAt: inDays(-1) }), `${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`, `${w.url}/r/court`]
  for (const one of dead) {
    const { status, text } = await get(one)
    expect(status).toBe(410)
    expect(text).toContain('Ce lien n’est plus valable.')
    expect(text).not.toMatch(/Dominique|Date 0|example\.org/)
    expect((await post(one, { id: 'x', answer: 'YES' })).status).toBe(410)
  }
  const mails = () => w.db.message.count({ where: { referentId: referent } })
  const pages = []
  for (const one of dead.slice(0, 3)) pages.push(await (await post(`${one}/renouveler`, {})).text())
  expect(new Set(pages).size).toBe(1)
  expect(await mails()).toBe(2)
})

it('gives the calendar of the dates accepted', async () => {
  const { asked, address } = await invited(3)
  await post(address, { id: asked[0]!, answer: 'YES' })
  await post(address, { id: asked[1]!, answer: 'IF_NEEDED' })
  await post(address, { id: asked[2]!, answer: 'NO' })
  const { headers, text } = await get(`${address}/calendrier.ics`)
  expect(headers.get('content-type')).toContain('text/calendar')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  // Nobody is expected before a place is given.
  expect(text.match(/STATUS:TENTATIVE/g)).toHaveLength(2)
})

it('asks whoever has a place whether it still stands when the event moved, and until when, on the same page', async () => {
  const { t, referent, events, asked, address } = await invited(1)
  await w.db.availability.update({ where: { id: asked[0]! }, data: { answer: 'YES', source: 'LINK', answeredAt: w.clock.now } })
  await w.db.assignment.create({ data: { eventId: events[0]!, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: w.clock.now } })
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const move = (dates: object) => w.ask(manager, 'mutation($id: ID!, $startsAt: Instant, $endsAt: Instant) { postponeEvent(id: $id, version: 1, reason: "salle fermée", startsAt: $startsAt, endsAt: $endsAt) { id } }', { id: events[0], ...dates })
  await move({ startsAt: inDays(20), endsAt: inDays(20, 3) })
  const { text } = await get(address)
  for (const shown of ['Dimanche 25 octobre 2026', 'votre présence est à confirmer de nouveau', 'Répondez avant le lundi 12 octobre 2026, 10\u00a0h']) expect(text).toContain(shown)
  expect((await post(address, { id: asked[0]!, answer: 'YES' })).status).toBe(303)
  expect((await get(address)).text).toContain('votre présence est confirmée')
  const calendar = (await get(`${address}/calendrier.ics`)).text
  for (const line of ['DTSTART:20261025T080000Z', 'STATUS:CONFIRMED']) expect(calendar).toContain(line)
})

it('stops whoever tries links one after the other', async () => {
  const statuses = []
  for (let i = 0; i < 62; i++) statuses.push((await get(`${w.url}/r/${randomBytes(32).toString('base64url')}`)).status)
  expect(statuses[0]).toBe(410)
  expect(statuses.at(-1)).toBe(429)
})
