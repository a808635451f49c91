import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const invite = `mutation($id: ID!, $input: AccountInput!) { result: inviteAccount(id: $id, input: $input) { id email hasPassword memberships { id role departmentCode } } }`
const input = (role: string, over: object = {}) => ({ email: `${v7()}@example.org`, name: 'Lou Exemple', role, ...over })

it('lets a manager invite colleagues of his own scope only, once', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const variables = { id: v7(), input: input('DEPARTMENT_AGENT', { departmentCode: t.department }) }
  const [first, again] = [await w.ask(manager, invite, variables), await w.ask(manager, invite, variables)]
  expect(first.errors).toBeUndefined()
  expect(first.data.result).toMatchObject({ email: variables.input.email, hasPassword: false, memberships: [{ id: variables.id, role: 'DEPARTMENT_AGENT', departmentCode: t.department }] })
  expect(again.data).toEqual(first.data)
  expect(await w.db.message.count({ where: { accountId: first.data.result.id } })).toBe(1)
  for (const wrong of [input('DEPARTMENT_AGENT', { departmentCode: other.department }), input('REGIONAL_MANAGER'), input('AGENCY_AGENT', { agencyId: await w.agency(t) })])
    expect((await w.ask(manager, invite, { id: v7(), input: wrong })).errors?.[0]?.extensions.code, wrong.role).toBe('NOT_FOUND')
  expect((await w.ask(manager, invite, { id: v7(), input: input('DEPARTMENT_AGENT') })).errors?.[0]?.extensions.fields).toHaveProperty('role')
})

it('gives a known person one more role, without a second account', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const person = await w.account('DEPARTMENT_AGENT', t)
  const region = await w.account('REGIONAL_MANAGER')
  const { data } = await w.ask(region, invite, { id: v7(), input: input('DEPARTMENT_AGENT', { email: person.email, departmentCode: other.department }) })
  expect(data.result.id).toBe(person.account)
  expect(data.result.memberships).toHaveLength(2)
  const twice = await w.ask(region, invite, { id: v7(), input: input('DEPARTMENT_AGENT', { email: person.email, departmentCode: other.department }) })
  expect(twice.errors?.[0]).toMatchObject({ message: 'Cette personne a déjà cette habilitation.', extensions: { code: 'CONFLICT' } })
})

it('disables colleagues, not oneself nor who also works elsewhere, and takes a role away', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [colleague, both] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', t)]
  await w.db.membership.create({ data: { id: v7(), accountId: both.account, role: 'DEPARTMENT_AGENT', departmentCode: other.department } })
  const disable = (id: string) => w.ask(manager, 'mutation($id: ID!) { result: disableAccount(id: $id) { disabledAt } }', { id })
  expect((await disable(colleague.account)).data.result.disabledAt).not.toBeNull()
  expect((await w.ask(colleague, '{ me { id } }')).data.me).toBeNull()
  expect((await disable(manager.account)).errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect((await disable(both.account)).errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect((await w.ask(manager, 'mutation($id: ID!) { removeMembership(id: $id) }', { id: both.membership })).data).toEqual({ removeMembership: true })
  expect((await w.ask(both, '{ me { scopes { departmentCode } } }')).data.me.scopes).toEqual([{ departmentCode: other.department }])
  expect((await w.ask(manager, 'mutation($id: ID!) { removeMembership(id: $id) }', { id: manager.membership })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
})

it('takes back the open tasks of who is disabled or leaves the department, and those alone', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [disabled, leaving] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', t)]
  await w.db.membership.create({ data: { id: v7(), accountId: leaving.account, role: 'DEPARTMENT_AGENT', departmentCode: other.department } })
  const closed = await w.event(t, { state: 'CANCELLED', cancelledAt: w.clock.now, cancellationReason: 'OTHER' })
  const given = async (assigneeId: string) => ({ open: await w.task(t, { assigneeId }), done: await w.task(t, { assigneeId, doneAt: w.clock.now }), over: await w.task(t, { assigneeId }, closed) })
  const [of, has] = [await given(disabled.account), await given(leaving.account)]
  const [elsewhere, kept] = [await w.task(other, { assigneeId: leaving.account }), await w.task(t, { assigneeId: manager.account })]
  expect((await w.ask(manager, 'mutation($id: ID!) { disableAccount(id: $id) { id } }', { id: disabled.account })).errors).toBeUndefined()
  expect((await w.ask(manager, 'mutation($id: ID!) { removeMembership(id: $id) }', { id: leaving.membership })).errors).toBeUndefined()
  const freed = await w.db.task.findMany({ where: { id: { in: [...Object.values(of), ...Object.values(has), elsewhere, kept] }, assigneeId: null } })
  expect(freed.map(({ id, version }) => [id, version]).sort()).toEqual([[of.open, 2], [has.open, 2]].sort())
  const { data } = await w.ask(manager, 'query($ids: [ID!]) { tasks(filter: { ids: $ids, assigned: false }) { items { history { action changes author { name } } } } }', { ids: [of.open, has.open] })
  expect(data.tasks.items).toEqual(Array(2).fill({ history: [{ action: 'assign', changes: { assigneeId: true }, author: { name: 'Essai DEPARTMENT_MANAGER' } }] }))
})
