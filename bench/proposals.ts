import { randomBytes, createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { v7 } from 'uuid'
import { startApp } from '../server/app.ts'
import { connect } from '../server/db/client.ts'
import { migrate } from '../server/db/migrate.ts'
import { propose } from '../server/proposals/propose.ts'
import type { ProposalInput } from '../server/proposals/propose.input.ts'
import { startThrowawayPostgres } from '../server/start/postgres.ts'
import { drawn, type Size } from '../tests/proposals/drawn.ts'
import { greedy } from '../tests/proposals/naive.ts'
import { optimumOf, scoreOf, type Score } from '../tests/proposals/optimum.ts'

/** npx tsx bench/proposals.ts — what docs/proposal.md states: the gap to the optimum and to a simple greedy, and times. */
const CASES = Number(process.argv[2] ?? 300)
const NOW = new Date('2026-10-05T08:00:00Z')
const aims = ['filled', 'early', 'speakers', 'ifNeeded', 'load', 'metres'] as const satisfies (keyof Score)[]
const SMALL: Size[] = [{ events: 6, people: 8, days: 2, answersEach: 3, needed: 2 }, { events: 10, people: 15, days: 4, answersEach: 3, needed: 3 }, { events: 12, people: 10, days: 3, answersEach: 5, needed: 2 }]
const REAL: Record<string, Size> = {
  'sixty events, four hundred people': { events: 60, people: 400, days: 30, answersEach: 10 },
  'sixty events, too few answers': { events: 60, people: 150, days: 10, answersEach: 3 },
}
const LARGE: Record<string, Size> = {
  'a thousand events, five thousand people': { events: 1_000, people: 5_000, days: 60, answersEach: 10 },
  'a thousand events, too few answers': { events: 1_000, people: 5_000, days: 40, answersEach: 3, needed: 8 },
}
/** Processor time in milliseconds, which neighbours on the machine change less than the clock. */
async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const from = process.cpuUsage()
  const done = await work()
  const { user, system } = process.cpuUsage(from)
  return [done, Math.round((user + system) / 1_000)]
}

const line = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)

async function small(): Promise<void> {
  line('events × people', 'cases', 'places at the optimum', 'proposal', 'greedy', 'cases short: proposal', 'greedy', 'equal to the optimum in all six aims')
  for (const size of SMALL) {
    const sum = { best: 0, mine: 0, simple: 0, shortMine: 0, shortSimple: 0, equal: 0 }
    for (let seed = 0; seed < CASES; seed++) {
      const input = drawn(10_000 + seed, size)
      const [best, mine, simple] = [await optimumOf(input), scoreOf(input, propose(input).lines), scoreOf(input, greedy(input))]
      sum.best += best.filled
      sum.mine += mine.filled
      sum.simple += simple.filled
      sum.shortMine += Number(mine.filled < best.filled)
      sum.shortSimple += Number(simple.filled < best.filled)
      sum.equal += Number(aims.every((aim) => mine[aim] === best[aim]))
    }
    line(`${size.events} × ${size.people}`, CASES, sum.best, sum.mine, sum.simple, sum.shortMine, sum.shortSimple, sum.equal)
  }
}

async function real(): Promise<void> {
  line('case', 'by', 'processor ms', ...aims)
  for (const [name, size] of Object.entries(REAL)) {
    const input = drawn(1, size)
    propose(input)
    const [{ lines }, ms] = await timed(() => propose(input))
    const [optimum, highsMs] = await timed(() => optimumOf(input))
    const [list, listMs] = await timed(() => greedy(input))
    const rows: [string, number, Score][] = [['proposal', ms, scoreOf(input, lines)], ['HiGHS', highsMs, optimum], ['greedy', listMs, scoreOf(input, list)]]
    for (const [by, took, score] of rows) line(name, by, took, ...aims.map((aim) => score[aim]))
  }
  for (const [name, size] of Object.entries(LARGE)) {
    const input = drawn(1, size)
    const [{ lines }, ms] = await timed(() => propose(input))
    const score = scoreOf(input, lines)
    line(name, 'proposal', ms, ...aims.map((aim) => score[aim]))
  }
}

/** The same people and events as rows; what they are confirmed for elsewhere is left out. */
async function load(pool: Pool, { events, people, answers }: ProposalInput): Promise<{ campaignId: string; cookie: string }> {
  const ids = new Map([...events, ...people].map(({ id }) => [id, v7()]))
  const [campaignId, account, secret] = [v7(), v7(), randomBytes(32).toString('base64url')]
  const run = (text: string, ...values: unknown[]) => pool.query(text, values)
  await run(`INSERT INTO "Region" VALUES ('11', 'Île-de-France')`)
  await run(`INSERT INTO "Department" ("id", "name", "regionId") VALUES ('93', 'Seine-Saint-Denis', '11')`)
  await run(`INSERT INTO "Perimeter" VALUES ('PRIJ', 'Périmètre', false, 'mesure', $1)`, NOW)
  await run(`INSERT INTO "Campaign" ("id", "name", "startsOn", "endsOn", "state", "target", "perimeterId", "createdAt") VALUES ($1, 'Automne', '2026-09-01', '2026-12-31', 'OPEN', 55, 'PRIJ', $2)`, campaignId, NOW)
  const places = JSON.stringify([...events.map(({ id, place }) => ({ id, place })), ...people.map(({ id, home }) => ({ id, place: home }))].map(({ id, place }) => ({ id, ...place })))
  await run(`INSERT INTO "City" ("id", "name", "departmentCode", "latitude", "longitude") SELECT "id", 'Ville', '93', "latitude", "longitude" FROM jsonb_to_recordset($1::jsonb) AS g("id" text, "latitude" float8, "longitude" float8)`, places)
  await run(`INSERT INTO "Venue" ("id", "departmentCode", "cityId", "name", "address", "postalCode", "latitude", "longitude") SELECT g."venueId", '93', c."id", 'Salle', 'a', '93000', c."latitude", c."longitude"
    FROM jsonb_to_recordset($1::jsonb) AS g("venueId" uuid, "id" text) JOIN "City" c USING ("id")`, JSON.stringify(events.map(({ id }) => ({ id, venueId: ids.get(id) }))))
  await run(`INSERT INTO "Event" ("id", "campaignId", "departmentCode", "title", "venueId", "startsAt", "endsAt", "capacity", "referentsNeeded", "languagesWanted", "state", "slug", "publishedAt", "createdAt", "updatedAt")
    SELECT g."id", $1, '93', 'Opération', g."id", g."startsAt", g."endsAt", 40, g."places", g."languages", 'PUBLISHED', g."id"::text, $2, $2, $2
    FROM jsonb_to_recordset($3::jsonb) AS g("id" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "places" int, "languages" text[])`, campaignId, NOW,
    JSON.stringify(events.map((event) => ({ ...event, id: ids.get(event.id), startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) }))))
  await run(`INSERT INTO "Referent" ("id", "firstName", "lastName", "email", "cityId", "languages", "maxDays", "maxDistanceKm", "createdAt") SELECT g."id", 'Dominique', 'Exemple', g."id" || '@example.org', g."cityId", g."languages", g."maxDays", g."maxDistanceKm", $1
    FROM jsonb_to_recordset($2::jsonb) AS g("id" uuid, "cityId" text, "languages" text[], "maxDays" int, "maxDistanceKm" int)`, NOW, JSON.stringify(people.map((one) => ({ ...one, id: ids.get(one.id), cityId: one.id }))))
  await run(`INSERT INTO "ReferentDepartment" SELECT "id", '93' FROM "Referent"`)
  await run(`INSERT INTO "Availability" ("id", "eventId", "departmentCode", "referentId", "answer", "source", "askedAt", "answeredAt") SELECT gen_random_uuid(), g."eventId", '93', g."referentId", g."answer"::"Answer", 'LINK', $1, $1
    FROM jsonb_to_recordset($2::jsonb) AS g("eventId" uuid, "referentId" uuid, "answer" text)`, NOW, JSON.stringify(answers.map(({ eventId, personId, answer }) => ({ eventId: ids.get(eventId), referentId: ids.get(personId), answer }))))
  await run('ANALYZE')
  await run(`INSERT INTO "Account" ("id", "email", "name", "createdAt") VALUES ($1, 'mesure@example.org', 'Mesure', $2)`, account, NOW)
  await run(`INSERT INTO "Membership" ("id", "accountId", "role", "departmentCode") VALUES ($1, $2, 'DEPARTMENT_MANAGER', '93')`, v7(), account)
  await run(`INSERT INTO "Session" ("id", "accountId", "createdAt", "lastSeenAt", "expiresAt") VALUES ($1, $2, $3, $3, $3::timestamptz + interval '1 day')`, createHash('sha256').update(secret).digest('hex'), account, NOW)
  return { campaignId, cookie: `session=${secret}` }
}

/** From the request to the proposal that can be read, and how long others wait for the list of events meanwhile. */
async function whole(name: string, size: Size): Promise<void> {
  const postgres = await startThrowawayPostgres()
  await migrate(postgres.url)
  const { pool, db } = connect(postgres.url)
  const { campaignId, cookie } = await load(pool, drawn(1, size))
  const app = await startApp({ pool, db, now: () => NOW, port: 0, settings: { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: false }, mail: null })
  const ask = async (query: string, variables: object = {}) => ((await (await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) })).json()) as { data: any }).data.result
  const list = () => ask('{ result: events { items { id title } total } }')
  await list()
  const [id, from, waits, progress] = [v7(), performance.now(), [] as number[], new Set<number>()]
  let { state } = await ask('mutation($id: ID!, $campaignId: ID!) { result: createProposal(id: $id, campaignId: $campaignId) { state } }', { id, campaignId })
  const answered = Math.round(performance.now() - from)
  while (state === 'COMPUTING') {
    const before = performance.now()
    await list()
    waits.push(performance.now() - before)
    const found = await ask('query($id: ID!) { result: proposal(id: $id) { state progress } }', { id })
    state = found.state
    progress.add(found.progress)
  }
  line(name, state, answered, Math.round(performance.now() - from), progress.size, waits.length > 0 ? Math.round(Math.max(...waits)) : '–', await db.proposalLine.count())
  await app.stop()
  await db.$disconnect()
  await pool.end()
  await postgres.stop()
}

await small()
await real()
line('case', 'state', 'answer, ms', 'there after, ms', 'values of progress seen', 'longest wait of a list meanwhile, ms', 'lines')
for (const [name, size] of Object.entries({ ...REAL, ...LARGE })) await whole(name, size)
process.exit()
