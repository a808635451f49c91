import { v7 } from 'uuid'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sendMessage } from '../../server/messages/sendMessage.ts'
import { awake } from '../../server/messages/quietHours.ts'
import { queueMessage, type EventNews } from '../../server/messages/queueMessage.ts'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world, type Territory } from '../support/world.ts'

const quietHours = { from: 21, until: 8 }
const box = await mailbox()
const w = await world({ mail: box.transport, settings: { quietHours } })
const settings = { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: true, quietHours }
const at = (now: Date) => ({ pool: w.pool, db: w.db, now: () => now, mail: box.transport, settings, log: { error() {} }, last: false })
const MINUTE = 60_000

it.each([
  ['an evening of the week', '2026-10-06T19:00:00Z', '2026-10-07T06:00:00Z'],
  ['just before', '2026-10-06T18:59:59Z', '2026-10-06T18:59:59Z'],
  ['before dawn', '2026-10-07T03:00:00Z', '2026-10-07T06:00:00Z'],
  ['Saturday evening, with all of Sunday', '2026-10-10T20:00:00Z', '2026-10-12T06:00:00Z'],
  ['Sunday noon', '2026-10-11T10:00:00Z', '2026-10-12T06:00:00Z'],
  ['the night that is an hour longer', '2026-10-24T20:00:00Z', '2026-10-26T07:00:00Z'],
  ['the night that is an hour shorter', '2027-03-27T21:00:00Z', '2027-03-29T06:00:00Z'],
  ['the Friday before it', '2027-03-26T20:30:00Z', '2027-03-27T07:00:00Z'],
])('waits through %s', (_, from, until) => expect(awake(new Date(from), quietHours).toISOString()).toBe(new Date(until).toISOString()))

it('never lets a mail leave at night or on a Sunday in Paris, nor wait longer than it must, whatever the day of two years', () => {
  const paris = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const sleeps = (instant: Date) => {
    const part = Object.fromEntries(paris.formatToParts(instant).map(({ type, value }) => [type, value]))
    return part.weekday === 'Sun' || Number(part.hour) >= 21 || Number(part.hour) < 8
  }
  fc.assert(fc.property(fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true }), (from) => {
    const leaves = awake(from, quietHours)
    expect(sleeps(leaves)).toBe(false)
    if (leaves.getTime() !== from.getTime()) expect([sleeps(from), sleeps(new Date(leaves.getTime() - MINUTE))]).toEqual([true, true])
  }))
})

async function someone() {
  const t = await w.territory()
  const referentId = await w.referent(t, { firstName: 'Alix' })
  return { t, referentId, address: `${referentId}@example.org` }
}
/** News written at an instant; its own job, which runs by the clock of the tests, finds that it has to wait. */
async function news(t: Territory, referentId: string, now: Date, over: Partial<EventNews> = {}, essential = false) {
  const id = v7()
  const variables = { kind: 'CONFIRMED' as const, title: `Rencontre ${id.slice(-4)}`, startsAt: inDays(20), endsAt: inDays(20, 2), place: 'Salle, Bondy', ...over }
  w.clock.now = now
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'eventNews', referentId, departmentCode: t.department, now, essential, variables }))
  return id
}
const message = (id: string) => w.db.message.findUniqueOrThrow({ where: { id } })
const waiting = (id: string) => eventually(() => message(id), ({ waitsUntil, state }) => waitsUntil !== null || state !== 'QUEUED')
const evening = new Date('2026-10-06T19:30:00Z')
const morning = new Date('2026-10-07T06:00:00Z')

it('keeps the news of an evening until morning, then sends one mail that says all of it, with one link, and loses none', async () => {
  const { t, referentId, address } = await someone()
  const [other, elsewhere] = [await w.referent(t), await w.territory()]
  const ids = [await news(t, referentId, evening), await news(t, referentId, evening, { kind: 'MOVED' })]
  // Their jobs go by the clock of the tests: it moves once they have looked at it.
  for (const id of ids) await waiting(id)
  ids.push(await news(t, referentId, new Date(evening.getTime() + 3 * 3_600_000), { kind: 'OFFERED' }))
  const [alone, theirs] = [await news(t, other, evening), await news(elsewhere, referentId, evening)]
  for (const id of [...ids, alone, theirs]) expect((await waiting(id)).waitsUntil!.toISOString()).toBe(morning.toISOString())
  const jobs = await w.db.$queryRaw<{ hours: number }[]>`SELECT extract(epoch FROM run_at - now())::float / 3600 AS hours FROM graphile_worker.jobs WHERE key = ${`message:${ids[0]}`}`
  expect(jobs.map(({ hours }) => Math.round(hours * 10) / 10)).toEqual([10.5])
  await sendMessage({ id: ids[0]! }, at(new Date(evening.getTime() + MINUTE)))
  expect(box.of(address)).toEqual([])

  w.clock.now = morning
  for (const id of [...ids, alone, theirs]) await sendMessage({ id }, at(morning))
  const parts = await Promise.all(ids.map(message))
  const within = parts[0]!.withinId!
  expect(parts.map(({ state, withinId }) => [state, withinId])).toEqual(ids.map(() => ['GROUPED', within]))
  await eventually(() => message(within), ({ state }) => state === 'SENT')
  expect(box.of(address)).toHaveLength(2)
  const { text } = box.of(address).find(({ raw }) => raw.includes(within))!
  const plain = text.slice(0, text.indexOf('<!doctype')).replaceAll('\r\n', '\n')
  for (const { subject } of parts) expect(plain.toLowerCase()).toContain(subject.slice('Apprentissage-coaching\u00a0: '.length).toLowerCase())
  for (const sentence of ['Vous êtes attendu ou attendue', 'change de date', 'Une place vous est réservée', 'Dites si vous la prenez']) expect(plain).toContain(sentence)
  expect([...plain.matchAll(/http:\/\/coaching\.test\/r\//g)]).toHaveLength(1)
  expect([...plain.matchAll(/Bonjour Alix/g)]).toHaveLength(1)
  expect([...plain.matchAll(/Merci de votre engagement/g)]).toHaveLength(1)
  expect(plain).not.toMatch(/\[lien\]|\[arrêt\]/)
  // One who had one piece of news has it as it is; another department’s is its own.
  expect([(await message(alone)).state, (await message(theirs)).state]).toEqual(['SENT', 'SENT'])
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const { data } = await w.ask(agent, 'query($id: ID!) { message(id: $id) { grouped { id state } } }', { id: within })
  expect(data.message.grouped.map(({ id }: { id: string }) => id)).toEqual(ids)
})

it('waits a quarter of an hour by day for other news to leave with, and does not hold an invitation back', async () => {
  const { t, referentId, address } = await someone()
  const noon = new Date('2026-10-06T10:00:00Z')
  const first = await news(t, referentId, noon)
  expect((await waiting(first)).waitsUntil!.getTime() - noon.getTime()).toBe(15 * MINUTE)
  const second = await news(t, referentId, new Date(noon.getTime() + 14 * MINUTE), { kind: 'MOVED' })
  await waiting(second)
  await sendMessage({ id: first }, at(new Date(noon.getTime() + 15 * MINUTE)))
  w.clock.now = new Date(noon.getTime() + 15 * MINUTE)
  expect([(await message(first)).state, (await message(second)).state]).toEqual(['GROUPED', 'GROUPED'])
  await eventually(async () => box.of(address), ({ length }) => length === 1)
  const id = v7()
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, departmentCode: t.department, now: w.clock.now, variables: { events: [{ title: 'Rencontre', startsAt: inDays(20), endsAt: inDays(20, 2), place: '' }] } }))
  await eventually(() => message(id), ({ state }) => state === 'SENT')
})

it.each([
  ['a cancellation of tomorrow morning', 'CANCELLED', '2026-10-07T07:30:00Z', evening],
  ['a confirmation of tomorrow morning, which can wait', 'CONFIRMED', '2026-10-07T07:30:00Z', morning],
  ['a cancellation of next week', 'CANCELLED', '2026-10-13T07:30:00Z', morning],
  ['a cancellation of the day after tomorrow, from when it is near', 'CANCELLED', '2026-10-08T02:00:00Z', new Date('2026-10-07T02:00:00Z')],
] as const)('at night, sends %s when it should leave', async (_, kind, startsAt, leaves) => {
  const { t, referentId, address } = await someone()
  const id = await news(t, referentId, evening, { kind, startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000) })
  if (leaves === evening) await eventually(() => message(id), ({ state }) => state === 'SENT')
  else {
    expect((await waiting(id)).waitsUntil!.toISOString()).toBe(leaves.toISOString())
    await sendMessage({ id }, at(new Date(leaves.getTime() - 2 * MINUTE)))
    expect((await message(id)).state).toBe('QUEUED')
    await sendMessage({ id }, at(leaves))
  }
  expect((await message(id)).state).toBe('SENT')
  expect(box.of(address)).toHaveLength(1)
})

it('stops writing to whoever asks, by one tap or on the page, but of a place still held, and begins again when asked to', async () => {
  const { t, referentId, address } = await someone()
  const noon = new Date('2026-10-06T10:00:00Z')
  const later = new Date(noon.getTime() + 20 * MINUTE)
  const first = await news(t, referentId, noon)
  await waiting(first)
  await sendMessage({ id: first }, at(later))
  const { raw, text } = box.of(address)[0]!
  const link = /List-Unsubscribe: <http:\/\/coaching\.test(\/sollicitations\/[\w-]{43})>/.exec(raw.replace(/\r?\n /g, ' '))![1]!
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(text).toContain(link)
  const stopped = async () => (await w.db.referent.findUniqueOrThrow({ where: { id: referentId } })).stoppedAt
  const post = (body: string) => fetch(w.url + link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(w.url + link, { method })).status).toBe(200)
  expect(await stopped()).toBeNull()

  // Written before he says so, and waiting: it is withheld; so is what comes later.
  const before = await news(t, referentId, noon)
  await waiting(before)
  for (let again = 0; again < 2; again++) expect(await (await post('List-Unsubscribe=One-Click')).text()).toContain('Être sollicité de nouveau')
  expect(await stopped()).toEqual(noon)
  const held = await news(t, referentId, noon, { kind: 'CANCELLED' }, true)
  await waiting(held)
  for (const id of [before, held]) await sendMessage({ id }, at(later))
  expect([await message(before), await message(held)]).toMatchObject([{ state: 'WITHHELD', error: 'Ce référent a demandé à ne plus être sollicité.' }, { state: 'SENT' }])

  const [agent, event] = [await w.account('DEPARTMENT_AGENT', t), await w.published(t)]
  const invite = () => w.ask(agent, 'mutation($eventIds: [ID!]!, $referentIds: [ID!]!) { inviteReferents(eventIds: $eventIds, referentIds: $referentIds) { items { id } } }', { eventIds: [event], referentIds: [referentId] })
  expect((await invite()).errors![0]!.message).toContain('a demandé à ne plus être sollicité')
  const reachable = async () => (await w.ask(agent, 'query($departments: [ID!]) { referents(filter: { departmentCodes: $departments, reachable: true }) { total } }', { departments: [t.department] })).data.referents.total
  expect(await reachable()).toBe(0)
  expect(await (await post('wanted=yes')).text()).toContain('Ne plus être sollicité')
  expect([await stopped(), await reachable(), (await invite()).errors]).toEqual([null, 1, undefined])
  expect(await w.db.auditEntry.count({ where: { recordId: referentId, action: 'chooseSolicitation' } })).toBe(2)
  expect((await fetch(`${w.url}/sollicitations/inconnu`)).status).toBe(410)
  // The right to that purpose, and to no other.
  expect((await fetch(w.url + link.replace('/sollicitations/', '/r/'))).status).toBe(410)
})

it('tells of a cancellation whoever holds a place, and no one else who asked to be left alone', async () => {
  const t = await w.territory()
  w.clock.now = new Date('2026-10-06T10:00:00Z')
  const event = await w.published(t)
  const [holder, answered, bounced] = [await w.referent(t, { stoppedAt: inDays(-1) }), await w.referent(t, { stoppedAt: inDays(-1) }), await w.referent(t, { bouncedAt: inDays(-1) })]
  for (const one of [holder, answered, bounced]) await w.availability(t.department, event, one, 'YES')
  const { startsAt, endsAt } = await w.db.event.findUniqueOrThrow({ where: { id: event } })
  await w.db.assignment.create({ data: { id: v7(), eventId: event, departmentCode: t.department, referentId: holder, state: 'CONFIRMED', startsAt, endsAt, createdAt: inDays(-1) } })
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const { errors } = await w.ask(manager, 'mutation($id: ID!) { cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER) { id } }', { id: event })
  expect(errors).toBeUndefined()
  expect((await w.db.message.findMany({ where: { departmentCode: t.department } })).map(({ referentId, essential }) => [referentId, essential])).toEqual([[holder, true]])
})
