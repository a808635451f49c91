import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const give = 'mutation($id: ID!, $version: Int! = 1, $leadAgencyId: ID) { result: changeLeadAgency(id: $id, version: $version, leadAgencyId: $leadAgencyId) { version leadAgencyId title history { action changes } } }'

it('gives an event another lead agency and nothing else; sent again, it changes nothing', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [id, leadAgencyId] = [await w.published(t, { title: 'Rencontre' }), await w.agency(t)]
  for (let times = 0; times < 3; times++) {
    const { data, errors } = await w.ask(agent, give, { id, leadAgencyId })
    expect(errors).toBeUndefined()
    expect(data.result).toEqual({ version: 2, leadAgencyId, title: 'Rencontre', history: [{ action: 'update', changes: { leadAgencyId: [null, leadAgencyId] } }] })
  }
  expect((await w.ask(agent, give, { id, version: 2 })).data.result).toMatchObject({ version: 3, leadAgencyId: null })
})

it('refuses the second of two who choose from the same version, together or one after the other, and shows the first’s choice', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [id, one, other] = [await w.published(t), await w.agency(t), await w.agency(t)]
  const answers = await Promise.all([one, other].map((leadAgencyId) => w.ask(agent, give, { id, leadAgencyId })))
  const [{ leadAgencyId: kept }, ...more] = answers.flatMap(({ data }) => (data ? [data.result] : []))
  expect(more).toEqual([])
  const late = await w.ask(agent, give, { id, leadAgencyId: null })
  for (const { extensions } of [...answers.flatMap(({ errors }) => errors ?? []), late.errors![0]!]) expect(extensions).toMatchObject({ code: 'CONFLICT', current: { version: 2, leadAgencyId: kept } })
  expect(await w.db.event.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2, leadAgencyId: kept })
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
