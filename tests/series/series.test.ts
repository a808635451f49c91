import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const preview = `query($id: ID!, $rule: SeriesRule!, $copy: CopyInput!) { result: seriesPreview(id: $id, rule: $rule, copy: $copy) {
  schoolHolidaysKnownUntil dates { on startsAt endsAt publicHoliday schoolHoliday avoided outsideCampaign past skipped clashes { id title } } } }`
const createSeries = 'mutation($id: ID!, $series: SeriesInput!) { result: createSeries(id: $id, series: $series) { total items { id state startsAt endsAt } } }'
const whole = { what: ['PLACE', 'HOURS', 'CAPACITY'] }
const inParis = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)

it('keeps weekday and hour on the clocks of Paris across both changes of hour, whatever the rule', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const hour = fc.integer({ min: 0, max: 2 * 17 - 1 }).map((half) => 6 * 60 + half * 30)
  const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  await fc.assert(fc.asyncProperty(hour, fc.integer({ min: 30, max: 60 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 8 }), async (start, lasts, first, span, everyWeeks) => {
    const [from, until] = [day(first), day(first + span)]
    const [startHour, endHour] = [clock(start), clock(start + lasts)]
    const source = await w.event(t, { startsAt: new Date(`2026-07-01T${clock(start - 120)}:00Z`), endsAt: new Date(`2026-07-01T${clock(start + lasts - 120)}:00Z`) })
    for (const copy of [{ what: ['HOURS'] }, { what: [], startHour, endHour }]) {
      const { data, errors } = await w.ask(agent, preview, { id: source, rule: { from, until, everyWeeks }, copy })
      expect(errors).toBeUndefined()
      const dates: { on: string; startsAt: string; endsAt: string }[] = data.result.dates
      expect(dates.map(({ on }) => on)).toEqual(Array.from({ length: Math.floor(span / (7 * everyWeeks)) + 1 }, (_, n) => day(first + n * 7 * everyWeeks)))
      for (const { on, startsAt, endsAt } of dates) expect([inParis(startsAt), inParis(endsAt)]).toEqual([`${on} ${startHour}`, `${on} ${endHour}`])
    }
  }), { numRuns: 25 })
})

it('says of each date what speaks against it, and avoids what it is asked to', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  // Wednesdays at 10 h in Paris.
  const source = await w.event(t, { title: 'La première', startsAt: new Date('2026-10-07T08:00:00Z'), endsAt: new Date('2026-10-07T10:00:00Z') })
  const other = await w.published(t, { title: 'Au même lieu', startsAt: new Date('2026-11-18T10:30:00Z'), endsAt: new Date('2026-11-18T13:00:00Z') })
  await w.event(t, { startsAt: new Date('2026-11-25T09:00:00Z'), endsAt: new Date('2026-11-25T13:00:00Z'), state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' })
  const asked = async (rule: object, copy: object = whole) => (await w.ask(agent, preview, { id: source, rule, copy })).data.result.dates as any[]
  const dates = await asked({ from: '2026-09-30', until: '2027-01-06', avoid: ['PUBLIC_HOLIDAY'] })
  const of = (list: any[], on: string) => list.find((one) => one.on === on)
  const plain = { publicHoliday: null, schoolHoliday: null, avoided: false, outsideCampaign: false, past: false, skipped: false, clashes: [] }
  expect(of(dates, '2026-09-30')).toMatchObject({ ...plain, past: true })
  expect(of(dates, '2026-10-07')).toMatchObject({ ...plain, clashes: [{ id: source, title: 'La première' }] })
  expect(of(dates, '2026-10-21')).toMatchObject({ ...plain, schoolHoliday: 'Vacances de la Toussaint' })
  expect(of(dates, '2026-11-11')).toMatchObject({ ...plain, publicHoliday: 'Armistice 1918', avoided: true })
  // It ends at 12 h in Paris, after the other began; a cancelled one takes no room.
  expect(of(dates, '2026-11-18')).toMatchObject({ ...plain, clashes: [{ id: other, title: 'Au même lieu' }] })
  expect(of(dates, '2026-11-25')).toMatchObject(plain)
  expect(of(dates, '2027-01-06')).toMatchObject({ ...plain, outsideCampaign: true })
  const careful = await asked({ from: '2026-10-07', until: '2026-11-25', everyWeeks: 2, avoid: ['SCHOOL_HOLIDAY'] })
  expect(careful.filter(({ avoided }) => avoided).map(({ on }) => on)).toEqual(['2026-10-21'])
  // Elsewhere, or before it begins, nothing is in the way.
  expect(of(await asked({ days: ['2026-11-18', '2026-11-18'] }, { what: ['HOURS'] }), '2026-11-18')).toMatchObject(plain)
  expect(of(await asked({ days: ['2026-11-18'] }, { what: ['PLACE'], startHour: '08:00', endHour: '11:30' }), '2026-11-18')).toMatchObject(plain)
})

it('refuses hours that the clocks of Paris skip in spring, says so beforehand, and takes those around and those of autumn', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t)
  const hours: [on: string, startHour: string, endHour: string, skipped: boolean][] = [
    ['2027-03-28', '02:15', '03:10', true], ['2027-03-28', '01:00', '02:30', true], ['2027-03-28', '02:00', '02:59', true],
    ['2027-03-28', '01:30', '03:00', false], ['2027-03-28', '03:00', '04:00', false], ['2027-03-27', '02:15', '03:10', false], ['2026-10-25', '02:15', '03:10', false],
  ]
  for (const [on, startHour, endHour, skipped] of hours) {
    const copy = { what: ['CAPACITY'], startHour, endHour }
    const [date] = (await w.ask(agent, preview, { id, rule: { days: [on] }, copy })).data.result.dates
    expect(date.skipped, `${on} ${startHour}`).toBe(skipped)
    const { data, errors } = await w.ask(agent, createSeries, { id, series: { ...copy, dates: [{ id: v7(), on }] } })
    if (skipped) expect(errors?.[0]?.extensions.fields).toEqual({ dates: 'Le 28 mars 2027, les horloges passent de 2 h à 3 h : choisissez une autre heure ou un autre jour.' })
    else expect([inParis(data.result.items[0].startsAt), inParis(data.result.items[0].endsAt)]).toEqual([`${on} ${startHour}`, `${on} ${endHour}`])
  }
})

it('makes every draft in one go, none twice, and none at all when one cannot be', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t)
  const count = () => w.db.event.count({ where: { departmentCode: t.department } })
  const dates = ['2026-11-05', '2026-11-12', '2026-11-19'].map((on) => ({ id: v7(), on }))
  const answers = await Promise.all([dates, dates].map((some) => w.ask(agent, createSeries, { id, series: { ...whole, dates: some } })))
  expect(answers.filter(({ errors }) => !errors).length).toBeGreaterThan(0)
  const again = await w.ask(agent, createSeries, { id, series: { ...whole, dates: [...dates, { id: v7(), on: '2026-11-26' }] } })
  expect(again.data.result).toMatchObject({ total: 4 })
  expect(again.data.result.items.map((one: any) => [one.state, inParis(one.startsAt)])).toEqual(['05', '12', '19', '26'].map((on) => ['DRAFT', `2026-11-${on} 10:00`]))
  expect(await count()).toBe(5)
  const elsewhere = await w.event(await w.territory())
  const taken = await w.ask(agent, createSeries, { id, series: { ...whole, dates: [{ id: v7(), on: '2026-12-03' }, { id: elsewhere, on: '2026-12-10' }] } })
  expect(taken.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const twice = v7()
  const same = await w.ask(agent, createSeries, { id, series: { ...whole, dates: [{ id: twice, on: '2026-12-03' }, { id: twice, on: '2026-12-10' }] } })
  expect(same.errors?.[0]?.extensions.fields).toHaveProperty('dates')
  expect(await count()).toBe(5)
})

it('says under its field what a rule lacks', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.event(t)
  const fields = async (rule: object) => Object.keys((await w.ask(agent, preview, { id, rule, copy: whole })).errors?.[0]?.extensions.fields)
  expect(await fields({})).toEqual(['from', 'until'])
  expect(await fields({ from: '2026-11-05', until: '2026-11-04' })).toEqual(['until'])
  expect(await fields({ from: '2026-11-05', until: '2028-11-04' })).toEqual(['until'])
  expect(await fields({ from: '2026-11-05', until: '2026-12-04', everyWeeks: 0 })).toEqual(['everyWeeks'])
})
