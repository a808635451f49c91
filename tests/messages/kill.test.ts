import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { v7 } from 'uuid'
import { afterEach, expect, it } from 'vitest'
import { startWorker } from '../../server/jobs/worker.ts'
import { queueMessage } from '../../server/messages/queueMessage.ts'
import { recoverMessages } from '../../server/messages/recoverMessages.ts'
import { eventually } from '../support/eventually.ts'
import { mailbox, type Word } from '../support/mailbox.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

const box = await mailbox()
const { pool, db, url } = await ownDatabase(6)
const started = new Set<ChildProcess>()
afterEach(() => started.forEach((each) => each.kill('SIGKILL')))

const settings = { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: true }
const given = { pool, db, now: () => new Date(), mail: box.transport, settings, log: { error() {} } }
const [NEVER, ALL] = [1_000_000, 36]
/** Each of the first statements of a worker, some of the later ones, and each word of its conversation with the mail server. */
const deaths: { diesAt: number; at?: Word }[] = [
  ...Array.from({ length: 12 }, (_, i) => ({ diesAt: i + 1 })),
  ...Array.from({ length: 2 }, () => ({ diesAt: 13 + Math.floor(Math.random() * (ALL - 13)) })),
  ...(['CONNECT', 'MAIL', 'RCPT', 'DATA', 'END', 'ANSWERED'] as const).map((at) => ({ diesAt: NEVER, at })),
]

/** A worker that is ready, and waits to be told. */
async function worker(diesAt: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/messages/dyingWorker.ts'], { env: { ...process.env, DATABASE_URL: url, SMTP_URL: box.url, DIES_AT: String(diesAt) }, stdio: ['pipe', 'pipe', 'inherit'] })
  started.add(child)
  await once(child.stdout!, 'data')
  return child
}

async function referent(): Promise<string> {
  const id = v7()
  await db.referent.create({ data: { id, firstName: 'Dominique', lastName: 'Exemple', email: `${id}@example.org`, createdAt: new Date() } })
  return id
}
const start = new Date(Date.now() + 10 * 86_400_000)
const invite = (referentId: string) => {
  const id = v7()
  const variables = { events: [{ title: 'Rencontre', startsAt: start, endsAt: new Date(start.getTime() + 7_200_000), place: '' }] }
  return db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, now: new Date(), variables }))
}

it('sends no mail twice by itself and forgets none, wherever its server is killed', async () => {
  // The tables of jobs are a worker's own: one has been here before.
  await (await startWorker(given)).stop()
  // Starting takes longer than dying: the next ones start meanwhile.
  const ready = deaths.slice(0, 3).map(({ diesAt }) => worker(diesAt))
  for (const [n, { diesAt, at }] of deaths.entries()) {
    const child = await ready[n]!
    if (deaths[n + 3]) ready.push(worker(deaths[n + 3]!.diesAt))
    const [two, one, other] = [await referent(), await referent(), await referent()]
    for (const whom of [two, two, one, other]) await invite(whom)
    const dead = once(child, 'exit')
    box.mood.heard = (word) => void (word === at && child.kill('SIGKILL'))
    child.stdin!.write('go')
    await dead
    started.delete(child)
    expect([child.signalCode, diesAt, at]).toEqual(['SIGKILL', diesAt, at])
  }
  box.mood.heard = null

  // An hour passes: whoever held a job is gone.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 hour'`
  await db.$executeRaw`UPDATE "Message" SET "sendingAt" = "sendingAt" - interval '1 hour' WHERE "state" = 'SENDING'`
  await recoverMessages({}, { ...given, last: false })
  const healthy = await startWorker(given)
  await eventually(() => db.message.count({ where: { state: { in: ['QUEUED', 'SENDING'] } } }), (left) => left === 0, 60_000).finally(() => healthy.stop())

  const messages = await db.message.findMany()
  const accepted = (id: string) => box.received.filter(({ raw }) => raw.includes(`Message-ID: <${id}@coaching.test>`)).length
  const alone = messages.filter(({ state }) => state !== 'GROUPED')
  expect(messages.filter(({ template }) => template === 'invitation')).toHaveLength(4 * deaths.length)
  expect(alone.filter(({ state }) => !['SENT', 'UNCERTAIN'].includes(state))).toEqual([])
  expect(alone.filter(({ id, state }) => (state === 'SENT' ? accepted(id) !== 1 : accepted(id) > 1))).toEqual([])
  expect(messages.filter(({ state, withinId }) => state === 'GROUPED' && !alone.some(({ id }) => id === withinId))).toEqual([])
  // The deaths in the middle of a conversation did leave something in doubt: else this would prove nothing.
  const doubtful = alone.filter(({ state }) => state === 'UNCERTAIN')
  expect(doubtful.length).toBeGreaterThan(0)
  expect(box.received).toHaveLength(alone.reduce((sum, { id }) => sum + accepted(id), 0))
  expect(box.received.length).toBeGreaterThanOrEqual(alone.length - doubtful.length)
}, 240_000)
