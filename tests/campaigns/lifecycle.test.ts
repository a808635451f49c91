import { expect, it } from 'vitest'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const states = ['PREPARING', 'OPEN', 'REVIEWING', 'CLOSED'] as const
type State = (typeof states)[number]
/** What each step makes of a campaign in each state, as the design tells it. */
const table: Record<string, { call: string; to: Partial<Record<State, State>> }> = {
  open: { call: 'openCampaign(id: $id)', to: { PREPARING: 'OPEN' } },
  review: { call: 'reviewCampaign(id: $id)', to: { OPEN: 'REVIEWING' } },
  close: { call: 'closeCampaign(id: $id)', to: { REVIEWING: 'CLOSED' } },
  reopen: { call: 'reopenCampaign(id: $id, reason: "une présence oubliée")', to: { REVIEWING: 'OPEN', CLOSED: 'OPEN' } },
}
const region = await w.account('REGIONAL_MANAGER')
const inState = async (state: State): Promise<Territory> => {
  const t = await w.territory()
  await w.db.campaign.update({ where: { id: t.campaign }, data: { state, ...(state === 'CLOSED' ? { closedAt: inDays(-1) } : {}) } })
  return t
}
const step = (call: string, id: string) => w.ask(region, `mutation($id: ID!) { result: ${call} { state closedAt history { action reason changes } } }`, { id })

it.each(Object.entries(table))('%s leads where the design says, from each state, and says so in the history', async (action, { call, to }) => {
  for (const state of states) {
    const { campaign } = await inState(state)
    const shown = (await w.ask(region, `query($id: ID!) { campaign(id: $id) { can { ${action} { code } } } }`, { id: campaign })).data.campaign.can[action]
    const { data, errors } = await step(call, campaign)
    if (to[state]) {
      expect(shown).toEqual([])
      expect(data.result, `${action} from ${state}`).toMatchObject({ state: to[state], closedAt: to[state] === 'CLOSED' ? '2026-10-05T08:00:00+00:00' : null })
      expect(data.result.history.at(-1)).toEqual({ action, changes: { state: [state, to[state]] }, reason: action === 'reopen' ? 'une présence oubliée' : null })
    } else {
      expect(shown).toEqual([{ code: 'WRONG_STATE' }])
      expect(errors?.[0]?.extensions, `${action} from ${state}`).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'WRONG_STATE' }] })
    }
  }
})

it('asks why before it reopens', async () => {
  const { campaign } = await inState('CLOSED')
  expect((await step('reopenCampaign(id: $id, reason: " ")', campaign)).errors?.[0]?.extensions).toMatchObject({ fields: { reason: 'Dites pourquoi, en 3 à 500 caractères.' } })
})

it('does not close while an event is neither closed nor cancelled', async () => {
  const t = await inState('REVIEWING')
  const event = await w.event(t, { state: 'HELD', publishedAt: inDays(-20), startsAt: inDays(-2), endsAt: inDays(-2, 3) })
  await w.event(t, { state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' })
  expect((await step('closeCampaign(id: $id)', t.campaign)).errors?.[0]?.extensions.reasons).toEqual([{ code: 'EVENTS_LEFT', sentence: 'Des opérations de cette campagne ne sont ni closes ni annulées.' }])
  await w.db.event.update({ where: { id: event }, data: { state: 'CLOSED' } })
  expect((await step('closeCampaign(id: $id)', t.campaign)).data.result.state).toBe('CLOSED')
})

it('lets departments publish only while it is open, and change nothing once it is closed', async () => {
  const attempts = {
    publish: ['mutation($id: ID!) { publishEvent(id: $id) { id } }', {}, 'CAMPAIGN_NOT_OPEN', ['PREPARING', 'REVIEWING', 'CLOSED']],
    update: ['mutation($id: ID!, $input: EventInput!) { updateEvent(id: $id, version: 1, input: $input) { id } }', { input: { title: 'Autre titre', startsAt: inDays(10), endsAt: inDays(10, 3), capacity: 40, referentsNeeded: 2 } }, 'CAMPAIGN_CLOSED', ['CLOSED']],
  } as const
  for (const [name, [mutation, variables, code, refusedIn]] of Object.entries(attempts))
    for (const state of states) {
      const t = await inState(state)
      const manager = await w.account('DEPARTMENT_MANAGER', t)
      const { errors } = await w.ask(manager, mutation, { id: await w.event(t), ...variables })
      expect(errors?.[0]?.extensions.reasons?.map((one: { code: string }) => one.code), `${name} in ${state}`).toEqual((refusedIn as readonly string[]).includes(state) ? [code] : undefined)
    }
})

it('is created in preparation, whatever else is said, and its dates and target change until it is closed', async () => {
  const t = await inState('REVIEWING')
  const input = (name: string) => ({ name, startsOn: '2027-03-01', endsOn: '2027-06-30', target: 20, perimeterId: t.perimeter, targets: [{ departmentCode: t.department, target: 20 }] })
  const { data } = await w.ask(region, 'mutation($id: ID!, $input: CampaignInput!) { result: createCampaign(id: $id, input: $input) { state } }', { id: '01990000-0000-7000-8000-000000000001', input: input(`Printemps ${t.department}`) })
  expect(data.result.state).toBe('PREPARING')
  const update = async () => {
    const { version } = await w.db.campaign.findUniqueOrThrow({ where: { id: t.campaign } })
    return w.ask(region, 'mutation($id: ID!, $version: Int!, $input: CampaignInput!) { result: updateCampaign(id: $id, version: $version, input: $input) { name } }', { id: t.campaign, version, input: input(`Reprise ${t.department} ${version}`) })
  }
  expect((await update()).errors).toBeUndefined()
  expect((await step('closeCampaign(id: $id)', t.campaign)).errors).toBeUndefined()
  expect((await update()).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'WRONG_STATE' }] })
})
