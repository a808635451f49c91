import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const w = await world()
type Row = { id: string; state: string; startsAt: Date; endsAt: Date; referentsNeeded: number }

/** The day in Paris, and the Monday of its week, as `2026-10-26`: counted on the calendar, apart from the server's SQL. */
const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(at)
function mondayOf(at: Date): string {
  const noon = new Date(`${dayOf(at)}T12:00:00Z`)
  return new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
const isIn: Record<string, (row: Row, now: Date, publishes: boolean) => boolean> = {
  toPrepare: ({ state, startsAt }, now) => state === 'POSTPONED' || (['DRAFT', 'SUBMITTED'].includes(state) && startsAt > now),
  toPublish: ({ state, startsAt, referentsNeeded }, now, publishes) =>
    state === 'SUBMITTED' || (publishes && ['DRAFT', 'POSTPONED'].includes(state) && referentsNeeded > 0 && startsAt > now),
  // An event that ends at midnight does not take place on the day that begins.
  thisWeek: ({ state, startsAt, endsAt }, now) =>
    !['POSTPONED', 'CANCELLED'].includes(state) && mondayOf(startsAt) <= mondayOf(now) && mondayOf(new Date(endsAt.getTime() - 1)) >= mondayOf(now),
  toClose: ({ state, endsAt }, now) => state === 'HELD' || (state === 'PUBLISHED' && endsAt <= now),
  all: () => true,
}
const named: Record<string, string> = { toPrepare: 'TO_PREPARE', toPublish: 'TO_PUBLISH', thisWeek: 'THIS_WEEK', toClose: 'TO_CLOSE' }
const parts = Object.keys(isIn)
const states = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED', 'CANCELLED'] as const
const published = ['PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED']

async function filled(t: Territory, rows: Row[]): Promise<void> {
  await w.db.event.createMany({
    data: rows.map(({ id, state, ...rest }) => ({
      ...rest, id, state: state as 'DRAFT', campaignId: t.campaign, departmentCode: t.department, title: `Opération ${id}`, venueId: t.venue, capacity: 10, slug: id, noNeighbourhoodReason: 'partout',
      contactName: 'Camille Exemple', contactPhone: '+33199000000', createdAt: inDays(-90), updatedAt: inDays(-90),
      ...(published.includes(state) ? { publishedAt: inDays(-90) } : {}), ...(state === 'CANCELLED' ? { cancelledAt: inDays(-1), cancellationReason: 'OTHER' as const } : {}),
    })),
  })
}

async function asked(person: Person, t: Territory) {
  w.sent.statements.length = 0
  const lists = Object.entries(named).map(([part, list]) => `${part}: events(filter: { campaignId: "${t.campaign}", worklist: ${list} }, page: { size: 100 }) { items { id } total }`)
  const { data, errors } = await w.ask(person, `{ counts: eventCounts(filter: { campaignId: "${t.campaign}" }) { ${parts.join(' ')} } ${lists.join(' ')} }`)
  expect(errors).toBeUndefined()
  return data
}

it('counts and lists what is to be done as a calendar on the wall would, across both changes of hour', async () => {
  // The clocks of Paris go back on 25 October 2026 and forward on 28 March 2027, each a Sunday.
  const around = fc.constantFrom('2026-10-19', '2026-10-25', '2026-10-26', '2026-11-01', '2027-03-22', '2027-03-28', '2027-03-29')
  await fc.assert(fc.asyncProperty(
    around, fc.integer({ min: 0, max: 95 }),
    fc.array(fc.record({
      state: fc.constantFrom(...states), quarters: fc.integer({ min: -10 * 96, max: 10 * 96 }), long: fc.constantFrom(1, 8, 200), referentsNeeded: fc.constantFrom(0, 2),
    }), { minLength: 1, maxLength: 40 }),
    async (day, quarter, drawn) => {
      const t = await w.territory()
      const now = (w.clock.now = new Date(Date.parse(`${day}T00:00:00Z`) + (quarter - 8) * 900_000))
      const rows = drawn.map(({ state, quarters, long, referentsNeeded }) => {
        const startsAt = new Date(Date.parse(`${day}T00:00:00Z`) + quarters * 900_000)
        return { id: v7(), state, startsAt, endsAt: new Date(startsAt.getTime() + long * 900_000), referentsNeeded }
      })
      await filled(t, rows)
      for (const [role, publishes] of [['DEPARTMENT_MANAGER', true], ['DEPARTMENT_AGENT', false]] as const) {
        const found = await asked(await w.account(role, t), t)
        expect(found.counts).toEqual(Object.fromEntries(parts.map((part) => [part, rows.filter((row) => isIn[part]!(row, now, publishes)).length])))
        for (const part of Object.keys(named)) {
          expect(found[part].items.map(({ id }: Row) => id).sort(), part).toEqual(rows.filter((row) => isIn[part]!(row, now, publishes)).map(({ id }) => id).sort())
          expect(found[part].total).toBe(found.counts[part])
        }
      }
    },
  ), { numRuns: 25 })
})

it('counts in one statement, only what the viewer reads, and follows the filters', async () => {
  w.clock.now = inDays(0)
  const [here, elsewhere] = [await w.territory(), await w.territory()]
  const [agent, region, agency] = [await w.account('DEPARTMENT_AGENT', here), await w.account('REGIONAL_READER'), await w.account('AGENCY_AGENT', { agency: await w.agency(here) })]
  for (const t of [here, elsewhere]) {
    await w.event(t)
    await w.event(t, { state: 'SUBMITTED' })
    await w.published(t, { startsAt: inDays(1), endsAt: inDays(1, 2), title: 'Cherchée' })
  }
  const count = async (by: Person | null, filter: string) => {
    await w.ask(by, '{ events { total } }')
    w.sent.statements.length = 0
    const answer = await w.ask(by, `{ eventCounts(filter: { ${filter} }) { toPrepare toPublish thisWeek toClose all } }`)
    if (!answer.errors) expect(w.sent.statements.length).toBe(1)
    return answer.data?.eventCounts ?? answer.errors![0]!.extensions.code
  }
  expect(await count(agent, '')).toEqual({ toPrepare: 2, toPublish: 1, thisWeek: 1, toClose: 0, all: 3 })
  expect(await count(agent, `departmentCodes: ["${elsewhere.department}"]`)).toMatchObject({ toPrepare: 0, all: 0 })
  expect(await count(agent, 'q: "cherchee"')).toMatchObject({ toPrepare: 0, thisWeek: 1, all: 1 })
  expect(await count(region, `campaignId: "${elsewhere.campaign}"`)).toEqual({ toPrepare: 2, toPublish: 1, thisWeek: 1, toClose: 0, all: 3 })
  expect(await count(agency, '')).toEqual({ toPrepare: 1, toPublish: 1, thisWeek: 1, toClose: 0, all: 2 })
  expect(await count(null, `campaignId: "${here.campaign}"`)).toEqual({ toPrepare: 0, toPublish: 0, thisWeek: 1, toClose: 0, all: 1 })
  // What is hidden is not found out by counting either.
  expect(await count(agency, 'readiness: [RED]')).toBe('FORBIDDEN')
})
