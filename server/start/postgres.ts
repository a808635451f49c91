import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { CannotStart } from './cannotStart.ts'
import { freePort } from './freePort.ts'
import { dataFolder, owner, ownFolder, programs, throwawayFolder } from './places.ts'
import { isPostgres, postmasterOf } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'

export type Postgres = { url: string; stop(): Promise<void> }

const database = 'coaching'
const patienceMs = 60_000
const unsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']

/** The checkout's own PostgreSQL: made at the first start, kept between starts, taken over when a killed start left it running. */
export async function startPostgres(folder = dataFolder()): Promise<Postgres> {
  try {
    ownFolder(folder)
    await make(folder, [])
    const url = await run(folder, [])
    return { url, stop: () => release(folder, url) }
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(
      `La base de données intégrée ne peut pas démarrer dans ${folder} (${(error as Error).message.split('\n')[0]}). ` +
        'Lancez la commande sous un compte qui peut écrire dans ce dossier, ou indiquez un PostgreSQL 15 ou plus récent dans DATABASE_URL.',
    )
  }
}

/** A PostgreSQL for one run: fast rather than safe, and gone with its data at the end. */
export async function startThrowawayPostgres(): Promise<Postgres> {
  const parent = throwawayFolder()
  await sweep(parent)
  const folder = ownFolder(mkdtempSync(join(parent, `coaching-${process.pid}-`)))
  await make(folder, ['--no-sync'])
  const url = await run(folder, unsafe)
  return { url, stop: () => discard(folder) }
}

const passwordOf = (folder: string) => readFileSync(join(folder, 'password'), 'utf8')
const urlOf = (folder: string, port: number) => `postgresql://postgres:${passwordOf(folder)}@127.0.0.1:${port}/${database}`

/** Makes the data aside and moves them in place when they are whole: a start that is killed leaves nothing half made. */
async function make(folder: string, flags: string[]): Promise<void> {
  if (existsSync(join(folder, 'data'))) return
  const unfinished = ownFolder(join(folder, `unfinished-${process.pid}`))
  const password = join(folder, 'password')
  if (!existsSync(password)) writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (owner.uid !== undefined) chownSync(password, owner.uid, owner.gid ?? owner.uid)
  await promisify(execFile)(
    join(programs(), 'initdb'),
    ['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', ...flags],
    { ...owner, cwd: '/', env: { PATH: process.env.PATH } },
  )
  renameSync(unfinished, join(folder, 'data'))
}

/** Answers the address of the server that runs on this folder, once it accepts connections. */
async function run(folder: string, settings: string[]): Promise<string> {
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const running = postmasterOf(data)
  const from = sizeOf(log)
  if (!running) launch(data, log, [`port=${await usualPort(folder)}`, ...settings])
  const postmaster = await ready(data, running !== null, log, from)
  const url = urlOf(folder, postmaster.port)
  await createDatabase(url)
  return url
}

/** The same from start to start, so that a server which lost its database finds it again; another when something took it. */
async function usualPort(folder: string): Promise<number> {
  const file = join(folder, 'port')
  const last = Number(read(file).toString())
  const port = await freePort(last).catch(() => freePort())
  writeFileSync(file, String(port))
  return port
}

/** Detached: a database outlives a server that is killed, and the next start takes it over. */
function launch(data: string, log: string, settings: string[]): void {
  const output = openSync(log, 'a', 0o600)
  const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'logging_collector=off', ...settings].flatMap((setting) => ['-c', setting])
  const child = spawn(join(programs(), 'postgres'), ['-D', data, ...flags], { ...owner, cwd: '/', env: { PATH: process.env.PATH }, detached: true, stdio: ['ignore', output, output] })
  child.on('error', () => {})
  child.unref()
  closeSync(output)
}

async function ready(data: string, taken: boolean, log: string, from: number): Promise<Postmaster> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(50)) {
    const postmaster = postmasterOf(data)
    if (postmaster?.state === 'ready') return postmaster
    const said = read(log).subarray(from).toString()
    // FATAL lines of clients come once it is ready: before, the start itself has failed.
    const fault = /(?:FATAL|PANIC|could not|error while loading).*/.exec(said)?.[0]
    if (fault && !postmaster) throw damaged(data, fault)
  }
  throw damaged(data, taken ? 'it does not answer' : 'it does not start')
}

const damaged = (data: string, fault: string) => new CannotStart(
  `La base de données intégrée ne démarre pas sur ${data} (${fault.replace(/^FATAL:\s*/, '')}). ` +
  'Remettez-y une sauvegarde, ou déplacez ce dossier pour repartir d’une base vide : rien n’est effacé sans vous.',
)

const read = (file: string) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))
const sizeOf = (file: string) => read(file).length

const asAdmin = (url: string) => new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres'), connectionTimeoutMillis: 10_000 })

async function createDatabase(url: string): Promise<void> {
  const admin = asAdmin(url)
  await admin.connect()
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await admin.query(`CREATE DATABASE "${database}"`)
  } catch (error) {
    // Another start created it at the same moment.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await admin.end()
  }
}

/** Stops the server, unless another process of this checkout still uses it. */
async function release(folder: string, url: string): Promise<void> {
  const admin = asAdmin(url)
  try {
    await admin.connect()
    const { rows: [others] } = await admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`)
    await admin.end()
    if (others!.n > 0) return
  } catch {
    return
  }
  await stop(join(folder, 'data'), 'SIGINT')
}

async function stop(data: string, signal: NodeJS.Signals): Promise<void> {
  const postmaster = postmasterOf(data)
  if (!postmaster) return
  process.kill(postmaster.pid, signal)
  for (const until = performance.now() + 15_000; isPostgres(postmaster.pid) && performance.now() < until; ) await pause(20)
}

/** No data worth keeping: no time is spent on writing them. */
async function discard(folder: string): Promise<void> {
  await stop(join(folder, 'data'), 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Removes what runs that were killed left behind: their folders carry the number of their process. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^coaching-(\d+)-/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    try {
      await discard(join(parent, name))
    } catch {
      // Another account's: it is not ours to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
