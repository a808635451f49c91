import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
type Event = 'PUBLISHED' | 'POSTPONED' | 'HELD' | 'CLOSED' | 'CANCELLED'

/** What may be done with a place, by the state of its event; an event that was held or closed has begun. */
const may: Record<string, { from: 'CONFIRMED' | 'TO_RECONFIRM' | 'RELEASED'; query: string; to: string; in: Event[] }> = {
  'confirms what is to be reconfirmed': { from: 'TO_RECONFIRM', query: 'confirmAssignment(id: $id)', to: 'CONFIRMED', in: ['PUBLISHED', 'HELD'] },
  'confirms who was released': { from: 'RELEASED', query: 'confirmAssignment(id: $id)', to: 'CONFIRMED', in: ['PUBLISHED', 'HELD'] },
  'releases': { from: 'CONFIRMED', query: 'releaseAssignment(id: $id, reason: "trop nombreux")', to: 'RELEASED', in: ['PUBLISHED', 'POSTPONED', 'HELD'] },
  'records a presence': { from: 'CONFIRMED', query: 'recordReferentPresence(id: $id)', to: 'PRESENT', in: ['HELD'] },
}

it.each(Object.entries(may))('%s only where the event allows it, and changes nothing else', async (_, { from, query, to, in: allowed }) => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (const state of ['PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED', 'CANCELLED'] as const) {
    const days = state === 'HELD' || state === 'CLOSED' ? -3 : 10
    const hours = { startsAt: inDays(days), endsAt: inDays(days, 3) }
    const eventId = await w.published(t, { state, ...hours, ...(state === 'CANCELLED' ? { cancelledAt: inDays(-1), cancellationReason: 'WEATHER' as const } : {}) })
    const { id } = await w.db.assignment.create({ data: { eventId, departmentCode: t.department, referentId: await w.referent(t), state: from, ...hours, createdAt: inDays(-20) } })
    const { data, errors } = await w.ask(agent, `mutation($id: ID!) { result: ${query} { state } }`, { id })
    const wanted = allowed.includes(state)
    expect([data?.result?.state ?? errors?.[0]?.extensions.code], state).toEqual([wanted ? to : 'CONFLICT'])
    expect((await w.db.assignment.findUniqueOrThrow({ where: { id } })).state, state).toBe(wanted ? to : from)
  }
})
