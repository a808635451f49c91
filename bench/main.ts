import { fork, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { connect, type Db } from '../server/db/client.ts'
import type { Role } from '../server/db/generated/enums.ts'
import { migrate } from '../server/db/migrate.ts'
import { startThrowawayPostgres } from '../server/start/postgres.ts'
import { load, NOW } from './data.ts'
import { answered, workloads } from './workloads.ts'

const REQUESTS = Number(process.argv[2] ?? 400)
/** One workload alone, as in `npm run bench -- 600 60 answer`. */
const ONLY = process.argv[4]
const ROUNDS = 5
const WARM_MS = 10_000
const TICK_MS = 10

/** Processor time of every process of PostgreSQL on this machine, in milliseconds; only ours runs during a measure. */
function postgresMs(): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      if (!stat.includes('(postgres)')) continue
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])
    } catch {
      // It ended meanwhile; its parent has its time.
    }
  }
  return ticks * TICK_MS
}

type Server = { child: ChildProcess; address: string; measure(): Promise<{ cpuMs: number; memoryMb: number }> }

function start(kind: string, url: string): Promise<Server> {
  return new Promise((resolve) => {
    const child = fork(new URL('./serve.ts', import.meta.url), [kind, url], { execArgv: ['--max-semi-space-size=8', '--max-old-space-size=512', '--import', 'tsx'] })
    child.once('message', ({ address }: any) => resolve({
      child, address, measure: () => new Promise((told) => { child.once('message', told as never); child.send('measure') }),
    }))
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const post = (address: string, body: object, headers: Record<string, string>) => send('POST', address, { 'content-type': 'application/json', ...headers }, JSON.stringify(body))

function send(method: string, address: string, headers: Record<string, string>, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve(text))
    })
    sent.on('error', reject).end(body)
  })
}

async function atOnce(count: number, width: number, one: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: width }, async () => { while (next < count) await one(next++) }))
}

/** V8 compiles what runs often in several steps: a server is measured as it is after a while. */
async function warm(ask: (i: number) => Promise<unknown>): Promise<void> {
  for (const until = performance.now() + WARM_MS; performance.now() < until; ) await atOnce(100, 4, ask)
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function signIn(db: Db, role: Role, departmentCode?: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const at = new Date(NOW)
  await db.account.create({ data: {
    email: `${role.toLowerCase()}@example.org`, name: 'Mesure', createdAt: at, memberships: { create: { role, ...(departmentCode ? { departmentCode } : {}) } },
    sessions: { create: { id: createHash('sha256').update(secret).digest('hex'), createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + 86_400_000) } },
  } })
  return `session=${secret}`
}

async function measureScale(events: number): Promise<string[]> {
  const postgres = await startThrowawayPostgres()
  await migrate(postgres.url)
  const { pool, db } = connect(postgres.url)
  await load(pool, events)
  const cookies = { prefecture: await signIn(db, 'DEPARTMENT_MANAGER', '93'), region: await signIn(db, 'REGIONAL_MANAGER'), anybody: '' }
  const { rows } = await pool.query(`SELECT a."id" FROM "Availability" a JOIN "Event" e ON e."id" = a."eventId" WHERE e."departmentCode" = '93' AND e."state" = 'PUBLISHED' AND e."startsAt" > $1 ORDER BY 1 LIMIT 40`, [NOW])
  answered.splice(0, answered.length, ...rows.map(({ id }) => id as string))
  const raw = await start('raw', postgres.url)
  const product = await start('product', postgres.url)
  const lines: string[] = []
  for (const [name, { document, variables, as, path }] of Object.entries(workloads)) {
    if (ONLY && name !== ONLY) continue
    const asks = {
      raw: (i: number) => post(raw.address, { workload: name, variables: variables(i) }, {}),
      product: (i: number) => path ? send('GET', new URL(path, product.address).href, {}) : post(product.address, { query: document, variables: variables(i) }, cookies[as] ? { cookie: cookies[as] } : {}),
    }
    const [byHand, ours] = [await asks.raw(0), await asks.product(0)]
    const answers = path ? [] : [byHand, ours].map((text) => JSON.stringify(sorted(JSON.parse(text))))
    if (answers[0] !== answers[1]) throw new Error(`${name}: the answers differ\n${answers[0]!.slice(0, 600)}\n${answers[1]!.slice(0, 600)}`)
    const cost: Record<string, number[]> = { raw: [], product: [] }
    const latency: Record<string, number[]> = { raw: [], product: [] }
    for (const who of ['raw', 'product'] as const) await warm(asks[who])
    for (let round = 0; round < ROUNDS; round++)
      for (const who of ['raw', 'product'] as const) {
        const server = who === 'raw' ? raw : product
        const [before, database] = [await server.measure(), postgresMs()]
        await atOnce(REQUESTS, 4, (i) => asks[who](round * REQUESTS + i))
        cost[who]!.push(((await server.measure()).cpuMs - before.cpuMs + postgresMs() - database) / REQUESTS)
        for (let i = 0; i < 50; i++) {
          const from = performance.now()
          await asks[who](i)
          latency[who]!.push(performance.now() - from)
        }
      }
    const [rawCost, ourCost, rawTime, ourTime] = [median(cost.raw!), median(cost.product!), median(latency.raw!), median(latency.product!)]
    lines.push(`| ${name} | ${events} | ${rawCost.toFixed(2)} | ${ourCost.toFixed(2)} | ${(ourCost / rawCost).toFixed(2)} | ${rawTime.toFixed(1)} | ${ourTime.toFixed(1)} |`)
    console.log(lines.at(-1))
  }
  console.log(`memory after load at ${events} events: ${(await product.measure()).memoryMb.toFixed(0)} MB`)
  for (const { child } of [raw, product]) child.kill()
  await db.$disconnect()
  await pool.end()
  await postgres.stop()
  return lines
}

const sorted = (value: any): any =>
  Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value

console.log(`Node ${process.version}, ${availableParallelism()} cores, ${REQUESTS} requests × ${ROUNDS} rounds, alternating; processor time of server and PostgreSQL per request, medians.`)
console.log('| what | events | raw, ms | product, ms | ratio | raw, p50 ms | product, p50 ms |\n| --- | --- | --- | --- | --- | --- | --- |')
for (const events of process.argv[3] ? [Number(process.argv[3])] : [60, 6000]) await measureScale(events)
process.exit(0)
