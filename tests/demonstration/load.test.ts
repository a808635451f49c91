import { verify } from '@node-rs/argon2'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demonstrationAccounts } from '../../prisma/demonstration/accounts.ts'
import { commitmentsOf } from '../../prisma/demonstration/commitments.ts'
import { eventsOf } from '../../prisma/demonstration/events.ts'
import { loadDemonstration } from '../../prisma/demonstration/load.ts'
import { referentsOf } from '../../prisma/demonstration/people.ts'
import { removeDemonstration } from '../../prisma/demonstration/remove.ts'
import { sequence } from '../../prisma/demonstration/sequence.ts'
import { Role } from '../../server/db/generated/enums.ts'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

const { db, pool } = await ownDatabase()
const now = new Date('2026-11-24T09:00:00Z')
const DAY = 86_400_000
const territory = ['Region', 'Department', 'Prefecture', 'City', 'Neighbourhood', 'NeighbourhoodCity', 'Perimeter', 'PerimeterCity', 'PerimeterNeighbourhood']

async function counts() {
  const { rows: tables } = await pool.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`)
  const { rows } = await pool.query(`SELECT ${tables.map(({ name }) => `(SELECT count(*)::int FROM "${name}") AS "${name}"`).join(', ')}`)
  return rows[0] as Record<string, number>
}
const filled = async () => Object.entries(await counts()).filter(([name, count]) => count > 0 && !territory.includes(name)).map(([name]) => name)
const rows = async (query: string, ...values: unknown[]) => (await pool.query(query, values)).rows

beforeAll(async () => {
  await importTerritory({ db, folder: 'prisma/data', now })
})
beforeEach(async () => {
  await removeDemonstration({ db })
  expect(await filled()).toEqual([])
})

describe.each([
  ['a Tuesday in November', '2026-11-24T09:00:00Z', 'Automne 2026'],
  ['a Sunday night', '2026-11-22T22:30:00Z', 'Automne 2026'],
  ['31 December, when it is already the new year in Paris', '2026-12-31T23:30:00Z', 'Hiver 2027'],
  ['31 December in the morning', '2026-12-31T09:00:00Z', 'Automne 2026'],
  ['the week clocks go forward', '2027-03-26T15:00:00Z', 'Printemps 2027'],
  ['a week of holidays', '2027-05-08T09:00:00Z', 'Printemps 2027'],
])('loaded on %s', (_, instant, season) => {
  const now = new Date(instant)
  beforeEach(async () => {
    expect(await loadDemonstration({ db, pool, now })).toBe(true)
  })

  test('it has two open campaigns, whose shares add up to their targets', async () => {
    const campaigns = await db.campaign.findMany({ include: { targets: true }, orderBy: { startsOn: 'asc' } })
    expect(campaigns.map(({ name, state, target }) => [name, state, target])).toEqual([['Automne 2019', 'OPEN', 50], [season, 'OPEN', 55]])
    for (const { target, targets } of campaigns) expect([targets.length, targets.reduce((sum, one) => sum + one.target, 0)]).toEqual([8, target])
    expect(campaigns[0]).toMatchObject({ startsOn: new Date('2019-11-18'), endsOn: new Date('2019-12-31') })
  })

  test('each department has six to eight events, at working hours, within the campaign', async () => {
    const events = await db.event.findMany({ include: { campaign: true } })
    const perDepartment = Object.groupBy(events, ({ departmentCode }) => departmentCode)
    expect(Object.keys(perDepartment)).toHaveLength(8)
    for (const own of Object.values(perDepartment)) {
      expect(own!.length).toBeGreaterThanOrEqual(6)
      expect(own!.length).toBeLessThanOrEqual(8)
      expect(own!.filter(({ startsAt, state }) => state === 'PUBLISHED' && startsAt > now && startsAt.getTime() < now.getTime() + 7 * DAY)).not.toEqual([])
      expect(own!.filter(({ state }) => state === 'HELD')).not.toEqual([])
    }
    for (const { startsAt, endsAt, campaign, slug } of events) {
      const { weekday, hour, minute } = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short', hour: '2-digit', minute: '2-digit' }).formatToParts(startsAt).map(({ type, value }) => [type, value]))
      expect(['Sat', 'Sun']).not.toContain(weekday)
      expect(['09:30', '14:00']).toContain(`${hour}:${minute}`)
      expect(endsAt.getTime() - startsAt.getTime()).toBe(3 * 3_600_000)
      expect(startsAt > campaign.startsOn && endsAt < campaign.endsOn).toBe(true)
      expect(slug).toMatch(/^[a-z-]+-[0-9a-f]{8}$/)
    }
    const states = Object.groupBy(events, ({ state }) => state)
    expect([states.POSTPONED, states.CANCELLED, states.SUBMITTED].map((own) => own!.length)).toEqual([1, 1, 1])
    expect(states.DRAFT!.length).toBe(8)
  })

  test('states and instants agree with the clock', async () => {
    expect(await rows(`SELECT "id" FROM "Event" WHERE "state" IN ('HELD', 'CLOSED') AND "endsAt" > $1 OR "state" IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'POSTPONED', 'CANCELLED') AND "startsAt" < $1`, now)).toEqual([])
    expect(await rows(`SELECT "id" FROM "Event" WHERE "createdAt" > $1 OR "updatedAt" > $1 OR "publishedAt" > $1 OR "publishedAt" < "createdAt" OR "cancelledAt" > $1`, now)).toEqual([])
    expect(await rows(`SELECT "id" FROM "Availability" WHERE "askedAt" > $1 OR "answeredAt" > $1 OR "answeredAt" < "askedAt"`, now)).toEqual([])
    expect(await rows(`SELECT "id" FROM "AuditEntry" WHERE "at" > $1`, now)).toEqual([])
  })
})

describe('what it holds', () => {
  beforeEach(async () => {
    const started = performance.now()
    expect(await loadDemonstration({ db, pool, now })).toBe(true)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('120 plainly invented referents, in every department', async () => {
    const referents = await db.referent.findMany({ include: { departments: true } })
    expect(referents).toHaveLength(120)
    for (const { lastName, email, phone } of referents) expect([lastName, email, phone]).toEqual([expect.stringMatching(/^Exemple-/), expect.stringMatching(/^[a-z0-9.-]+@example\.org$/), expect.stringMatching(/^\+3363998\d{4}$/)])
    expect(new Set(referents.flatMap(({ departments }) => departments.map(({ departmentCode }) => departmentCode))).size).toBe(8)
  })

  test('answers of every kind, from the link and from the staff, and silence', async () => {
    const kinds = await rows(`SELECT coalesce("answer"::text, 'none') AS answer, count(*)::int AS n FROM "Availability" GROUP BY 1 ORDER BY 1`)
    expect(kinds.map(({ answer }) => answer)).toEqual(['IF_NEEDED', 'NO', 'YES', 'none'])
    for (const { n } of kinds) expect(n).toBeGreaterThan(30)
    expect(await rows(`SELECT DISTINCT "source"::text FROM "Availability" WHERE "answer" IS NOT NULL ORDER BY 1`)).toEqual([{ source: 'LINK' }, { source: 'STAFF' }])
  })

  test('nobody has two places at the same hour, though some would take both', () => {
    const id = sequence(now)
    const city = { id: '93008', name: 'Bobigny', departmentCode: '93', postalCodes: ['93000'], latitude: 48.9, longitude: 2.4 }
    const places = [{ city, neighbourhoods: [] }]
    const [one] = eventsOf({ now, id, campaignId: id(), departmentCode: '93', n: 0, places, venues: [{ id: id() }], leadAgencyId: id() }).filter(({ event }) => event.state === 'PUBLISHED')
    const people = referentsOf(places, 0, now, id).slice(0, 6)
    const twice = [one!, { ...one!, event: { ...one!.event, id: id() } }]
    const { availabilities, assignments } = commitmentsOf(twice, people, people.map(({ id: referentId }) => ({ referentId, departmentCode: '93' })), id)
    const willing = Object.groupBy(availabilities.filter(({ answer }) => answer === 'YES'), ({ referentId }) => referentId)
    expect(Object.values(willing).filter((own) => own!.length === 2)).not.toEqual([])
    expect(assignments.length).toBeGreaterThanOrEqual(one!.event.referentsNeeded)
    expect(new Set(assignments.map(({ referentId }) => referentId)).size).toBe(assignments.length)
  })

  test('places agree with answers and needs', async () => {
    expect(await rows(`SELECT s."id" FROM "Assignment" s LEFT JOIN "Availability" a USING ("eventId", "referentId")
      WHERE a."id" IS NULL OR a."answer" = 'NO' OR (s."state" = 'OFFERED') <> (a."answer" IS NULL)`)).toEqual([])
    expect(await rows(`SELECT e."id" FROM "Event" e WHERE e."referentsConfirmed" <> (SELECT count(*) FROM "Assignment" WHERE "eventId" = e."id" AND "state" IN ('CONFIRMED', 'PRESENT'))
      OR e."referentsAsked" <> (SELECT count(*) FROM "Availability" WHERE "eventId" = e."id")`)).toEqual([])
    expect(await rows(`SELECT DISTINCT s."state"::text AS state, e."state"::text AS event FROM "Assignment" s JOIN "Event" e ON e."id" = s."eventId" ORDER BY 2, 1`)).toEqual([
      { state: 'RELEASED', event: 'CANCELLED' }, { state: 'PRESENT', event: 'CLOSED' }, { state: 'CONFIRMED', event: 'HELD' }, { state: 'PRESENT', event: 'HELD' },
      { state: 'TO_RECONFIRM', event: 'POSTPONED' }, { state: 'CONFIRMED', event: 'PUBLISHED' }, { state: 'OFFERED', event: 'PUBLISHED' },
    ])
  })

  test('what left its team lacks nothing; each draft lacks one thing', async () => {
    const lacking = await rows(`SELECT e."state"::text AS state, (e."venueId" IS NULL)::int + (e."contactName" IS NULL)::int + (e."referentsNeeded" = 0)::int
      + (NOT EXISTS (SELECT FROM "EventNeighbourhood" n WHERE n."eventId" = e."id"))::int AS lacks FROM "Event" e`)
    for (const { state, lacks } of lacking) expect([state, lacks]).toEqual([state, state === 'DRAFT' ? 1 : 0])
    expect(await rows(`SELECT v."id" FROM "Venue" v WHERE "latitude" IS NULL OR "postalCode" = '' OR "address" NOT LIKE '%rue de l’Exemple'`)).toEqual([])
    expect(await rows(`SELECT en."eventId" FROM "EventNeighbourhood" en JOIN "Event" e ON e."id" = en."eventId" JOIN "Venue" v ON v."id" = e."venueId"
      WHERE NOT EXISTS (SELECT FROM "NeighbourhoodCity" nc WHERE nc."neighbourhoodId" = en."neighbourhoodId" AND nc."cityId" = v."cityId")`)).toEqual([])
  })

  test('an account for every role, a manager in every department, all with the password shown', async () => {
    const memberships = await db.membership.findMany({ include: { account: true, agency: { include: { departments: true } } } })
    expect(new Set(memberships.map(({ role }) => role))).toEqual(new Set(Object.values(Role)))
    expect(memberships.filter(({ role }) => role === 'DEPARTMENT_MANAGER').map(({ departmentCode }) => departmentCode).sort()).toEqual(['75', '77', '78', '91', '92', '93', '94', '95'])
    expect(memberships.find(({ role }) => role === 'AGENCY_AGENT')!.agency).toMatchObject({ name: 'Mission locale fictive de Bobigny', kind: 'LOCAL_MISSION', departments: [{ departmentCode: '93' }] })
    expect(memberships.map(({ account }) => account.email).sort()).toEqual(demonstrationAccounts.map(({ email }) => email).sort())
    for (const { email, password } of [demonstrationAccounts[0]!, demonstrationAccounts.at(-1)!])
      expect(await verify(memberships.find(({ account }) => account.email === email)!.account.passwordHash!, password)).toBe(true)
  })

  test('the journal says of each event how it came to its state', async () => {
    const last = await rows(`SELECT e."state"::text AS state, (SELECT a."changes"->'state'->>1 FROM "AuditEntry" a WHERE a."resource" = 'Event' AND a."recordId" = e."id"::text AND a."changes" ? 'state' ORDER BY a."at" DESC LIMIT 1) AS said,
      (SELECT count(*)::int FROM "AuditEntry" a WHERE a."resource" = 'Event' AND a."recordId" = e."id"::text AND a."action" = 'create') AS created FROM "Event" e`)
    for (const { state, said, created } of last) expect([said ?? 'DRAFT', created]).toEqual([state, 1])
    expect(await rows(`SELECT "id" FROM "AuditEntry" WHERE ("accountId" IS NULL) = ("referentId" IS NULL)`)).toEqual([])
  })

  test('it is the same when loaded again at the same instant', async () => {
    const events = () => rows(`SELECT "id", "slug", "state", "startsAt", "referentsConfirmed" FROM "Event" ORDER BY 1`)
    const before = await events()
    await removeDemonstration({ db })
    await loadDemonstration({ db, pool, now })
    expect(await events()).toEqual(before)
  })
})

describe('where it goes', () => {
  test('only once, even from two servers at the same time', async () => {
    expect((await Promise.all([loadDemonstration({ db, pool, now }), loadDemonstration({ db, pool, now })])).sort()).toEqual([false, true])
    const before = await counts()
    expect(await loadDemonstration({ db, pool, now })).toBe(false)
    expect(await counts()).toEqual(before)
  })

  test.each([
    ['an account', () => db.account.create({ data: { email: 'personne@example.org', name: 'Essai', createdAt: now } }), () => db.account.deleteMany()],
    ['a campaign', () => db.campaign.create({ data: { name: 'Essai', startsOn: now, endsOn: now, target: 1, perimeterId: 'PRIJ', createdAt: now } }), () => db.campaign.deleteMany()],
    ['a referent', () => db.referent.create({ data: { firstName: 'A', lastName: 'B', email: 'a@example.org', createdAt: now } }), () => db.referent.deleteMany()],
  ])('never where there is %s', async (_, make, clear) => {
    await make()
    try {
      const before = await counts()
      expect(await loadDemonstration({ db, pool, now })).toBe(false)
      expect(await removeDemonstration({ db })).toBe(false)
      expect(await counts()).toEqual(before)
    } finally {
      await clear()
    }
  })

  test('its removal leaves what people made, with the venue and the agency they took over, and takes the imports into its campaigns', async () => {
    await loadDemonstration({ db, pool, now })
    const [venue, agency, demoCampaign] = [await db.venue.findFirstOrThrow(), await db.agency.findFirstOrThrow(), await db.campaign.findFirstOrThrow()]
    const person = await db.account.create({ data: { email: 'personne@example.org', name: 'Essai', createdAt: now, memberships: { create: { role: 'AGENCY_AGENT', agencyId: agency.id } } } })
    const campaign = await db.campaign.create({ data: { name: 'À nous', startsOn: now, endsOn: now, target: 1, perimeterId: 'PRIJ', createdAt: now, rerunOfId: demoCampaign.id } })
    const common = { startsAt: now, endsAt: new Date(now.getTime() + 1), capacity: 1, referentsNeeded: 0, createdAt: now, updatedAt: now, title: 'À nous', departmentCode: venue.departmentCode }
    const event = await db.event.create({ data: { ...common, campaignId: campaign.id, slug: 'a-nous', venueId: venue.id } })
    const imported = await db.event.create({ data: { ...common, campaignId: demoCampaign.id, slug: 'importee' } })
    const file = await db.uploadedFile.create({ data: { name: 'calendrier.csv', bytes: Buffer.from('x'), accountId: person.id, createdAt: now } })
    const made = await db.import.create({ data: { campaignId: demoCampaign.id, fileId: file.id, fileName: file.name, weeks: 0, accountId: person.id, createdAt: now, lines: { create: { line: 4, verdict: 'NEW', summary: '', findings: [], eventId: imported.id } } } })
    const referent = await db.referent.findFirstOrThrow()
    const of = { eventId: imported.id, departmentCode: imported.departmentCode }
    const proposal = await db.proposal.create({ data: { campaignId: demoCampaign.id, departmentCode: imported.departmentCode, accountId: person.id, createdAt: now, needs: { create: { ...of, startsAt: now, places: 1, missing: 0, reasons: [] } } }, include: { needs: true } })
    const line = await db.proposalLine.create({ data: { proposalId: proposal.id, needId: proposal.needs[0]!.id, ...of, referentId: referent.id, answer: 'YES', load: 0 } })
    const entry = (resource: string, recordId: string) => ({ at: now, resource, recordId, action: 'create', changes: {}, accountId: person.id })
    await db.auditEntry.createMany({ data: [entry('Event', event.id), entry('Event', imported.id), entry('Import', made.id), entry('Proposal', proposal.id), entry('ProposalLine', line.id), entry('Campaign', campaign.id)] })

    expect(await removeDemonstration({ db })).toBe(true)

    const left = await counts()
    for (const name of ['Account', 'Membership', 'Campaign', 'Event', 'Venue', 'Agency', 'AgencyDepartment']) expect([name, left[name]]).toEqual([name, 1])
    expect((await db.auditEntry.findMany()).map(({ recordId }) => recordId).sort()).toEqual([event.id, campaign.id].sort())
    expect(await db.campaign.findUnique({ where: { id: campaign.id } })).toMatchObject({ rerunOfId: null })
    expect((await filled()).sort()).toEqual(['Account', 'Agency', 'AgencyDepartment', 'AuditEntry', 'Campaign', 'Event', 'Membership', 'Venue'])
    for (const clear of [() => db.event.deleteMany(), () => db.campaign.deleteMany(), () => db.account.deleteMany(), () => db.venue.deleteMany(), () => db.agency.deleteMany(), () => db.auditEntry.deleteMany()]) await clear()
  })
})
