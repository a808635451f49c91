import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { somebodyWaits } from '../support/eventually.ts'
import { inDays, world, type Person } from '../support/world.ts'

const w = await world()
const assign = `mutation($id: ID!, $eventId: ID!, $referentId: ID!) { result: assignReferent(id: $id, eventId: $eventId, referentId: $referentId) { id state event { referentsConfirmed } history { action changes } } }`
const record = `mutation($id: ID!, $answer: Answer!) { result: recordAnswer(id: $id, answer: $answer) { answer source assignment { state } } }`
const to = (person: Person, eventId: string, referentId: string, id = v7()) => w.ask(person, assign, { id, eventId, referentId })

it('confirms whoever said yes or if needed, offers to whoever said nothing, and writes so to each', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const event = await w.published(t, { referentsNeeded: 5 })
  for (const [answer, state] of [['YES', 'CONFIRMED'], ['IF_NEEDED', 'CONFIRMED'], [null, 'OFFERED']] as const) {
    const referent = await w.referent(t)
    await w.availability(t.department, event, referent, answer)
    expect((await to(agent, event, referent)).data.result.state, String(answer)).toBe(state)
    const mails = await w.db.message.findMany({ where: { referentId: referent } })
    expect(mails.map(({ subject }) => subject)).toEqual([`Apprentissage-coaching\u00a0: ${answer ? 'votre présence est confirmée' : 'une place vous est proposée'}, le jeudi 15 octobre 2026`])
    expect(mails[0]!.body).toContain('[lien]')
  }
  const said = await w.referent(t)
  await w.availability(t.department, event, said, 'NO')
  expect((await to(agent, event, said)).errors?.[0]?.extensions.code).toBe('CONFLICT')
  const never = await w.referent(t)
  expect((await to(agent, event, never)).data.result.state).toBe('OFFERED')
  expect(await w.db.availability.count({ where: { eventId: event, referentId: never } })).toBe(1)
  expect(await w.db.message.count({ where: { referentId: never } })).toBe(1)
})

it('refuses a second place at the same hour, wherever the first is, and says why', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const [agent, neighbour] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', other)]
  const referent = await w.referent(t)
  await w.db.referentDepartment.create({ data: { referentId: referent, departmentCode: other.department } })
  const [first, second, after] = [await w.published(t), await w.published(other, { startsAt: inDays(10, 2), endsAt: inDays(10, 5) }), await w.published(other, { startsAt: inDays(10, 3), endsAt: inDays(10, 5) })]
  for (const [department, event] of [[t.department, first], [other.department, second], [other.department, after]]) await w.availability(department!, event!, referent, 'YES')
  expect((await to(agent, first, referent)).errors).toBeUndefined()
  const { errors } = await to(neighbour, second, referent)
  expect(errors?.[0]).toMatchObject({ message: 'Ce référent est déjà pris à cette heure-là.', extensions: { code: 'CONFLICT' } })
  const taken = await w.ask(neighbour, `query($e: ID!) { event(id: $e) { availabilities { taken assignment { id } referent { assignments { eventId } } } } }`, { e: second })
  expect(taken.data.event.availabilities).toEqual([{ taken: true, assignment: null, referent: { assignments: [] } }])
  expect((await to(neighbour, after, referent)).data.result.state).toBe('CONFIRMED')
})

it('gives the last place to exactly one of two, and the same referent to exactly one of two events', async () => {
  const t = await w.territory()
  const agents = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', t)]
  const event = await w.published(t, { referentsNeeded: 1 })
  const referents = [await w.referent(t), await w.referent(t)]
  for (const referent of referents) await w.availability(t.department, event, referent, 'YES')
  const places = await Promise.all(referents.map((referent, i) => to(agents[i]!, event, referent)))
  expect(places.filter(({ errors }) => !errors)).toHaveLength(1)
  expect(places.find(({ errors }) => errors)?.errors?.[0]?.extensions.code).toBe('CONFLICT')

  const referent = await w.referent(t)
  const events = [await w.published(t, { startsAt: inDays(20), endsAt: inDays(20, 3) }), await w.published(t, { startsAt: inDays(20, 1), endsAt: inDays(20, 4) })]
  for (const one of events) await w.availability(t.department, one, referent, 'YES')
  const hours = await Promise.all(events.map((one, i) => to(agents[i]!, one, referent)))
  expect(hours.filter(({ errors }) => !errors)).toHaveLength(1)
  expect(hours.find(({ errors }) => errors)?.errors?.[0]?.message).toBe('Ce référent est déjà pris à cette heure-là.')
})

it('assigns once, however often it is sent', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [event, referent, id] = [await w.published(t), await w.referent(t), v7()]
  await w.availability(t.department, event, referent, 'YES')
  for (const { errors, data } of [await to(agent, event, referent, id), await to(agent, event, referent, id)]) {
    expect(errors).toBeUndefined()
    expect(data.result).toMatchObject({ id, event: { referentsConfirmed: 1 }, history: [{ action: 'create', changes: { state: [null, 'CONFIRMED'] } }] })
  }
})

it('gives the place back when the referent changes to no, and an offered one when he says yes', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [event, yes, silent] = [await w.published(t), await w.referent(t), await w.referent(t)]
  const availability = await w.availability(t.department, event, yes, 'YES')
  const asked = await w.availability(t.department, event, silent)
  await to(agent, event, yes)
  await to(agent, event, silent)
  expect((await w.ask(agent, record, { id: availability, answer: 'NO' })).data.result).toEqual({ answer: 'NO', source: 'STAFF', assignment: { state: 'WITHDRAWN' } })
  expect((await w.ask(agent, record, { id: asked, answer: 'YES' })).data.result).toEqual({ answer: 'YES', source: 'STAFF', assignment: { state: 'CONFIRMED' } })
  expect(await w.db.event.findUniqueOrThrow({ where: { id: event } })).toMatchObject({ referentsAsked: 2, referentsAvailable: 1, referentsConfirmed: 1 })
})

it('keeps both answers when two take the last place at once, and gives it to exactly one', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (let race = 0; race < 8; race++) {
    const event = await w.published(t, { referentsNeeded: 1, startsAt: inDays(20 + race), endsAt: inDays(20 + race, 3) })
    const asked = await Promise.all([0, 1].map(async () => {
      const referent = await w.referent(t)
      await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'OFFERED', startsAt: inDays(1), endsAt: inDays(2), createdAt: inDays(-1) } })
      return w.availability(t.department, event, referent)
    }))
    const answers = await Promise.all(asked.map((id) => w.ask(agent, record, { id, answer: 'YES' })))
    expect(answers.map(({ data }) => data?.result.answer)).toEqual(['YES', 'YES'])
    expect((await w.db.assignment.findMany({ where: { eventId: event } })).map(({ state }) => state).sort()).toEqual(['CONFIRMED', 'OFFERED'])
  }
})

it('confirms the place that is offered at the very moment of the yes, whichever comes first', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const [event, referent] = [await w.published(t), await w.referent(t)]
  const id = await w.availability(t.department, event, referent)
  let given: Promise<Awaited<ReturnType<typeof w.ask>>>
  await w.db.$transaction(async (tx) => {
    await tx.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'OFFERED', startsAt: inDays(1), endsAt: inDays(2), createdAt: inDays(-1) } })
    given = w.ask(agent, record, { id, answer: 'YES' })
    await somebodyWaits(tx)
  }, { timeout: 20_000 })
  expect((await given!).data?.result.assignment).toEqual({ state: 'CONFIRMED' })

  const [later, other] = [await w.published(t, { startsAt: inDays(20), endsAt: inDays(20, 3) }), await w.referent(t)]
  await w.availability(t.department, later, other)
  let offered: ReturnType<typeof to>
  await w.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Event" WHERE "id" = ${later}::uuid FOR UPDATE`
    offered = to(agent, later, other)
    await somebodyWaits(tx)
    await tx.availability.updateMany({ where: { eventId: later }, data: { answer: 'YES', source: 'LINK', answeredAt: inDays(0) } })
  }, { timeout: 20_000 })
  expect((await offered!).data?.result.state).toBe('CONFIRMED')
})

it('keeps two answers of the same referent for the same hour, and gives him one place', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (let race = 0; race < 8; race++) {
    const referent = await w.referent(t)
    const asked = await Promise.all([0, 1].map(async (hour) => {
      const event = await w.published(t, { startsAt: inDays(40 + race, hour), endsAt: inDays(40 + race, hour + 3) })
      await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'OFFERED', startsAt: inDays(1), endsAt: inDays(2), createdAt: inDays(-1) } })
      return w.availability(t.department, event, referent)
    }))
    const answers = await Promise.all(asked.map((id) => w.ask(agent, record, { id, answer: 'YES' })))
    expect(answers.map(({ data }) => data?.result.answer)).toEqual(['YES', 'YES'])
    expect((await w.db.assignment.findMany({ where: { referentId: referent } })).map(({ state }) => state).sort()).toEqual(['CONFIRMED', 'OFFERED'])
  }
})

it('takes places through their life as the design says', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const table = { confirmAssignment: ['OFFERED', 'TO_RECONFIRM', 'DECLINED', 'WITHDRAWN', 'RELEASED'], releaseAssignment: ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM'], recordReferentPresence: ['CONFIRMED'] }
  const becomes = { confirmAssignment: 'CONFIRMED', releaseAssignment: 'RELEASED', recordReferentPresence: 'PRESENT' }
  for (const [operation, from] of Object.entries(table))
    for (const state of ['OFFERED', 'CONFIRMED', 'PRESENT', 'DECLINED', 'WITHDRAWN', 'RELEASED', 'TO_RECONFIRM', 'ABSENT'] as const) {
      const event = await w.published(t, operation === 'recordReferentPresence' ? { startsAt: inDays(-1), endsAt: inDays(-1, 3) } : {})
      const { id } = await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: await w.referent(t), state, startsAt: inDays(1), endsAt: inDays(2), createdAt: inDays(-1) } })
      const { data, errors } = await w.ask(agent, `mutation($id: ID!) { result: ${operation}(id: $id${operation === 'releaseAssignment' ? ', reason: "trop nombreux"' : ''}) { state } }`, { id })
      if (from.includes(state)) expect(data?.result.state, `${operation} from ${state}`).toBe(becomes[operation as keyof typeof becomes])
      else expect(errors?.[0]?.extensions.reasons?.[0]?.code, `${operation} from ${state}`).toBe('WRONG_STATE')
    }
})
