import { expect, it } from 'vitest'
import { remindReferents } from '../../server/reminders/remindReferents.ts'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const onDay = (days: number) => remindReferents(null, { db: w.db, now: () => inDays(days) })
const subjects = async (referentId: string) => (await w.db.message.findMany({ where: { referentId }, orderBy: { createdAt: 'asc' } })).map(({ subject }) => subject.split('\u00a0: ')[1] ?? subject)
const still = expect.stringContaining('venez-vous toujours')
const waiting = expect.stringContaining('il nous manque votre réponse')

async function placed(t: Territory, days: number, over: object = {}) {
  const [event, referent] = [await w.published(t, { startsAt: inDays(days), endsAt: inDays(days, 3) }), await w.referent(t)]
  const asked = await w.availability(t.department, event, referent, 'YES')
  await w.db.availability.update({ where: { id: asked }, data: { answeredAt: inDays(-30), askedAt: inDays(-31) } })
  const { id } = await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(days), endsAt: inDays(days, 3), createdAt: inDays(-30), ...over } })
  return { event, referent, place: id }
}
async function asked(t: Territory, days: number[], over: object = {}) {
  const referent = await w.referent(t, over)
  const dates = []
  for (const day of days) {
    const event = await w.published(t, { title: `Dans ${day} jours`, startsAt: inDays(day), endsAt: inDays(day, 3) })
    dates.push({ event, id: await w.availability(t.department, event, referent) })
  }
  return { referent, dates }
}

it('asks whoever has a place seven days before and two days before, each once, and whoever has just spoken not at all', async () => {
  const t = await w.territory()
  const [silent, spoke, early] = [await placed(t, 10), await placed(t, 10), await placed(t, 10)]
  await w.db.assignment.update({ where: { id: early.place }, data: { reconfirmedAt: inDays(2) } })
  await onDay(2)
  expect(await subjects(silent.referent)).toEqual([])
  for (const _ of [1, 2]) await onDay(3)
  expect([await subjects(silent.referent), await subjects(early.referent)]).toEqual([[still], []])
  await w.db.assignment.update({ where: { id: spoke.place }, data: { reconfirmedAt: inDays(3.1) } })
  for (const day of [4, 5, 7]) await onDay(day)
  expect(await subjects(silent.referent)).toEqual([still])
  for (const day of [8, 9]) await onDay(day)
  expect([await subjects(silent.referent), await subjects(spoke.referent)]).toEqual([[still, still], [still, still]])
})

it('asks by the date that holds: a moved event asks again by its own days, a postponed or cancelled one does not', async () => {
  const t = await w.territory()
  const [moved, gone] = [await placed(t, 10), await placed(t, 10)]
  await onDay(3)
  await w.db.event.update({ where: { id: moved.event }, data: { startsAt: inDays(30), endsAt: inDays(30, 3) } })
  await w.db.event.update({ where: { id: gone.event }, data: { state: 'POSTPONED' } })
  for (const day of [8, 9, 22]) await onDay(day)
  expect([await subjects(moved.referent), await subjects(gone.referent)]).toEqual([[still], [still]])
  await onDay(23)
  expect(await subjects(moved.referent)).toEqual([still, still])
})

it('counts silence as a place at risk: the event turns amber, then red, and green again by one word', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const { event, place } = await placed(t, 10)
  await w.db.event.update({ where: { id: event }, data: { referentsNeeded: 1 } })
  const inSoManyDays = async (days: number) => {
    await w.db.event.update({ where: { id: event }, data: { startsAt: inDays(days), endsAt: inDays(days, 3) } })
    return (await w.ask(agent, 'query($id: ID!) { event(id: $id) { readiness undone { code dueOn } assignments { silent } } }', { id: event })).data.event
  }
  expect(await inSoManyDays(7)).toEqual({ readiness: 'GREEN', undone: [], assignments: [{ silent: false }] })
  expect(await inSoManyDays(6)).toEqual({ readiness: 'AMBER', undone: [{ code: 'SILENT', dueOn: '2026-10-10' }], assignments: [{ silent: true }] })
  expect((await inSoManyDays(0.2)).readiness).toBe('RED')
  await w.ask(agent, 'mutation($id: ID!) { reconfirmAssignment(id: $id) { id } }', { id: place })
  expect((await inSoManyDays(0.2)).readiness).toBe('GREEN')
})

it('reminds whoever has not answered, one mail for all his dates, twice at most and no more than it takes', async () => {
  const t = await w.territory()
  const { referent, dates } = await asked(t, [20, 21, 22, 4.5])
  await w.db.availability.update({ where: { id: dates[1]!.id }, data: { answer: 'NO', source: 'LINK', answeredAt: inDays(-9) } })
  await onDay(3)
  expect(await subjects(referent)).toEqual([])
  for (const _ of [1, 2]) await onDay(4)
  expect(await subjects(referent)).toEqual([waiting])
  const { body } = await w.db.message.findFirstOrThrow({ where: { referentId: referent } })
  expect(body.match(/^– /gm)).toHaveLength(2)
  for (const day of [5, 6, 7, 8, 12, 16]) await onDay(day)
  expect(await subjects(referent)).toEqual([waiting, waiting])
})

it('leaves in peace whoever was just reached, asked to be left, cannot be reached, or is needed no more', async () => {
  const t = await w.territory()
  const [written, stopped, bounced, full, peaceful] = [await asked(t, [20]), await asked(t, [20], { stoppedAt: inDays(-1) }), await asked(t, [20], { bouncedAt: inDays(-1) }), await asked(t, [20]), await asked(t, [20])]
  await w.db.message.create({ data: { template: 'eventNote', templateVersion: 1, departmentCode: t.department, referentId: written.referent, address: 'a@example.org', subject: 'x : Autre chose', body: 'Un mot', state: 'SENT', createdAt: inDays(3) } })
  await w.db.event.update({ where: { id: full.dates[0]!.event }, data: { referentsNeeded: 0 } })
  await w.db.availability.update({ where: { id: peaceful.dates[0]!.id }, data: { askedAt: inDays(2) } })
  await onDay(4)
  for (const one of [written, stopped, bounced, full, peaceful]) expect((await subjects(one.referent)).filter((subject) => subject.includes('il nous manque'))).toEqual([])
  await onDay(6)
  expect((await subjects(written.referent)).at(-1)).toEqual(waiting)
})
