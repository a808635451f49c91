import { v7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { locksOf } from '../../server/access/lock.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

/**
 * Every operation of the schema, called over HTTP as every role, on rows of its own department and of another. The
 * expectations are written here by hand, and an operation that is missing from the table fails the test.
 */
const w = await world()
const [here, elsewhere] = [await w.territory(), await w.territory()]
const agencies = { here: await w.agency(here), elsewhere: await w.agency(elsewhere) }
const people: Record<string, Person | null> = {}

beforeAll(async () => {
  people.regionalManager = await w.account('REGIONAL_MANAGER')
  people.regionalReader = await w.account('REGIONAL_READER')
  people.manager = await w.account('DEPARTMENT_MANAGER', here)
  people.agent = await w.account('DEPARTMENT_AGENT', here)
  people.agencyManager = await w.account('AGENCY_MANAGER', { agency: agencies.here })
  people.agencyAgent = await w.account('AGENCY_AGENT', { agency: agencies.here })
  people.officer = await w.account('DATA_PROTECTION_OFFICER')
  people.nobody = null
})

type Side = 'here' | 'elsewhere'
type Call = { args: string; select: string; holders: Partial<Record<string, Side | 'both'>> }
const all = ['regionalManager', 'regionalReader', 'manager', 'agent', 'agencyManager', 'agencyAgent', 'officer', 'nobody']
const holders = (at: Side | 'both', ...names: string[]) => Object.fromEntries(names.map((name) => [name, at]))
const everybody = holders('both', ...all)
const region = holders('both', 'regionalManager', 'regionalReader')
const prefecture = holders('here', 'manager', 'agent')
const managers = holders('here', 'manager')
const id = (value: string) => `id: "${value}"`
const items = 'items { id }'

const input = (t: Territory) => `input: { title: "Une opération", startsAt: "${inDays(12).toISOString()}", endsAt: "${inDays(12, 2).toISOString()}", capacity: 10, referentsNeeded: 1, venueId: "${t.venue}", neighbourhoodIds: ["${t.neighbourhood}"] }`
const referentInput = () => `input: { firstName: "Dominique", lastName: "Exemple", email: "${v7()}@example.org" }`
const published = (t: Territory) => w.published(t)
const asked = async (t: Territory) => w.availability(t.department, await published(t), await w.referent(t), 'YES')
async function assigned(t: Territory, state: 'OFFERED' | 'CONFIRMED', over: object = {}, since = -1) {
  const [event, referent] = [await w.published(t, over), await w.referent(t)]
  const at = await w.db.event.findUniqueOrThrow({ where: { id: event } })
  return (await w.db.assignment.create({ data: { id: v7(), eventId: event, departmentCode: t.department, referentId: referent, state, startsAt: at.startsAt, endsAt: at.endsAt, createdAt: inDays(since) } })).id
}
const campaignInput = (t: Territory, name: string) => `input: { name: "${name}", startsOn: "2026-09-01", endsOn: "2026-12-31", target: 3, perimeterId: "${t.perimeter}", targets: [] }`
/** An import of one line; of the event, when there is one. */
async function imported(t: Territory, made?: string) {
  const by = people.manager!.account
  const file = await w.db.uploadedFile.create({ data: { id: v7(), name: 'c.csv', bytes: new Uint8Array([1]), accountId: by, createdAt: inDays(0) } })
  return (await w.db.import.create({ data: { id: v7(), campaignId: t.campaign, fileId: file.id, fileName: 'c.csv', weeks: 0, accountId: by, createdAt: inDays(0), departmentCode: t.department, headers: ['Département'], lines: { create: { id: v7(), line: 2, verdict: 'NEW', summary: 'Ligne', findings: [], ...(made ? { eventId: made, outcome: 'CREATED', takenAt: inDays(0) } : {}) } } } })).id
}
async function message(t: Territory) {
  return (await w.db.message.create({ data: { id: v7(), template: 'invitation', templateVersion: 1, departmentCode: t.department, address: 'a@example.org', subject: 'Objet', body: 'Texte', state: 'KEPT', createdAt: inDays(0), referentId: await w.referent(t) } })).id
}
const failed = async (t: Territory) => {
  const one = await message(t)
  await w.db.message.update({ where: { id: one }, data: { state: 'FAILED' } })
  return one
}
const text = (t: Territory) => w.db.messageTemplate.create({ data: { id: v7(), kind: 'MOVED', departmentCode: t.department, version: 1 + made++, subject: 'Un objet', body: 'Un texte : {lien}', createdAt: inDays(0) } })
const newText = 'input: { subject: "Un objet", body: "Un texte : {lien}" }'
let made = 0
/** A job that failed, and that the worker leaves alone. */
async function broken() {
  const [job] = await w.db.$queryRaw<{ id: bigint }[]>`SELECT id FROM graphile_worker.add_job('weeklyDigest', run_at => now() + interval '1 day', max_attempts => 1)`
  await w.db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'The task failed' WHERE id = ${job!.id}`
  return String(job!.id)
}
const viewInput = () => `input: { name: "${v7()}", search: "view=board", hiddenColumns: [] }`
/** A view of the manager's: nobody else changes it, shared or not. */
const view = async (t: Territory, shared = false) =>
  (await w.db.savedView.create({ data: { id: v7(), accountId: people.manager!.account, departmentCode: t.department, name: v7(), search: '', hiddenColumns: [], shared, createdAt: inDays(0) } })).id
const commented = async (t: Territory) => (await w.db.comment.create({ data: { id: v7(), eventId: await w.event(t), departmentCode: t.department, authorId: people.agent!.account, text: 'Un mot', createdAt: inDays(0) } })).id
/** A line that waits for a decision, of a proposal of the department. */
async function proposed(t: Territory) {
  const [event, referent, proposalId, needId, id] = [await w.published(t), await w.referent(t), v7(), v7(), v7()]
  await w.availability(t.department, event, referent, 'YES')
  const of = { proposalId, eventId: event, departmentCode: t.department }
  await w.db.proposal.create({ data: { id: proposalId, campaignId: t.campaign, departmentCode: t.department, accountId: people.agent!.account, createdAt: inDays(0), state: 'READY' } })
  await w.db.proposalNeed.create({ data: { id: needId, ...of, startsAt: inDays(10), places: 2, missing: 1, reasons: [] } })
  await w.db.proposalLine.create({ data: { id, ...of, needId, referentId: referent, answer: 'YES', load: 0 } })
  return { proposalId, line: id }
}
const colleague = async (t: Territory) => (await w.account('DEPARTMENT_AGENT', t))

/** How to call each operation on rows of a territory, and who succeeds there. */
const calls: Record<string, (t: Territory, side: Side) => Promise<Call> | Call> = {
  'Query.about': () => ({ args: '', select: 'demonstration', holders: everybody }),
  'Query.me': () => ({ args: '', select: 'grants', holders: everybody }),
  'Query.departments': () => ({ args: '', select: items, holders: everybody }),
  'Query.cities': () => ({ args: '', select: items, holders: everybody }),
  'Query.neighbourhoods': () => ({ args: '', select: items, holders: everybody }),
  'Query.perimeters': () => ({ args: '', select: items, holders: everybody }),
  'Query.campaigns': () => ({ args: '', select: items, holders: everybody }),
  'Query.campaign': (t) => ({ args: id(t.campaign), select: 'id', holders: everybody }),
  'Query.venues': () => ({ args: '', select: items, holders: everybody }),
  'Query.venue': (t) => ({ args: id(t.venue), select: 'id', holders: everybody }),
  'Query.agencies': () => ({ args: '', select: items, holders: everybody }),
  'Query.agency': (_, side) => ({ args: id(agencies[side]), select: 'id', holders: everybody }),
  'Query.events': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent', 'agencyManager', 'agencyAgent', 'nobody') } }),
  'Query.event': async (t) => ({ args: id(await w.event(t, { state: 'SUBMITTED' })), select: 'id', holders: { ...region, ...prefecture, ...holders('here', 'agencyManager', 'agencyAgent') } }),
  'Query.eventCounts': () => ({ args: '', select: 'all', holders: { ...region, ...holders('both', 'manager', 'agent', 'agencyManager', 'agencyAgent', 'nobody') } }),
  'Query.savedViews': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent', 'agencyManager', 'agencyAgent') } }),
  'Query.referents': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.referent': async (t) => ({ args: id(await w.referent(t)), select: 'id', holders: { ...region, ...prefecture } }),
  'Query.availabilities': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.assignments': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.proposals': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.proposal': async (t) => ({ args: id((await proposed(t)).proposalId), select: 'id', holders: { ...region, ...prefecture } }),
  'Query.proposalNeeds': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.proposalLines': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Mutation.createProposal': (t) => ({ args: `${id(v7())}, campaignId: "${t.campaign}"`, select: 'id', holders: holders('both', 'regionalManager', 'manager', 'agent') }),
  'Mutation.acceptProposalLine': async (t) => ({ args: id((await proposed(t)).line), select: 'id', holders: prefecture }),
  'Mutation.refuseProposalLine': async (t) => ({ args: id((await proposed(t)).line), select: 'id', holders: prefecture }),
  'Query.messages': () => ({ args: '', select: items, holders: holders('both', 'regionalManager', 'manager', 'agent') }),
  'Query.message': async (t) => ({ args: id(await message(t)), select: 'id', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Mutation.resendMessage': async (t) => ({ args: `${id(await failed(t))}, version: 1`, select: 'id', holders: prefecture }),
  'Query.messageKinds': () => ({ args: '', select: 'kind', holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.messageTemplates': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.messagePreview': async (t) => ({ args: `kind: MOVED, ${newText}, referentId: "${await w.referent(t)}"`, select: 'text', holders: { ...region, ...prefecture } }),
  'Mutation.testMessageTemplate': async (t) => ({ args: `${id(v7())}, kind: MOVED, ${newText}, referentId: "${await w.referent(t)}"`, select: '', holders: { ...region, ...prefecture } }),
  'Mutation.saveMessageTemplate': async (t) => ({ args: `${id(v7())}, kind: MOVED, departmentCode: "${t.department}", version: ${(await text(t)).version}, ${newText}`, select: 'id', holders: managers }),
  'Mutation.resetMessageTemplate': async (t) => ({ args: `${id(v7())}, kind: MOVED, departmentCode: "${t.department}", version: ${(await text(t)).version}`, select: 'id', holders: managers }),
  'Mutation.restoreMessageTemplate': async (t) => {
    const { id: from, version } = await text(t)
    return { args: `${id(v7())}, from: "${from}", version: ${version}`, select: 'id', holders: managers }
  },
  'Query.jobs': () => ({ args: '', select: items, holders: holders('both', 'regionalManager') }),
  'Mutation.restartJob': async () => ({ args: id(await broken()), select: '', holders: holders('both', 'regionalManager') }),
  'Mutation.giveUpJob': async () => ({ args: id(await broken()), select: '', holders: holders('both', 'regionalManager') }),
  'Query.accounts': () => ({ args: '', select: items, holders: holders('both', 'regionalManager', 'manager', 'agencyManager') }),
  'Query.account': async (t) => ({ args: id((await colleague(t)).account), select: 'id', holders: { ...holders('both', 'regionalManager'), ...managers } }),
  'Query.auditEntries': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent', 'officer') } }),
  'Query.todos': () => ({ args: '', select: 'count', holders: { ...region, ...holders('both', 'manager', 'agent', 'agencyManager', 'agencyAgent', 'nobody') } }),
  'Mutation.noteVisit': () => ({ args: '', select: '', holders: holders('both', ...all.filter((name) => name !== 'nobody')) }),
  'Mutation.chooseDigest': () => ({ args: 'wanted: false', select: '', holders: holders('both', ...all.filter((name) => name !== 'nobody')) }),
  'Query.tasks': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.colleagues': () => ({ args: '', select: items, holders: { ...region, ...holders('both', 'manager', 'agent') } }),
  'Query.imports': () => ({ args: '', select: items, holders: holders('both', 'regionalManager', 'manager', 'agent') }),
  'Query.import': async (t) => ({ args: id(await imported(t)), select: 'id', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Query.importLines': () => ({ args: '', select: items, holders: holders('both', 'regionalManager', 'manager', 'agent') }),
  'Query.importRemarks': async (t) => ({ args: `${id(await imported(t))}, weeks: 1`, select: 'code', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Query.rejectedLines': async (t) => ({ args: id(await imported(t)), select: '', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Mutation.judgeImport': async (t) => ({ args: `${id(await imported(t))}, weeks: 1, columns: [${['DEPARTMENT', 'CITY', 'DAY', 'START', 'END', 'CAPACITY'].map((column) => `{ column: ${column}, at: 0 }`).join()}]`, select: 'id', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Mutation.correctImportLine': async (t) => ({ args: `${id(await imported(t))}, line: 2, cells: [{ at: 0, text: "93" }]`, select: 'id', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),
  'Mutation.undoImport': async (t) => ({ args: id(await imported(t, await w.event(t))), select: 'id', holders: { ...holders('both', 'regionalManager'), ...prefecture } }),

  'Mutation.createCampaign': (t) => ({ args: `${id(v7())}, ${campaignInput(t, `Nouvelle ${v7()}`)}`, select: 'id', holders: holders('both', 'regionalManager') }),
  ...Object.fromEntries(([['openCampaign', 'PREPARING', ''], ['reviewCampaign', 'OPEN', ''], ['closeCampaign', 'REVIEWING', ''], ['reopenCampaign', 'CLOSED', ', reason: "oubli"']] as const).map(([verb, state, more]) => [`Mutation.${verb}`, async (t: Territory) => {
    const { id: campaign } = await w.db.campaign.create({ data: { name: `À l’essai ${v7()}`, startsOn: inDays(-60), endsOn: inDays(90), state, target: 1, perimeterId: t.perimeter, createdAt: inDays(0) } })
    return { args: `${id(campaign)}${more}`, select: 'id', holders: holders('both', 'regionalManager') }
  }])),
  'Mutation.updateCampaign': async (t) => {
    const { version } = await w.db.campaign.findUniqueOrThrow({ where: { id: t.campaign } })
    return { args: `${id(t.campaign)}, version: ${version}, ${campaignInput(t, `Renommée ${v7()}`)}`, select: 'id', holders: holders('both', 'regionalManager') }
  },
  'Mutation.createVenue': (t) => ({ args: `${id(v7())}, cityId: "${t.city}", input: { name: "Salle ${v7()}", address: "2 rue de l’Exemple", postalCode: "93000" }`, select: 'id', holders: prefecture }),
  'Mutation.updateVenue': async (t) => {
    const venue = await w.db.venue.create({ data: { id: v7(), departmentCode: t.department, cityId: t.city, name: v7(), address: 'a', postalCode: '93000' } })
    return { args: `${id(venue.id)}, version: 1, input: { name: "Salle ${v7()}", address: "2 rue de l’Exemple", postalCode: "93000" }`, select: 'id', holders: prefecture }
  },
  'Mutation.createAgency': (t) => ({ args: `${id(v7())}, departmentCodes: ["${t.department}"], input: { name: "Structure", kind: EMPLOYER }`, select: 'id', holders: prefecture }),
  'Mutation.updateAgency': async (t) => ({ args: `${id(await w.agency(t))}, version: 1, input: { name: "Structure", kind: EMPLOYER }`, select: 'id', holders: prefecture }),
  'Mutation.createEvent': (t) => ({ args: `${id(v7())}, campaignId: "${t.campaign}", departmentCode: "${t.department}", ${input(t)}`, select: 'id', holders: prefecture }),
  'Mutation.updateEvent': async (t) => ({ args: `${id(await w.event(t))}, version: 1, ${input(t)}`, select: 'id', holders: prefecture }),
  'Mutation.submitEvent': async (t) => ({ args: id(await w.event(t)), select: 'id', holders: prefecture }),
  'Mutation.requestEventChanges': async (t) => ({ args: `${id(await w.event(t, { state: 'SUBMITTED' }))}, reason: "à revoir"`, select: 'id', holders: managers }),
  'Mutation.publishEvent': async (t) => ({ args: id(await w.event(t)), select: 'id', holders: managers }),
  'Mutation.postponeEvent': async (t) => ({ args: `${id(await published(t))}, version: 1, reason: "salle prise"`, select: 'id', holders: managers }),
  'Mutation.cancelEvent': async (t) => ({ args: `${id(await published(t))}, reason: "neige", cancellationReason: WEATHER`, select: 'id', holders: managers }),
  'Mutation.holdEvent': async (t) => ({ args: id(await w.published(t, { startsAt: inDays(-1), endsAt: inDays(-1, 2) })), select: 'id', holders: prefecture }),
  'Mutation.closeEvent': async (t) => ({ args: id(await w.published(t, { state: 'HELD' })), select: 'id', holders: managers }),
  'Mutation.reopenEvent': async (t) => ({ args: `${id(await w.published(t, { state: 'CLOSED' }))}, reason: "oubli"`, select: 'id', holders: managers }),
  'Mutation.createTask': async (t) => ({ args: `${id(v7())}, eventId: "${await w.event(t)}", input: { title: "Une tâche", dueOn: "2026-10-12" }`, select: 'id', holders: prefecture }),
  'Mutation.updateTask': async (t) => ({ args: `${id(await w.task(t))}, version: 1, input: { title: "Une autre tâche", dueOn: "2026-10-12" }`, select: 'id', holders: prefecture }),
  'Mutation.assignTask': async (t) => ({ args: `${id(await w.task(t))}, assigneeId: "${(await colleague(t)).account}"`, select: 'id', holders: prefecture }),
  'Mutation.completeTask': async (t) => ({ args: id(await w.task(t)), select: 'id', holders: prefecture }),
  'Mutation.reopenTask': async (t) => ({ args: id(await w.task(t, { doneAt: inDays(-1) })), select: 'id', holders: prefecture }),
  'Mutation.removeTask': async (t) => ({ args: id(await w.task(t)), select: 'id', holders: prefecture }),
  'Query.daysOff': () => ({ args: 'from: "2026-12-24", until: "2026-12-26"', select: 'date', holders: everybody }),
  'Query.seriesPreview': async (t) => ({ args: `${id(await w.event(t))}, rule: { days: ["2026-12-25"] }, copy: { what: [HOURS, PLACE] }`, select: 'dates { on }', holders: prefecture }),
  'Mutation.copyEvent': async (t) => ({ args: `${id(await w.event(t))}, newId: "${v7()}", on: "2026-11-12", copy: { what: [HOURS, CAPACITY] }`, select: 'id', holders: prefecture }),
  'Mutation.createSeries': async (t) => ({ args: `${id(await w.event(t))}, series: { what: [HOURS, CAPACITY], dates: [{ id: "${v7()}", on: "2026-11-12" }] }`, select: items, holders: prefecture }),
  'Mutation.changeLeadAgency': async (t, side) => ({ args: `${id(await w.event(t))}, version: 1, leadAgencyId: "${agencies[side]}"`, select: 'id', holders: prefecture }),
  'Mutation.messageReferents': async (t) => {
    const event = await published(t)
    await w.availability(t.department, event, await w.referent(t))
    return { args: `eventId: "${event}", ${id(v7())}, subject: "Un rappel", body: "À bientôt, {prénom}.", to: ASKED`, select: 'id', holders: prefecture }
  },
  'Mutation.createSavedView': () => ({ args: `${id(v7())}, ${viewInput()}`, select: 'id', holders: { ...region, ...holders('both', 'manager', 'agent', 'agencyManager', 'agencyAgent') } }),
  'Mutation.updateSavedView': async (t) => ({ args: `${id(await view(t))}, version: 1, ${viewInput()}`, select: 'id', holders: holders('both', 'manager') }),
  'Mutation.shareSavedView': async (t) => ({ args: id(await view(t)), select: 'id', holders: holders('both', 'manager') }),
  'Mutation.unshareSavedView': async (t) => ({ args: id(await view(t, true)), select: 'id', holders: holders('both', 'manager') }),
  'Mutation.removeSavedView': async (t) => ({ args: id(await view(t)), select: '', holders: holders('both', 'manager') }),
  'Mutation.createComment': async (t) => ({ args: `${id(v7())}, eventId: "${await w.event(t)}", input: { text: "Un mot" }`, select: 'id', holders: { ...region, ...prefecture } }),
  'Mutation.updateComment': async (t) => ({ args: `${id(await commented(t))}, version: 1, input: { text: "Un autre" }`, select: 'id', holders: holders('here', 'agent') }),
  'Mutation.removeComment': async (t) => ({ args: id(await commented(t)), select: 'id', holders: holders('here', 'agent') }),
  'Mutation.createReferent': (t) => ({ args: `${id(v7())}, departmentCodes: ["${t.department}"], ${referentInput()}`, select: 'id', holders: prefecture }),
  'Mutation.updateReferent': async (t) => ({ args: `${id(await w.referent(t))}, version: 1, ${referentInput()}`, select: 'id', holders: prefecture }),
  'Mutation.mergeReferents': async (t) => ({ args: `${id(await w.referent(t))}, version: 1, otherId: "${await w.referent(t)}", otherVersion: 1, ${referentInput()}`, select: 'id', holders: prefecture }),
  'Mutation.eraseReferent': async (t) => ({ args: `${id(await w.referent(t))}, reason: "sur demande"`, select: 'id', holders: prefecture }),
  'Mutation.tellReferentsApart': async (t) => ({ args: `${id(await w.referent(t))}, otherId: "${await w.referent(t)}"`, select: 'id', holders: prefecture }),
  'Mutation.inviteReferents': async (t) => ({ args: `eventIds: ["${await published(t)}"], referentIds: ["${await w.referent(t)}"]`, select: items, holders: prefecture }),
  'Mutation.answerInvitation': async (t) => ({ args: `${id(await asked(t))}, answer: NO`, select: 'id', holders: {} }),
  'Mutation.declineRest': async (t) => ({ args: `referentId: "${await w.referent(t)}"`, select: 'id', holders: {} }),
  'Mutation.updateOwnDetails': async (t) => ({ args: `${id(await w.referent(t))}, input: { comment: "Le matin" }`, select: 'id', holders: {} }),
  'Mutation.addUnavailability': async (t) => ({ args: `referentId: "${await w.referent(t)}", startsOn: "2026-12-01", endsOn: "2026-12-03"`, select: 'id', holders: prefecture }),
  'Mutation.removeUnavailability': async (t) => ({ args: id((await w.db.unavailability.create({ data: { id: v7(), referentId: await w.referent(t), startsOn: inDays(3), endsOn: inDays(4), createdAt: inDays(0) } })).id), select: 'id', holders: prefecture }),
  'Mutation.recordAnswer': async (t) => ({ args: `${id(await asked(t))}, answer: NO`, select: 'id', holders: prefecture }),
  'Mutation.assignReferent': async (t) => ({ args: `${id(v7())}, eventId: "${await published(t)}", referentId: "${await w.referent(t)}"`, select: 'id', holders: prefecture }),
  'Mutation.confirmAssignment': async (t) => ({ args: id(await assigned(t, 'OFFERED')), select: 'id', holders: prefecture }),
  'Mutation.releaseAssignment': async (t) => ({ args: `${id(await assigned(t, 'CONFIRMED'))}, reason: "trop nombreux"`, select: 'id', holders: prefecture }),
  'Mutation.reconfirmAssignment': async (t) => ({ args: id(await assigned(t, 'CONFIRMED', { startsAt: inDays(1.5), endsAt: inDays(1.5, 2) }, -20)), select: 'id', holders: prefecture }),
  'Mutation.recordReferentPresence': async (t) => ({ args: id(await assigned(t, 'CONFIRMED', { startsAt: inDays(-1), endsAt: inDays(-1, 2) })), select: 'id', holders: prefecture }),
}

const FORBIDDEN = ['FORBIDDEN', 'NOT_FOUND']

it('answers each person as the table says, and no one else', async () => {
  const schema = await createSchema()
  const wrong: string[] = []
  for (const { operation } of locksOf(schema)) {
    if (signedOut.includes(operation)) continue
    const call = calls[operation]
    expect(call, `${operation} has no row in the table`).toBeDefined()
    const [root, field] = operation.split('.') as [string, string]
    for (const name of all)
      for (const side of ['here', 'elsewhere'] as const) {
        const { args, select, holders } = await call!(side === 'here' ? here : elsewhere, side)
        const held = holders[name] === 'both' || holders[name] === side
        const before = await w.db.auditEntry.count()
        const { errors } = await w.ask(people[name]!, `${root.toLowerCase()} { ${field}${args && `(${args})`} ${select && `{ ${select} }`} }`)
        const code = errors?.[0]?.extensions.code
        const right = held ? code === undefined : people[name] ? FORBIDDEN.includes(code!) : ['UNAUTHENTICATED', 'NOT_FOUND'].includes(code!)
        // Every write leaves its entry: a refusal leaves none.
        if (!held && (await w.db.auditEntry.count()) !== before) wrong.push(`${name} ${operation} ${side}: refused, and yet written`)
        if (!right) wrong.push(`${name} ${operation} ${side}: ${held ? 'should pass' : 'should be refused'}, got ${code ?? 'an answer'} ${errors?.[0]?.message ?? ''}`)
      }
  }
  expect(wrong).toEqual([])
}, 120_000)

/** Sign-in and what concerns oneself or a file have tests of their own. */
const signedOut = [
  'Mutation.signIn', 'Mutation.signOut', 'Mutation.signOutEverywhere', 'Mutation.requestPassword', 'Mutation.inviteAccount', 'Mutation.disableAccount', 'Mutation.removeMembership',
  'Mutation.prepareImport', 'Mutation.applyImport', 'Mutation.importContours',
]
