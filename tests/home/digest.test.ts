import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const monday = (date: string) => w.db.$executeRaw`SELECT graphile_worker.add_job('weeklyDigest', json_build_object('_cron', json_build_object('ts', ${date}::text)))`
const idle = () => eventually(() => w.db.$queryRaw<object[]>`SELECT FROM graphile_worker.jobs`, (jobs) => jobs.length === 0)
const member = async (role: 'DEPARTMENT_MANAGER' | 'DEPARTMENT_AGENT', t: Territory): Promise<Person> => {
  const person = await w.account(role, t)
  await w.db.account.update({ where: { id: person.account }, data: { passwordHash: 'chosen' } })
  return person
}

it('writes once a week to whoever has something to do, and no longer to whoever ends it', async () => {
  const [t, quiet] = [await w.territory(), await w.territory()]
  const [manager, idler, unwilling, gone] = [await member('DEPARTMENT_MANAGER', t), await member('DEPARTMENT_MANAGER', quiet), await member('DEPARTMENT_AGENT', t), await member('DEPARTMENT_AGENT', t)]
  await w.event(t, { state: 'SUBMITTED', startsAt: inDays(60), endsAt: inDays(60, 2) })
  await w.event(t, { startsAt: inDays(20), endsAt: inDays(20, 2) })
  await w.ask(unwilling, 'mutation { chooseDigest(wanted: false) }')
  await w.db.account.update({ where: { id: gone.account }, data: { disabledAt: inDays(-1) } })
  for (let again = 0; again < 2; again++) {
    await monday('2026-10-05T05:00:00.000Z')
    await idle()
  }
  const [mail, ...more] = box.of(manager.email)
  expect([more, ...[idler, unwilling, gone].map(({ email }) => box.of(email))]).toEqual([[], [], [], []])
  expect(mail!.text).toContain('Une opération soumise est à publier, ou à renvoyer.')
  expect(mail!.text).toContain('Un brouillon devrait déjà être soumis.')
  const list = new RegExp(`http://coaching\\.test/console/${manager.membership}/events\\?filter=(\\S+)`).exec(mail!.text)![1]!
  expect(JSON.parse(decodeURIComponent(list))).toEqual({ late: ['PUBLICATION'] })

  const link = /List-Unsubscribe: <http:\/\/coaching\.test(\/recapitulatif\/\S+)>/.exec(mail!.raw.replace(/\r?\n /g, ' '))![1]!
  expect(mail!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const wanted = async () => (await w.db.account.findUniqueOrThrow({ where: { id: manager.account } })).digest
  const post = (body: string, as: 'multipart' | 'urlencoded' = 'urlencoded') => {
    const fields = new URLSearchParams(body)
    const parts = new FormData()
    for (const [name, value] of fields) parts.append(name, value)
    return fetch(w.url + link, { method: 'POST', body: as === 'multipart' ? parts : fields })
  }
  const opened = await fetch(w.url + link)
  expect([opened.status, await wanted()]).toEqual([200, true])
  expect(await opened.text()).toContain('Ne plus le recevoir')
  // A mail program chooses either form. Source: RFC 8058, section 3.2.
  for (const as of ['multipart', 'urlencoded'] as const) {
    expect(await (await post('wanted=yes', as)).text()).toContain('Ne plus le recevoir')
    expect(await (await post('List-Unsubscribe=One-Click', as)).text()).toContain('Le recevoir de nouveau')
    expect(await wanted(), as).toBe(false)
  }
  await monday('2026-10-12T05:00:00.000Z')
  await idle()
  expect(box.of(manager.email)).toHaveLength(1)
  await post('wanted=yes')
  await monday('2026-10-19T05:00:00.000Z')
  await idle()
  expect(await eventually(async () => box.of(manager.email), (mails) => mails.length === 2)).toHaveLength(2)
  expect(await w.db.auditEntry.count({ where: { recordId: manager.account, action: 'chooseDigest' } })).toBe(4)
  expect((await fetch(`${w.url}/recapitulatif/inconnu`)).status).toBe(410)
})
