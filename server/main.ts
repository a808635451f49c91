import { demonstrationAccounts } from '../prisma/demonstration/accounts.ts'
import { startApp } from './app.ts'
import { connect } from './db/client.ts'
import { migrate } from './db/migrate.ts'
import { smtp } from './mail/transport.ts'
import { CannotStart } from './start/cannotStart.ts'
import { freePort, refusal } from './start/freePort.ts'
import { startPostgres } from './start/postgres.ts'
import { prepare, type Prepared } from './start/prepare.ts'
import { reachDatabase } from './start/reachDatabase.ts'
import { settingsOf } from './start/settings.ts'

const PATIENCE_MS = 14_000
/** What is running, in the order it started: it stops in the other. */
const running: (() => Promise<unknown>)[] = []
let leaving = false

async function start(): Promise<void> {
  const { host, databaseUrl, loadsDemonstration, mail: outgoing, delivery, ...settings } = settingsOf(process.env)
  const port = await freePort(settings.port, host)
  const url = databaseUrl ?? (await ownDatabase())
  await reachDatabase(url)
  await migrate(url)

  const { pool, db } = connect(url)
  running.push(() => pool.end(), () => db.$disconnect())
  const held = await prepare({ db, pool, now: now(), loadsDemonstration })

  const mail = outgoing && smtp(outgoing.url, outgoing.from)
  if (mail) running.push(async () => mail.close())
  const publicUrl = settings.publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const app = await startApp({
    pool, db, now, port, host, mail, trustProxy: settings.trustProxy, log: true,
    settings: { publicUrl, demonstration: held.demonstration, demonstrationAccounts: held.demonstration ? demonstrationAccounts : [], smtp: mail !== null, ...delivery },
  }).catch((error: NodeJS.ErrnoException) => { throw refusal(error, port, host) })
  running.push(() => app.stop())
  if (!leaving) announce(publicUrl, held)
}

const now = () => new Date()

async function ownDatabase(): Promise<string> {
  const postgres = await startPostgres()
  running.push(() => postgres.stop())
  return postgres.url
}

function announce(publicUrl: string, { demonstration, accounts }: Prepared): void {
  const lines = [`Apprentissage-coaching : ${publicUrl}/`, `La console : ${publicUrl}/console/`]
  if (demonstration) {
    const width = Math.max(...demonstrationAccounts.map(({ email }) => email.length))
    lines.push('', 'Comptes de démonstration :', ...demonstrationAccounts.map(({ email, password, scope }) => `  ${email.padEnd(width)}  ${password}  ${scope}`))
  } else if (!accounts) lines.push('', 'Aucun compte encore. Pour le premier : npm run account -- prenom.nom@example.org')
  console.log(lines.join('\n'))
}

/** Lets what is under way end, then leaves; gives up on what never ends. */
async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  setTimeout(() => process.exit(code || 1), PATIENCE_MS).unref()
  for (const stop of running.reverse()) await stop().catch(console.error)
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(0))
try {
  await start()
} catch (error) {
  if (!leaving) console.error(error instanceof CannotStart ? error.message : error)
  await leave(1)
}
