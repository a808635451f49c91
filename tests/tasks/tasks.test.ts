import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const input = (t: Territory, over: object = {}) => ({ name: `Campagne ${v7()}`, startsOn: '2026-09-01', endsOn: '2026-12-31', target: 3, perimeterId: t.perimeter, targets: [], ...over })
const region = await w.account('REGIONAL_MANAGER')
const tasksOf = (eventId: string) => w.db.task.findMany({ where: { eventId }, orderBy: [{ dueOn: 'asc' }, { title: 'asc' }] })
const days = async (eventId: string) => (await tasksOf(eventId)).map(({ title, dueOn }) => `${dueOn.toISOString().slice(0, 10)} ${title}`)
const say = (person: Parameters<typeof w.ask>[0], call: string, variables: object) =>
  w.ask(person, `mutation(${Object.keys(variables).map((name) => `$${name}: ${{ id: 'ID!', eventId: 'ID!', input: 'TaskInput!', version: 'Int!', assigneeId: 'ID' }[name]}`).join(', ')}) { result: ${call} { id } }`, variables)

describe('the checklist of a campaign', () => {
  it('starts with what the design asks, comes with each event, and reaches those to come when it changes', async () => {
    const t = await w.territory()
    const id = v7()
    const { data } = await w.ask(region, 'mutation($id: ID!, $input: CampaignInput!) { result: createCampaign(id: $id, input: $input) { venueDays checklist { id title daysBefore } } }', { id, input: input(t) })
    expect(data.result).toMatchObject({ venueDays: 35, checklist: [{ title: 'Relevez les présences', daysBefore: -1 }, { title: 'Imprimez la liste des jeunes attendus', daysBefore: 1 }, { title: 'Confirmez les structures attendues', daysBefore: 7 }] })
    await w.db.campaign.update({ where: { id }, data: { state: 'OPEN' } })
    const agent = await w.account('DEPARTMENT_AGENT', t)
    const own = v7()
    await w.ask(agent, 'mutation($id: ID!, $c: ID!, $d: ID!, $input: EventInput!) { createEvent(id: $id, campaignId: $c, departmentCode: $d, input: $input) { id } }',
      { id: own, c: id, d: t.department, input: { title: 'Une opération', startsAt: '2026-11-10T08:00:00Z', endsAt: '2026-11-10T10:00:00Z', capacity: 10, referentsNeeded: 1 } })
    const gone = await w.event({ ...t, campaign: id }, { state: 'CLOSED', publishedAt: inDays(-9), startsAt: inDays(-5), endsAt: inDays(-5, 2) })
    expect(await days(own)).toEqual(['2026-11-03 Confirmez les structures attendues', '2026-11-09 Imprimez la liste des jeunes attendus', '2026-11-11 Relevez les présences'])

    const [present, print, partners] = data.result.checklist
    await w.ask(agent, 'mutation($id: ID!) { completeTask(id: $id) { id } }', { id: (await tasksOf(own))[1]!.id })
    const checklist = [{ ...present, title: 'Relevez toutes les présences' }, { ...partners, daysBefore: 10 }, { title: 'Prévenez la mairie', daysBefore: 20 }]
    const { version } = await w.db.campaign.findUniqueOrThrow({ where: { id } })
    const change = (over: object) => w.ask(region, 'mutation($id: ID!, $version: Int!, $input: CampaignInput!) { result: updateCampaign(id: $id, version: $version, input: $input) { version history { action changes } } }', { id, version, input: { ...input(t), ...over } })
    const changed = await change({ checklist })
    expect(changed.errors).toBeUndefined()
    expect(changed.data.result.history.find(({ action }: { action: string }) => action === 'updateChecklist').changes.checklist[1]).toEqual(['Relevez toutes les présences (J+1)', 'Confirmez les structures attendues (J-10)', 'Prévenez la mairie (J-20)'])
    // The line that was taken away stays where it was done.
    expect(await days(own)).toEqual(['2026-10-21 Prévenez la mairie', '2026-10-31 Confirmez les structures attendues', '2026-11-09 Imprimez la liste des jeunes attendus', '2026-11-11 Relevez toutes les présences'])
    expect(print.title).toBe('Imprimez la liste des jeunes attendus')
    expect(await days(gone)).toContain('2026-10-01 Relevez les présences')
    expect((await days(gone)).join()).not.toContain('mairie')
    const twice = await w.ask(region, 'mutation($id: ID!, $version: Int!, $input: CampaignInput!) { result: updateCampaign(id: $id, version: $version, input: $input) { id } }', { id, version: changed.data.result.version, input: { ...input(t), checklist: [{ title: 'Deux fois', daysBefore: 1 }, { title: 'Deux fois', daysBefore: 2 }] } })
    expect(twice.errors?.[0]?.extensions.fields).toEqual({ checklist: 'Deux lignes de la liste ont le même intitulé.' })
  })

  it('moves with the event’s date where it is open, across both changes of hour, and follows again when reopened', async () => {
    for (const [from, to, due] of [['2026-10-20T08:00:00Z', '2026-10-27T23:30:00Z', '2026-10-21'], ['2027-03-26T08:00:00Z', '2027-03-30T22:15:00Z', '2027-03-24']] as const) {
      const t = await w.territory()
      await w.db.checklistLine.createMany({ data: [{ id: v7(), campaignId: t.campaign, title: 'Ouverte', daysBefore: 7 }, { id: v7(), campaignId: t.campaign, title: 'Faite', daysBefore: 7 }] })
      const agent = await w.account('DEPARTMENT_AGENT', t)
      const event = await w.event(t, { startsAt: new Date(from), endsAt: new Date(Date.parse(from) + 3_600_000) })
      await w.task(t, { title: 'À la main', dueOn: new Date('2026-10-12') }, event)
      const done = (await tasksOf(event)).find(({ title }) => title === 'Faite')!
      await say(agent, 'completeTask(id: $id)', { id: done.id })
      const before = new Date(Date.parse(from) - 7 * 86_400_000).toISOString().slice(0, 10)
      await w.db.event.update({ where: { id: event }, data: { startsAt: new Date(to), endsAt: new Date(Date.parse(to) + 3_600_000) } })
      expect((await days(event)).sort()).toEqual([`${before} Faite`, '2026-10-12 À la main', `${due} Ouverte`].sort())
      await say(agent, 'reopenTask(id: $id)', { id: done.id })
      expect(await days(event)).toContain(`${due} Faite`)
    }
  })
})

describe('a task added by hand', () => {
  it('is given to a colleague, done, opened again and removed, each once and each in the history', async () => {
    const [t, elsewhere] = [await w.territory(), await w.territory()]
    const [agent, colleague, stranger] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_MANAGER', t), await w.account('DEPARTMENT_AGENT', elsewhere)]
    const eventId = await w.event(t)
    const [id, task] = [v7(), { title: 'Réserver la sonorisation', dueOn: '2026-10-12', assigneeId: colleague.account }]
    for (let again = 0; again < 2; again++) expect((await say(agent, 'createTask(id: $id, eventId: $eventId, input: $input)', { id, eventId, input: task })).errors).toBeUndefined()
    expect((await say(agent, 'createTask(id: $id, eventId: $eventId, input: $input)', { id: v7(), eventId, input: { ...task, assigneeId: stranger.account } })).errors?.[0]?.extensions.fields).toEqual({ assigneeId: 'Cette personne n’est pas de l’équipe du département : choisissez-en une autre.' })
    expect((await say(agent, 'assignTask(id: $id, assigneeId: $assigneeId)', { id, assigneeId: stranger.account })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect(await w.db.task.count({ where: { eventId } })).toBe(1)
    expect((await say(agent, 'updateTask(id: $id, version: $version, input: $input)', { id, version: 1, input: { ...task, dueOn: '2026-10-14' } })).errors).toBeUndefined()
    expect((await say(agent, 'updateTask(id: $id, version: $version, input: $input)', { id, version: 1, input: task })).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { dueOn: '2026-10-14' } })
    expect((await say(agent, 'assignTask(id: $id, assigneeId: $assigneeId)', { id, assigneeId: null })).errors).toBeUndefined()
    await say(colleague, 'completeTask(id: $id)', { id })
    expect((await say(agent, 'completeTask(id: $id)', { id })).errors?.[0]?.extensions.reasons).toEqual([{ code: 'DONE', sentence: 'Cette tâche est faite : rouvrez-la d’abord.' }])
    const { data } = await w.ask(agent, 'query($ids: [ID!]) { tasks(filter: { ids: $ids }) { items { urgency doneBy { name } history { action author { name } } } } }', { ids: [id] })
    expect(data.tasks.items[0]).toMatchObject({ urgency: null, doneBy: { name: 'Essai DEPARTMENT_MANAGER' }, history: [{ action: 'create' }, { action: 'update' }, { action: 'assign' }, { action: 'complete' }] })
    expect((await say(agent, 'removeTask(id: $id)', { id })).errors?.[0]?.extensions.code).toBe('CONFLICT')
    await say(agent, 'reopenTask(id: $id)', { id })
    expect((await say(agent, 'removeTask(id: $id)', { id })).data.result.id).toBe(eventId)
    expect(await w.db.task.count({ where: { eventId } })).toBe(0)
    expect(await w.db.auditEntry.findFirst({ where: { recordId: id, action: 'remove' } })).toMatchObject({ changes: { title: ['Réserver la sonorisation', null] } })
  })

  it('turns its event amber, then red, and green again once it is done', async () => {
    const t = await w.territory()
    const agent = await w.account('DEPARTMENT_AGENT', t)
    const eventId = await w.published(t, { startsAt: inDays(60), endsAt: inDays(60, 3), referentsNeeded: 1, referentsConfirmed: 1 })
    const look = async () => (await w.ask(agent, 'query($id: ID!) { event(id: $id) { readiness undone { code sentence taskId } } }', { id: eventId })).data.event
    for (const [due, readiness] of [[-1, 'RED'], [0, 'AMBER'], [7, 'AMBER'], [8, 'GREEN']] as const) {
      const id = await w.task(t, { dueOn: inDays(due), title: 'Prévenir la mairie' }, eventId)
      expect(await look(), `due in ${due} days`).toEqual({ readiness, undone: [{ code: 'TASK', sentence: 'Prévenir la mairie', taskId: id }] })
      await say(agent, 'completeTask(id: $id)', { id })
      expect((await look()).readiness).toBe('GREEN')
    }
  })

  it('is refused on its field when it says nothing, or too much, and on an event that is over', async () => {
    const t = await w.territory()
    const agent = await w.account('DEPARTMENT_AGENT', t)
    const eventId = await w.event(t)
    for (const title of ['ab', 'x'.repeat(201), '     ']) {
      const { errors } = await say(agent, 'createTask(id: $id, eventId: $eventId, input: $input)', { id: v7(), eventId, input: { title, dueOn: '2026-10-12' } })
      expect(errors?.[0]?.extensions.fields, title.slice(0, 9)).toEqual({ title: 'L’intitulé compte de 3 à 200 caractères.' })
    }
    const over = await w.event(t, { state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' })
    expect((await say(agent, 'createTask(id: $id, eventId: $eventId, input: $input)', { id: v7(), eventId: over, input: { title: 'Trop tard', dueOn: '2026-10-12' } })).errors?.[0]?.extensions.code).toBe('CONFLICT')
  })
})
