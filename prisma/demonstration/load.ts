import { hash } from '@node-rs/argon2'
import type { Pool } from 'pg'
import type { Db } from '../../server/db/client.ts'
import { Prisma } from '../../server/db/generated/client.ts'
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from './accounts.ts'
import { agenciesOf } from './agencies.ts'
import { seasonOf, shares, windowOf } from './campaigns.ts'
import { commitmentsOf } from './commitments.ts'
import { eventsOf } from './events.ts'
import { journalOf } from './journal.ts'
import { type Referent, referentsOf } from './people.ts'
import { type Place, placesOf, venuesOf } from './places.ts'
import { sequence } from './sequence.ts'
import { checklistOf, doTasks } from './tasks.ts'
import { daysFrom } from './workingDay.ts'

type Given = { db: Db; pool: Pool; now: Date }
type Tx = Prisma.TransactionClient
type Making = { now: Date; id: () => string; places: Map<string, Place[]> }

const PERIMETER = 'PRIJ'
const LOCK = 7_202_411

/**
 * Fills an empty database with a demonstration whose dates are relative to `now`, in one transaction. Answers false,
 * and writes nothing, when there is any account, campaign or referent. The territory must be there.
 */
export async function loadDemonstration({ db, pool, now }: Given): Promise<boolean> {
  const passwordHash = await hash(DEMONSTRATION_PASSWORD)
  const loaded = await db.$transaction(async (tx) => {
    // Two servers that start together load it once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
    if ((await tx.account.count()) + (await tx.campaign.count()) + (await tx.referent.count()) > 0) return false
    await load(tx, passwordHash, now)
    return true
  }, { timeout: 60_000 })
  // Or the first statements would be planned for the empty tables they were.
  if (loaded) await pool.query('ANALYZE')
  return loaded
}

async function load(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const making: Making = { now, id: sequence(now), places: await placesOf(tx, PERIMETER) }
  if (making.places.size === 0) throw new Error(`The demonstration needs the perimeter ${PERIMETER}: import the territory first`)
  const { campaignId, ...campaigns } = campaignsOf(making)
  const agencies = [...making.places].flatMap(([code, places]) => agenciesOf(code, places, making.id))
  const venues = [...making.places].flatMap(([, places]) => venuesOf(places, making.id))
  const { accounts, memberships, staff } = staffOf(making, passwordHash, agencies)
  const referents = new Map([...making.places].map(([code, places], n) => [code, referentsOf(places, n * 15, daysFrom(now, -55), making.id)]))
  const events = [...making.places].flatMap(([departmentCode, places], n) =>
    eventsOf({
      now, id: making.id, campaignId, departmentCode, n, places,
      venues: venues.filter((each) => each.departmentCode === departmentCode), leadAgencyId: agencies.find((each) => each.departmentCode === departmentCode)!.id,
    }))
  const people = [...referents.values()].flat()
  const served = departmentsOf(referents)
  const commitments = commitmentsOf(events, people, served, making.id)
  const journal = journalOf(events, commitments, staff, making.id)

  await tx.campaign.createMany({ data: campaigns.campaigns })
  await tx.campaignTarget.createMany({ data: campaigns.targets })
  await tx.checklistLine.createMany({ data: checklistOf(campaignId, making.id) })
  await tx.agency.createMany({ data: agencies.map(({ departmentCode: _, ...agency }) => agency) })
  await tx.agencyDepartment.createMany({ data: agencies.map(({ id: agencyId, departmentCode }) => ({ agencyId, departmentCode })) })
  await tx.account.createMany({ data: accounts })
  await tx.membership.createMany({ data: memberships })
  await tx.venue.createMany({ data: venues })
  await tx.referent.createMany({ data: people })
  await tx.referentDepartment.createMany({ data: served })
  await tx.event.createMany({ data: events.map(({ event }) => event) })
  await doTasks(tx, now, staff)
  await tx.eventNeighbourhood.createMany({ data: events.flatMap(({ event, neighbourhoods }) => neighbourhoods.map((neighbourhoodId) => ({ eventId: event.id, neighbourhoodId }))) })
  await tx.availability.createMany({ data: commitments.availabilities })
  await tx.assignment.createMany({ data: commitments.assignments })
  await tx.auditEntry.createMany({ data: journal })
  await tx.savedView.createMany({ data: viewsOf(making, campaignId, staff) })
  await remember(tx, {
    Campaign: campaigns.campaigns, CampaignTarget: campaigns.targets, Agency: agencies, Account: accounts, Membership: memberships, Venue: venues,
    Referent: people, Event: events.map(({ event }) => event), Availability: commitments.availabilities,
    Assignment: commitments.assignments, AuditEntry: journal,
  })
}

const remember = (tx: Tx, made: Record<string, { id: string }[]>) =>
  tx.demonstrationRow.createMany({ data: Object.entries(made).flatMap(([resource, rows]) => rows.map(({ id }) => ({ resource, recordId: id }))) })

function campaignsOf({ now, id, places }: Making) {
  const [campaignId, autumn2019] = [id(), id()]
  const common = { state: 'OPEN', perimeterId: PERIMETER, createdAt: daysFrom(now, -60) } as const
  const campaigns = [
    { ...common, id: autumn2019, name: 'Automne 2019', startsOn: new Date('2019-11-18'), endsOn: new Date('2019-12-31'), target: 50 },
    { ...common, id: campaignId, name: seasonOf(now), ...windowOf(now), target: 55, rerunOfId: autumn2019, defaultCapacity: 40, defaultReferentsNeeded: 4 },
  ]
  const targets = shares.filter(([code]) => places.has(code)).flatMap(([departmentCode, season, then]) => [
    { id: id(), campaignId, departmentCode, target: season },
    { id: id(), campaignId: autumn2019, departmentCode, target: then },
  ])
  return { campaignId, campaigns, targets }
}

function staffOf({ now, id, places }: Making, passwordHash: string, agencies: { id: string; departmentCode: string }[]) {
  const people = demonstrationAccounts
    .filter(({ departmentCode }) => !departmentCode || places.has(departmentCode))
    .map((each) => ({ ...each, id: id(), membership: id() }))
  const accounts = people.map(({ id, email, name }) => ({ id, email, name, passwordHash, createdAt: daysFrom(now, -60) }))
  const memberships = people.map(({ id: accountId, membership, role, departmentCode = null }) => {
    const ofAgency = role === 'AGENCY_AGENT' || role === 'AGENCY_MANAGER'
    const agencyId = ofAgency ? agencies.find((each) => each.departmentCode === departmentCode)!.id : null
    return { id: membership, accountId, role, agencyId, departmentCode: ofAgency ? null : departmentCode }
  })
  const holder = (role: string, code: string) => people.find((each) => each.role === role && each.departmentCode === code)?.id
  const staff = new Map([...places.keys()].map((code) => {
    const manager = holder('DEPARTMENT_MANAGER', code) ?? people[0]!.id
    return [code, { manager, agent: holder('DEPARTMENT_AGENT', code) ?? manager }]
  }))
  return { accounts, memberships, staff }
}

/** A view that each manager shares; it goes with the account. */
const viewsOf = ({ now, id, places }: Making, campaignId: string, staff: Map<string, { manager: string }>) => {
  const search = new URLSearchParams({ filter: JSON.stringify({ campaignId }), sort: 'startsAt', order: 'ASC', page: '1', perPage: '25', view: 'board' }).toString()
  const managers = new Map([...places.keys()].map((code) => [staff.get(code)!.manager, code]))
  return [...managers].map(([accountId, departmentCode]) => ({ id: id(), accountId, departmentCode, name: 'Toute la campagne, par état', search, shared: true, createdAt: daysFrom(now, -30) }))
}

/** Each referent's own department, and for every fifth the next one too. */
function departmentsOf(referents: Map<string, Referent[]>) {
  const codes = [...referents.keys()]
  return [...referents].flatMap(([own, people], n) =>
    people.flatMap(({ id: referentId }, k) =>
      [...new Set(k % 5 === 4 ? [own, codes[(n + 1) % codes.length]!] : [own])].map((departmentCode) => ({ referentId, departmentCode }))))
}
