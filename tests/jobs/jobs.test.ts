import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { world } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const regional = await w.account('REGIONAL_MANAGER')
const jobs = async (who = regional) => (await w.ask(who, '{ result: jobs { items { id task state attempts maxAttempts error createdAt failedAt nextAt message { id state } can { restart { code } giveUp { code } } } total } }')).data.result.items
const act = (verb: string, id: string) => w.ask(regional, `mutation($id: ID!) { result: ${verb}(id: $id) }`, { id })
/** A job of a mail that the server refuses for now, once too often unless said. */
async function failed(maxAttempts = 1) {
  const t = await w.territory()
  const [id, referentId] = [v7(), await w.referent(t)]
  const address = `${referentId}@example.org`
  await w.db.message.create({ data: { id, template: 'invitation', templateVersion: 1, departmentCode: t.department, referentId, address, subject: 'Objet', body: 'Texte', createdAt: w.clock.now } })
  await w.db.$executeRaw`SELECT graphile_worker.add_job('sendMessage', json_build_object('id', ${id}::text), max_attempts => ${maxAttempts}::int)`
  return { id, address }
}

it('shows what failed, and since when, without anything about anybody', async () => {
  const marked = 'camille.exemple@example.org'
  await w.db.$executeRaw`SELECT graphile_worker.add_job('sendMessage', json_build_object('id', ${marked}::text), max_attempts => 1)`
  box.mood.answer = () => ({ code: 451, text: `try later, ${marked}` })
  const { id, address } = await failed(5)
  const found = await eventually(jobs, (items) => items.length === 2)
  box.mood.answer = null
  expect(found.find((one: any) => one.message)).toMatchObject({ task: 'sendMessage', state: 'RETRYING', attempts: 1, maxAttempts: 5, error: expect.stringContaining('was not taken'), message: { id, state: 'QUEUED' }, nextAt: expect.any(String) })
  expect(found.find((one: any) => !one.message)).toMatchObject({ state: 'FAILED', attempts: 1, maxAttempts: 1, error: expect.stringContaining('The task failed'), nextAt: null, can: { restart: [], giveUp: [] } })
  const stored = JSON.stringify(found) + JSON.stringify(await w.db.$queryRaw`SELECT last_error FROM graphile_worker.jobs`)
  expect([stored.includes(marked), stored.includes(address)]).toEqual([false, false])
  for (const { id } of found) await act('giveUpJob', id)
})

it('tries a job again at once, and once', async () => {
  box.mood.answer = () => ({ code: 451, text: 'try later' })
  const { id, address } = await failed(5)
  const [job] = await eventually(jobs, (items) => items.length === 1)
  box.mood.answer = null
  expect((await act('restartJob', job.id)).data.result).toBe(job.id)
  await eventually(jobs, (items) => items.length === 0)
  expect(await w.db.message.findUnique({ where: { id } })).toMatchObject({ state: 'SENT' })
  expect(box.of(address)).toHaveLength(1)
  expect((await act('restartJob', job.id)).errors![0]!.extensions.code).toBe('NOT_FOUND')
  expect(await w.db.auditEntry.findMany({ where: { resource: 'Job', recordId: job.id }, select: { action: true, accountId: true } })).toEqual([{ action: 'restart', accountId: regional.account }])
})

it('gives a job up for good, and says so of its mail, which may still be sent by hand', async () => {
  box.mood.answer = () => ({ code: 451, text: 'try later' })
  const { id, address } = await failed(5)
  const [job] = await eventually(jobs, (items) => items.length === 1)
  box.mood.answer = null
  await act('giveUpJob', job.id)
  expect(await jobs()).toEqual([])
  const { departmentCode } = await w.db.message.findUniqueOrThrow({ where: { id } })
  const agent = await w.account('DEPARTMENT_AGENT', { department: departmentCode! })
  const { data } = await w.ask(agent, 'query($id: ID!) { message(id: $id) { state error version can { resend { code } } } }', { id })
  expect(data.message).toMatchObject({ state: 'FAILED', error: 'Envoi abandonné par un administrateur.', can: { resend: [] } })
  const resend = () => w.ask(agent, 'mutation($id: ID!, $version: Int!) { result: resendMessage(id: $id, version: $version) { state } }', { id, version: data.message.version })
  const answers = await Promise.all([resend(), resend(), resend()])
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
  await eventually(() => w.db.message.findUnique({ where: { id } }), (found) => found?.state === 'SENT')
  // Heard late, the same call does nothing any more.
  expect((await resend()).data.result.state).toBe('SENT')
  expect(box.of(address)).toHaveLength(1)
})
