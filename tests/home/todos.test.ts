import { beforeAll, expect, it } from 'vitest'
import { actsOf } from '../../admin/home/actsOf.ts'
import { countdown, urgencyOf } from '../access/countdown.ts'
import { mayRead } from '../access/rights.ts'
import { smallRegion } from '../access/region.ts'
import { allRows, type Rows } from '../access/rows.ts'
import { inDays, NOW, world } from '../support/world.ts'

const w = await world()
const { people, viewers } = await smallRegion(w)
let rows: Rows
beforeAll(async () => {
  const message = await w.db.message.findFirstOrThrow({ where: { departmentCode: { not: null }, state: 'KEPT' } })
  await w.db.message.update({ where: { id: message.id }, data: { state: 'FAILED' } })
  await w.db.task.updateMany({ where: { doneAt: null, dueOn: { lt: inDays(-5) } }, data: { assigneeId: people.agent!.account } })
  // One of the manager's own: it waits for him once.
  const { departmentCode } = await w.db.membership.findUniqueOrThrow({ where: { id: people.manager!.membership } })
  const own = await w.db.task.findFirstOrThrow({ where: { doneAt: null, dueOn: { lt: inDays(-5) }, departmentCode: departmentCode!, event: { state: { notIn: ['CLOSED', 'CANCELLED'] } } } })
  await w.db.task.update({ where: { id: own.id }, data: { assigneeId: people.manager!.account } })
  rows = await allRows(w.db)
})

const undone = (event: any) => countdown(event, rows, NOW).undone
const late = (code: string) => (event: any) => undone(event).some((one) => one.code === code && one.urgency === 'RED')
const urgent = (...wanted: string[]) => (task: any) => wanted.includes(urgencyOf(task, rows, NOW) ?? '')
/** Who sees which line, and what it counts, as the design tells it: written apart from the server's table. */
const told: Record<string, { roles: string[]; of: keyof Rows; counts: (account: string) => (row: any) => boolean; list: string }> = {
  MY_LATE_TASKS: { roles: ['manager', 'agent', 'neighbour'], of: 'Task', list: 'tasks', counts: (account) => (task) => task.assigneeId === account && urgent('RED')(task) },
  MY_TASKS: { roles: ['manager', 'agent', 'neighbour'], of: 'Task', list: 'tasks', counts: (account) => (task) => task.assigneeId === account && urgent('AMBER')(task) },
  TEAM_LATE_TASKS: { roles: ['manager', 'neighbour'], of: 'Task', list: 'tasks', counts: (account) => (task) => task.assigneeId !== account && urgent('RED')(task) },
  UNASSIGNED_TASKS: { roles: ['manager', 'agent', 'neighbour'], of: 'Task', list: 'tasks', counts: () => (task) => task.assigneeId === null && urgent('RED', 'AMBER')(task) },
  ...Object.fromEntries(['HELD', 'REFERENTS', 'PUBLICATION', 'NEW_DATE', 'SUBMISSION', 'VENUE'].map((code) => [code, { roles: ['manager', 'agent', 'neighbour'], of: 'Event' as const, list: 'events', counts: () => late(code) }])),
  SUBMITTED: { roles: ['manager', 'neighbour'], of: 'Event', list: 'events', counts: () => (event) => event.state === 'SUBMITTED' },
  TO_CLOSE: { roles: ['manager', 'neighbour'], of: 'Event', list: 'events', counts: () => (event) => event.state === 'HELD' },
  SOON: { roles: ['manager', 'agent', 'neighbour'], of: 'Event', list: 'events', counts: () => (event) => countdown(event, rows, NOW).readiness === 'AMBER' },
  MESSAGES: { roles: ['regionalManager', 'manager', 'agent', 'neighbour'], of: 'Message', list: 'messages', counts: () => (message) => ['FAILED', 'UNCERTAIN', 'BOUNCED'].includes(message.state) },
  JOBS: { roles: ['regionalManager'], of: 'Job', list: 'jobs', counts: () => (job) => job.state === 'FAILED' },
  LATE_EVENTS: { roles: ['regionalManager', 'regionalReader'], of: 'Event', list: 'events', counts: () => (event) => countdown(event, rows, NOW).readiness === 'RED' },
  PREPARING: { roles: ['regionalManager'], of: 'Campaign', list: 'campaigns', counts: () => (campaign) => campaign.state === 'PREPARING' },
  REVIEWING: { roles: ['regionalManager'], of: 'Campaign', list: 'campaigns', counts: () => (campaign) => campaign.state === 'REVIEWING' },
}
const types: Record<string, string> = { events: 'EventFilter', tasks: 'TaskFilter', messages: 'MessageFilter', jobs: 'JobFilter', campaigns: 'CampaignFilter' }

it.each(['regionalManager', 'regionalReader', 'manager', 'agent', 'neighbour', 'agencyManager', 'agencyAgent'])('counts what waits for %s, in one statement, and leads to the list of just those', async (name) => {
  const person = people[name]!
  await w.ask(person, '{ todos { count } }')
  w.sent.statements.length = 0
  const { data } = await w.ask(person, '{ todos { code count sentence filter } }')
  expect(w.sent.statements).toHaveLength(1)
  const expected = Object.fromEntries(Object.entries(told).filter(([, { roles }]) => roles.includes(name))
    .map(([code, { of, counts }]) => [code, (rows[of] as any[]).filter((row) => mayRead[of]!(viewers[name]!, row, rows) && counts(person.account)(row)).length] as const).filter(([, count]) => count > 0))
  expect(Object.fromEntries(data.todos.map(({ code, count }: { code: string; count: number }) => [code, count]))).toEqual(expected)
  for (const { code, count, sentence, filter } of data.todos) {
    const { list } = told[code]!
    expect((await w.ask(person, `query($filter: ${types[list]}) { list: ${list}(filter: $filter) { total } }`, { filter })).data.list.total, code).toBe(count)
    expect(sentence).toMatch(count === 1 ? /^(Une?|Un brouillon|Il manque) .*\.$/ : new RegExp(`(^|Il manque des référents à )${count} .*\\.$|^Il manque`))
  }
})

it('shows to an agent what is his, and to the manager what is late in the whole team', async () => {
  const of = async (name: string) => (await w.ask(people[name]!, '{ todos { code count } }')).data.todos as { code: string; count: number }[]
  expect((await of('agent')).find(({ code }) => code === 'MY_LATE_TASKS')!.count).toBeGreaterThan(0)
  expect((await of('agent')).some(({ code }) => code === 'TEAM_LATE_TASKS')).toBe(false)
  expect((await of('manager')).find(({ code }) => code === 'TEAM_LATE_TASKS')!.count).toBeGreaterThanOrEqual((await of('agent')).find(({ code }) => code === 'MY_LATE_TASKS')!.count)
})

it('tells an act once, by the line written first, however many lines it wrote', () => {
  const line = (action: string, at: string, event: string, author: string | null = 'A') => ({ action, at, event: { id: event }, author: author === null ? null : { id: author }, referent: null })
  const latestFirst = [line('update', 'T2', 'E2'), line('publish', 'T1', 'E1'), line('update', 'T1', 'E1'), line('postpone', 'T1', 'E1'), line('cancel', 'T1', 'E2'), line('create', 'T1', 'E1', 'B'), line('release', 'T1', 'E1', null), line('update', 'T0', 'E1')]
  expect(actsOf(latestFirst).map(({ action, at }) => `${action} ${at}`)).toEqual(['update T2', 'postpone T1', 'cancel T1', 'create T1', 'release T1', 'update T0'])
})

it('tells since when things changed: since the visit before this one', async () => {
  const t = await w.territory()
  const person = await w.account('DEPARTMENT_AGENT', t)
  const visit = async (minutes: number) => {
    w.clock.now = new Date(NOW.getTime() + minutes * 60_000)
    return (await w.ask(person, 'mutation { noteVisit }')).data.noteVisit as string | null
  }
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
  try {
    expect([await visit(0), await visit(20), await visit(45), await visit(80), await visit(100), await visit(500)]).toEqual([null, null, null, at(45), at(45), at(100)])
    const colleague = await w.account('DEPARTMENT_MANAGER', t)
    const event = await w.event(t, { title: 'Une opération qui change' })
    await w.ask(colleague, 'mutation($id: ID!) { publishEvent(id: $id) { id } }', { id: event })
    await w.ask(person, 'mutation($id: ID!) { createTask(id: $id, eventId: $id, input: { title: "La mienne", dueOn: "2026-10-12" }) { id } }', { id: event })
    const { data } = await w.ask(person, 'query($since: Instant!, $me: ID!) { auditEntries(filter: { at: { from: $since }, notBy: $me }, order: desc) { items { action event { title } author { name } } } }', { since: at(400), me: person.account })
    expect(data.auditEntries.items).toEqual([{ action: 'publish', event: { title: 'Une opération qui change' }, author: { name: 'Essai DEPARTMENT_MANAGER' } }])
  } finally {
    w.clock.now = NOW
  }
})
