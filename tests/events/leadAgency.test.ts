import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const give = 'mutation($id: ID!, $leadAgencyId: ID) { result: changeLeadAgency(id: $id, leadAgencyId: $leadAgencyId) { version leadAgencyId title history { action changes } } }'

it('gives an event another lead agency and nothing else; sent again, it changes nothing', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [id, leadAgencyId] = [await w.published(t, { title: 'Rencontre' }), await w.agency(t)]
  for (let times = 0; times < 3; times++) {
    const { data, errors } = await w.ask(agent, give, { id, leadAgencyId })
    expect(errors).toBeUndefined()
    expect(data.result).toEqual({ version: 2, leadAgencyId, title: 'Rencontre', history: [{ action: 'update', changes: { leadAgencyId: [null, leadAgencyId] } }] })
  }
  expect((await w.ask(agent, give, { id })).data.result).toMatchObject({ version: 3, leadAgencyId: null })
})

it('refuses an agency that does not work in the department, and an event that changes no more', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.published(t)
  expect((await w.ask(agent, give, { id, leadAgencyId: await w.agency(other) })).errors![0]!.extensions.fields).toHaveProperty('leadAgencyId')
  const held = await w.published(t, { state: 'HELD' })
  expect((await w.ask(agent, give, { id: held, leadAgencyId: await w.agency(t) })).errors![0]!.extensions.reasons).toMatchObject([{ code: 'WRONG_STATE' }])
  expect((await w.db.event.findMany({ where: { id: { in: [id, held] } } })).map((one) => one.leadAgencyId)).toEqual([null, null])
})
