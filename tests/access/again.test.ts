import { isInputObjectType, getNamedType, type GraphQLInputType } from 'graphql'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { createSchema } from '../../server/graphql/schema.ts'
import { bytesOf, HEADERS, importing, row } from '../imports/importing.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

/** Every write that takes an identifier made by the client, sent many times at the same instant, as a client does that hears no answer. */
const w = await world()
const { send } = importing(w)
type Team = { t: Territory; agent: Person; manager: Person; region: Person }
type Call = { by: Person; call: string; variables?: Record<string, [type: string, value: unknown]>; select?: string }

const writing = (t: Territory) => ({ title: 'Une opération', startsAt: inDays(12), endsAt: inDays(12, 2), capacity: 10, referentsNeeded: 1, venueId: t.venue, neighbourhoodIds: [t.neighbourhood] })
const copied = ['PLACE', 'HOURS', 'CAPACITY', 'NEIGHBOURHOODS']

const verbs: Record<string, (team: Team, id: string) => Call | Promise<Call>> = {
  createAgency: ({ t, agent }) => ({ by: agent, call: `createAgency(id: $id, departmentCodes: ["${t.department}"], input: { name: "Structure Exemple", kind: ASSOCIATION })` }),
  createCampaign: ({ t, region }) => ({ by: region, call: `createCampaign(id: $id, input: { name: "Encore ${t.department}", startsOn: "2026-09-01", endsOn: "2026-12-31", target: 3, perimeterId: "${t.perimeter}", targets: [] })` }),
  createComment: async ({ t, agent, manager }) => ({ by: agent, call: `createComment(id: $id, eventId: "${await w.event(t)}", input: { text: "Un mot", mentionIds: ["${manager.account}"] })` }),
  createEvent: ({ t, agent }) => ({ by: agent, call: `createEvent(id: $id, campaignId: "${t.campaign}", departmentCode: "${t.department}", input: $input)`, variables: { input: ['EventInput!', writing(t)] } }),
  createProposal: ({ t, agent }) => ({ by: agent, call: `createProposal(id: $id, campaignId: "${t.campaign}")` }),
  createReferent: ({ t, agent }, id) => ({ by: agent, call: `createReferent(id: $id, departmentCodes: ["${t.department}"], input: { firstName: "Dominique", lastName: "Exemple", email: "${id}@example.org" })` }),
  createSavedView: ({ agent }) => ({ by: agent, call: 'createSavedView(id: $id, input: { name: "Ma vue", search: "", hiddenColumns: [] })' }),
  createSeries: async ({ t, agent }) => ({ by: agent, call: `createSeries(id: "${await w.event(t)}", series: $series)`, select: 'items { id }', variables: { series: ['SeriesInput!', { what: copied, dates: [{ id: v7(), on: '2026-11-03' }, { id: v7(), on: '2026-11-10' }] }] } }),
  createTask: async ({ t, agent }) => ({ by: agent, call: `createTask(id: $id, eventId: "${await w.event(t)}", input: { title: "Appeler la mairie", dueOn: "2026-10-12" })` }),
  createVenue: ({ t, agent }) => ({ by: agent, call: `createVenue(id: $id, cityId: "${t.city}", input: { name: "Gymnase Exemple", address: "2 rue de l’Exemple", postalCode: "93000" })` }),
  copyEvent: async ({ t, agent }) => ({ by: agent, call: `copyEvent(id: "${await w.event(t)}", newId: $id, on: "2026-11-03", copy: { what: [${copied}] })` }),
  // The only place of its event.
  assignReferent: async ({ t, agent }) => ({ by: agent, call: `assignReferent(id: $id, eventId: "${await w.published(t, { referentsNeeded: 1 })}", referentId: "${await w.referent(t)}")` }),
  // Somebody who has no account yet.
  inviteAccount: ({ t, manager }, id) => ({ by: manager, call: `inviteAccount(id: $id, input: { email: "${id}@example.org", name: "Camille Exemple", role: DEPARTMENT_AGENT, departmentCode: "${t.department}" })` }),
  messageReferents: async ({ t, agent }) => {
    const [event, referent] = [await w.published(t), await w.referent(t)]
    await w.availability(t.department, event, referent, 'YES')
    return { by: agent, call: `messageReferents(id: $id, eventId: "${event}", subject: "Rappel", body: "À bientôt, comme convenu.", to: ASKED)` }
  },
  saveMessageTemplate: ({ t, manager }) => ({ by: manager, call: `saveMessageTemplate(id: $id, kind: MOVED, departmentCode: "${t.department}", version: 0, ${words})` }),
  resetMessageTemplate: async ({ t, manager }) => {
    await textOf(t, 1)
    return { by: manager, call: `resetMessageTemplate(id: $id, kind: MOVED, departmentCode: "${t.department}", version: 1)` }
  },
  restoreMessageTemplate: async ({ t, manager }) => {
    const [first] = [await textOf(t, 1), await textOf(t, 2)]
    return { by: manager, call: `restoreMessageTemplate(id: $id, from: "${first}", version: 2)` }
  },
  testMessageTemplate: ({ manager }) => ({ by: manager, call: `testMessageTemplate(id: $id, kind: MOVED, ${words})`, select: '' }),
  prepareImport: async ({ t, agent }) => {
    const { id: file } = await send(agent, bytesOf([HEADERS, row()]))
    return { by: agent, call: `prepareImport(id: $id, fileId: "${file}", campaignId: "${t.campaign}")` }
  },
}

const words = 'input: { subject: "Changement pour {opération}", body: "Bonjour, voyez {lien}" }'
const textOf = async (t: Territory, version: number) =>
  (await w.db.messageTemplate.create({ data: { id: v7(), kind: 'MOVED', departmentCode: t.department, version, subject: `Changement ${version}`, body: 'Bonjour, voyez {lien}', createdAt: inDays(-1) } })).id

/** What is written in the journal, where it is more than a line: two drafts, a place and the question that goes with it. */
const lines: Record<string, number> = { createSeries: 2, assignReferent: 2 }

const takesOwnId = ({ description, type }: { description?: string | null | undefined; type: GraphQLInputType }): boolean => {
  const named = getNamedType(type)
  return /^A UUID made by the client/.test(description ?? '') || (isInputObjectType(named) && Object.values(named.getFields()).some(takesOwnId))
}

it('knows every write of the schema that takes an identifier made by the client', async () => {
  const mutations = Object.values((await createSchema()).getMutationType()!.getFields())
  expect(Object.keys(verbs).sort()).toEqual(mutations.filter(({ args }) => args.some(takesOwnId)).map(({ name }) => name).sort())
})

it.each(Object.entries(verbs))('%s answers the same each time, and does one thing', async (name, verb) => {
  const t = await w.territory()
  const team = { t, agent: await w.account('DEPARTMENT_AGENT', t), manager: await w.account('DEPARTMENT_MANAGER', t), region: await w.account('REGIONAL_MANAGER') }
  const id = v7()
  const { by, call, variables = {}, select = 'id' } = await verb(team, id)
  const own = call.includes('$id') ? { id: ['ID!', id] as [string, unknown] } : {}
  const given = Object.entries({ ...own, ...variables })
  const mutation = `mutation(${given.map(([name, [type]]) => `$${name}: ${type}`).join(', ')}) { result: ${call} ${select && `{ ${select} }`} }`
  const said = async () => ({ entries: await w.db.auditEntry.count({ where: { accountId: by.account } }), mails: await w.db.message.count() })
  const before = await said()
  const once = () => w.ask(by, mutation, Object.fromEntries(given.map(([name, [, value]]) => [name, value])))
  const answers = await Promise.all(Array.from({ length: 8 }, once))
  const after = await said()
  expect(answers.map(({ errors }) => errors?.[0]?.extensions).filter(Boolean)).toEqual([])
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect((await once()).data).toEqual(answers[0]!.data)
  expect(await said()).toEqual(after)
  expect(after.entries - before.entries).toBe(lines[name] ?? 1)
  expect(after.mails - before.mails).toBeLessThanOrEqual(1)
})
