import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { queueMessage } from '../../server/messages/queueMessage.ts'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const HOUR_S = 3600

it('loses and doubles nothing while the mail server is down for an hour', async () => {
  const t = await w.territory()
  const ids = Array.from({ length: 8 }, () => v7())
  const variables = { events: [{ title: 'Rencontre', startsAt: inDays(10), endsAt: inDays(10, 2), place: '' }] }
  const jobs = () => w.db.$queryRaw<{ id: bigint; attempts: number; max: number; delay: number }[]>`
    SELECT id, attempts::int, max_attempts::int AS max, extract(epoch FROM run_at - now())::float AS delay FROM graphile_worker.jobs WHERE task_identifier = 'sendMessage' AND locked_at IS NULL`
  await box.stop()
  for (const id of ids) {
    const referentId = await w.referent(t)
    await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'invitation', referentId, departmentCode: t.department, variables, now: w.clock.now }))
  }
  // Each try puts the next one off further: that time passes at once here, until it makes an hour.
  let [passed, tried] = [0, 0]
  while (passed < HOUR_S) {
    tried++
    const waiting = await eventually(jobs, (found) => found.length === ids.length && found.every(({ attempts }) => attempts === tried))
    expect(waiting.every(({ attempts, max, delay }) => attempts < max && delay > 0)).toBe(true)
    passed += Math.min(...waiting.map(({ delay }) => delay))
    if (passed >= HOUR_S) await box.start()
    await w.db.$queryRaw`SELECT id FROM graphile_worker.reschedule_jobs(${waiting.map(({ id }) => id)}::bigint[], run_at => now())`
    // Rescheduling wakes nobody, and looking for jobs every two seconds would be the length of this test.
    await w.db.$executeRaw`SELECT pg_notify('jobs:insert', '{"r":"0","count":9}')`
  }
  const states = () => w.db.message.groupBy({ by: ['state'], where: { id: { in: ids } }, _count: true })
  expect(await eventually(states, (found) => found.every(({ state }) => state === 'SENT'))).toEqual([{ state: 'SENT', _count: ids.length }])
  expect(tried).toBeGreaterThan(5)
  expect(ids.map((id) => box.received.filter(({ raw }) => raw.includes(`<${id}@`)).length)).toEqual(ids.map(() => 1))
})
