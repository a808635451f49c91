import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { world, type Person } from '../support/world.ts'

const w = await world()
const [here, elsewhere] = [await w.territory(), await w.territory()]
const [manager, agent, neighbour] = [await w.account('DEPARTMENT_MANAGER', here), await w.account('DEPARTMENT_AGENT', here), await w.account('DEPARTMENT_AGENT', elsewhere)]
const [region, reader, agency] = [await w.account('REGIONAL_MANAGER'), await w.account('REGIONAL_READER'), await w.account('AGENCY_AGENT', { agency: await w.agency(here) })]
const everybody = { manager, agent, neighbour, region, reader, agency }

const input = (name: string) => ({ name, search: 'view=board&filter=%7B%7D', hiddenColumns: ['city'] })
const create = (by: Person, name: string, id = v7()) => w.ask(by, 'mutation($id: ID!, $input: SavedViewInput!) { createSavedView(id: $id, input: $input) { id name search hiddenColumns shared version } }', { id, input: input(name) })
const act = (by: Person, verb: string, id: string) => w.ask(by, `mutation($id: ID!) { ${verb}SavedView(id: $id) ${verb === 'remove' ? '' : '{ shared }'} }`, { id })
const update = (by: Person, id: string, version: number, name: string) => w.ask(by, 'mutation($id: ID!, $version: Int!, $input: SavedViewInput!) { updateSavedView(id: $id, version: $version, input: $input) { name version } }', { id, version, input: input(name) })
const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code
/** Who finds the view in the list. */
async function readers(id: string): Promise<string[]> {
  const found = await Promise.all(Object.entries(everybody).map(async ([name, person]) => {
    const { data } = await w.ask(person, 'query($ids: [ID!]) { savedViews(filter: { ids: $ids }) { items { id } total } }', { ids: [id] })
    return data.savedViews.total === 1 ? [name] : []
  }))
  return found.flat()
}

it('is its owner’s until it is shared, then also whoever’s works in the same department, or the region’s', async () => {
  for (const [owner, shared] of [[manager, ['manager', 'agent']], [agent, ['manager', 'agent']], [neighbour, ['neighbour']], [region, ['region', 'reader']], [reader, ['region', 'reader']]] as const) {
    const id = v7()
    const { data } = await create(owner, 'À relire', id)
    const name = Object.entries(everybody).find(([, one]) => one === owner)![0]
    expect(data.createSavedView).toEqual({ id, ...input('À relire'), shared: false, version: 1 })
    expect(await readers(id)).toEqual([name])
    expect((await act(owner, 'share', id)).data.shareSavedView).toEqual({ shared: true })
    expect(await readers(id)).toEqual(shared)
    await act(owner, 'unshare', id)
    expect(await readers(id)).toEqual([name])
  }
})

it('is changed by its owner alone, even when it is shared', async () => {
  const id = v7()
  await create(manager, 'Du responsable', id)
  await act(manager, 'share', id)
  for (const other of [agent, neighbour, region, agency]) {
    for (const verb of ['share', 'unshare', 'remove']) expect(['NOT_FOUND', 'FORBIDDEN']).toContain(codeOf(await act(other, verb, id)))
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(codeOf(await update(other, id, 2, 'Prise')))
  }
  expect((await update(manager, id, 2, 'Renommée')).data.updateSavedView).toEqual({ name: 'Renommée', version: 3 })
  expect(codeOf(await update(manager, id, 2, 'D’après une ancienne'))).toBe('CONFLICT')
  expect((await act(manager, 'remove', id)).data.removeSavedView).toBe(id)
  expect(await readers(id)).toEqual([])
  // Names and filters may tell of people: the journal keeps only that they changed.
  const entries = await w.db.auditEntry.findMany({ where: { resource: 'SavedView', recordId: id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action }) => action)).toEqual(['create', 'share', 'update', 'remove'])
  expect(JSON.stringify(entries)).not.toContain('Renommée')
})

it('is kept by an agency for itself: it shares with nobody', async () => {
  const id = v7()
  await create(agency, 'Nos dates', id)
  expect(codeOf(await act(agency, 'share', id))).toBe('FORBIDDEN')
  expect(await readers(id)).toEqual(['agency'])
})

it('has a name of its own per person; twice the same request makes one view', async () => {
  const id = v7()
  await create(agent, 'Une fois', id)
  expect((await create(agent, 'Une fois', id)).data.createSavedView.id).toBe(id)
  expect((await create(agent, 'Une fois')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { name: 'Vous avez déjà une vue de ce nom.' } })
  expect((await create(agent, '   ')).errors?.[0]?.extensions.fields).toHaveProperty('name')
  expect(codeOf(await create(manager, 'Une fois'))).toBeUndefined()
  // Somebody else's identifier is no way in.
  expect(codeOf(await create(manager, 'Autre', id))).toBe('NOT_FOUND')
})

it('stops at fifty views', async () => {
  const person = await w.account('DEPARTMENT_AGENT', here)
  await w.db.savedView.createMany({ data: Array.from({ length: 50 }, (_, n) => ({ accountId: person.account, name: `Vue ${n}`, search: '', createdAt: w.clock.now })) })
  expect((await create(person, 'De trop')).errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' } })
})
