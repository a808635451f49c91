import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()
const NONE = 'WRONG_STATE'
const states = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED', 'HELD', 'CLOSED', 'CANCELLED'] as const
/** What each step makes of an event in each state, as the design tells it. */
const table: Record<string, { call: string; past?: boolean; to: Partial<Record<(typeof states)[number], string>> }> = {
  submit: { call: 'submitEvent(id: $id)', to: { DRAFT: 'SUBMITTED' } },
  requestChanges: { call: 'requestEventChanges(id: $id, reason: "à compléter")', to: { SUBMITTED: 'DRAFT' } },
  publish: { call: 'publishEvent(id: $id)', to: { DRAFT: 'PUBLISHED', SUBMITTED: 'PUBLISHED', POSTPONED: 'PUBLISHED' } },
  postpone: { call: 'postponeEvent(id: $id, version: 1, reason: "salle fermée")', to: { PUBLISHED: 'POSTPONED' } },
  cancel: { call: 'cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER)', to: { DRAFT: 'CANCELLED', SUBMITTED: 'CANCELLED', PUBLISHED: 'CANCELLED', POSTPONED: 'CANCELLED' } },
  hold: { call: 'holdEvent(id: $id)', past: true, to: { PUBLISHED: 'HELD' } },
  close: { call: 'closeEvent(id: $id)', to: { HELD: 'CLOSED' } },
  reopen: { call: 'reopenEvent(id: $id, reason: "présence oubliée")', to: { CLOSED: 'HELD' } },
}

const t = await w.territory()
const manager = await w.account('DEPARTMENT_MANAGER', t)
const inState = (state: string, past = false) => w.event(t, {
  state, ...(['DRAFT', 'SUBMITTED'].includes(state) ? {} : { publishedAt: inDays(-40) }), ...(state === 'CANCELLED' ? { cancelledAt: inDays(-1), cancellationReason: 'OTHER' } : {}),
  ...(past ? { startsAt: inDays(-2), endsAt: inDays(-2, 3) } : {}),
})

it.each(Object.entries(table))('%s leads where the design says, from each state', async (action, { call, past, to }) => {
  for (const state of states) {
    const id = await inState(state, past)
    const shown = (await w.ask(manager, `query($id: ID!) { event(id: $id) { can { ${action} { code } } } }`, { id })).data.event.can[action]
    const { data, errors } = await w.ask(manager, `mutation($id: ID!) { result: ${call} { state history { action changes reason } } }`, { id })
    if (to[state]) {
      expect(shown, `${action} from ${state}`).toEqual([])
      expect(data?.result.state, `${action} from ${state}`).toBe(to[state])
      expect(data.result.history.at(-1)).toMatchObject({ action, changes: { state: [state, to[state]] } })
    } else {
      expect(shown, `${action} from ${state}`).toEqual([{ code: NONE }])
      expect(errors?.[0]?.extensions, `${action} from ${state}`).toMatchObject({ code: 'CONFLICT', reasons: [{ code: NONE }] })
      expect((await w.db.event.findUniqueOrThrow({ where: { id } })).state).toBe(state)
    }
  }
})

it.each(['requestEventChanges(id: $id, reason: " ")', 'postponeEvent(id: $id, version: 1, reason: "")', 'cancelEvent(id: $id, reason: "x", cancellationReason: OTHER)', 'reopenEvent(id: $id, reason: "")'])(
  'asks why before %s', async (call) => {
    const id = await inState(call.startsWith('requestEvent') ? 'SUBMITTED' : call.startsWith('reopen') ? 'CLOSED' : 'PUBLISHED')
    const { errors } = await w.ask(manager, `mutation($id: ID!) { ${call} { id } }`, { id })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { reason: 'Dites pourquoi, en 3 à 500 caractères.' } })
  })

it('sends every place back to be reconfirmed when the event is postponed, and releases all when it is cancelled', async () => {
  const id = await w.published(t, { referentsNeeded: 3 })
  for (const state of ['CONFIRMED', 'OFFERED', 'WITHDRAWN'] as const)
    await w.db.assignment.create({ data: { eventId: id, departmentCode: t.department, referentId: await w.referent(t), state, startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: inDays(-1) } })
  const states = async (call: string) => (await w.ask(manager, `mutation($id: ID!) { result: ${call} { referentsConfirmed assignments { state history { action reason } } } }`, { id })).data.result
  const postponed = await states('postponeEvent(id: $id, version: 1, reason: "salle fermée")')
  expect(postponed.referentsConfirmed).toBe(0)
  expect(postponed.assignments.map((one: { state: string }) => one.state).sort()).toEqual(['TO_RECONFIRM', 'TO_RECONFIRM', 'WITHDRAWN'])
  expect(postponed.assignments.flatMap((one: { history: object[] }) => one.history)).toEqual(Array(2).fill({ action: 'postpone', reason: 'salle fermée' }))
  expect((await states('cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER)')).assignments.map((one: { state: string }) => one.state).sort()).toEqual(['RELEASED', 'RELEASED', 'WITHDRAWN'])
})
