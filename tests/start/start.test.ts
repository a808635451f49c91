import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { checkout, dataFolder } from '../../server/start/places.ts'
import { postmasterOf } from '../../server/start/postmaster.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

/** A checkout of its own, whose data nobody else uses. */
const copy = `${mkdtempSync(join(tmpdir(), 'coaching-start-'))}/`
const started = new Set<ChildProcess>()

beforeAll(() => {
  for (const each of ['server', 'prisma', 'package.json', 'tsconfig.json', 'schema.graphql']) cpSync(join(checkout, each), join(copy, each), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'))
})
afterEach(() => started.forEach((each) => each.kill('SIGKILL')))
afterAll(() => {
  // A PostgreSQL that a failed test left running ends when it finds its folder gone.
  rmSync(dataFolder(copy), { recursive: true, force: true })
  rmSync(copy, { recursive: true, force: true })
})

type Environment = Record<string, string>

function run(environment: Environment = {}) {
  const own = ['DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL', 'HOST', 'DEMONSTRATION', 'VITEST', 'NODE_OPTIONS']
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name))), PORT: '0', ...environment }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: copy, env })
  started.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => (said.out += text))
  child.stderr.on('data', (text) => (said.err += text))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => { started.delete(child); resolve(code) }))
  return { child, said, ended }
}

/** Answers once the server has told its address; what it said, when it ends instead. */
async function serve(environment: Environment = {}) {
  const { child, said, ended } = run(environment)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const [, address] = /(http:\/\/localhost:\d+)\/console/.exec(said.out) ?? []
      if (address) resolve(address)
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)))
  })
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => (child.kill(signal), ended)
  return { url, said, stop }
}

/** What a start that cannot be says: one sentence on one line, no stack, and an exit code. */
async function refusal(environment: Environment): Promise<string> {
  const { said, ended } = run(environment)
  expect(await ended).toBe(1)
  expect(said.err).not.toMatch(/\n\s+at /)
  expect(said.err.trim().split('\n')).toHaveLength(1)
  expect(said.out).not.toContain('/console')
  return said.err.trim()
}

/** Whether the API answers. */
async function speaks(url: string): Promise<boolean> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ about { __typename } }' }) })
  const { data } = (await response.json()) as { data?: { about?: object } }
  return data?.about !== undefined
}

it('starts from nothing, stops, starts again, survives a kill', { timeout: 60_000 }, async () => {
  const first = await serve()
  expect((await fetch(`${first.url}/ready`)).status).toBe(200)
  expect(await speaks(first.url)).toBe(true)
  expect(first.said.out).toContain('prefecture93@example.org')
  expect(await first.stop()).toBe(0)

  const second = await serve()
  expect((await fetch(`${second.url}/ready`)).status).toBe(200)
  await second.stop('SIGKILL')

  const third = await serve()
  expect((await fetch(`${third.url}/ready`)).status).toBe(200)
  expect(await third.stop('SIGINT')).toBe(0)
})

it('finds its database again when that one restarts', { timeout: 60_000 }, async () => {
  const { url, stop } = await serve()
  const status = async () => (await fetch(`${url}/ready`)).status
  const { pid } = postmasterOf(join(dataFolder(copy), 'data'))!
  process.kill(pid, 'SIGINT')
  await expect.poll(status, { timeout: 10_000 }).toBe(503)
  const other = await serve()
  await expect.poll(status, { timeout: 10_000 }).toBe(200)
  expect(await Promise.all([stop(), other.stop()])).toEqual([0, 0])
})

it('says in one sentence that its port is taken', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  expect(await refusal({ PORT: String(port) })).toMatch(`Le port ${port} est déjà pris`)
  await new Promise((resolve) => holder.close(resolve))
})

it('says in one sentence why its database cannot be used', { timeout: 60_000 }, async () => {
  const base = new URL(process.env.TEST_DATABASE_URL!)
  const other = (change: Partial<URL>) => Object.assign(new URL(base), change).href
  expect(await refusal({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/coaching' })).toMatch(/ne répond pas à 127\.0\.0\.1:9 \(ECONNREFUSED\)/)
  expect(await refusal({ DATABASE_URL: other({ password: 'another' }) })).toMatch(/refuse l’utilisateur « postgres »/)
  expect(await refusal({ DATABASE_URL: other({ pathname: '/missing' }) })).toMatch(/La base « missing » n’existe pas/)
  expect(await refusal({ DATABASE_URL: 'mysql://somewhere/coaching' })).toMatch(/DATABASE_URL n’est pas une adresse valable/)
})

it('serves another PostgreSQL, two replicas at once, without a demonstration where none is wanted', { timeout: 60_000 }, async () => {
  const { url, db } = await ownDatabase()
  const replicas = await Promise.all([serve({ DATABASE_URL: url, DEMONSTRATION: 'off' }), serve({ DATABASE_URL: url, DEMONSTRATION: 'off' })])
  for (const { said } of replicas) expect(said.out).toContain('npm run account')
  expect(await db.account.count()).toBe(0)
  expect(await db.department.count()).toBe(8)
  expect(await Promise.all(replicas.map(({ stop }) => stop()))).toEqual([0, 0])
})

it('says in one sentence that its data are damaged, and leaves them', async () => {
  const control = join(dataFolder(copy), 'data', 'global', 'pg_control')
  rmSync(control)
  expect(await refusal({})).toMatch(/base de données intégrée ne démarre pas.*repartir d’une base vide/)
  expect(existsSync(join(control, '../../base'))).toBe(true)
})
