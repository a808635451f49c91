import { hash } from '@node-rs/argon2'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { world } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const PASSWORD = 'quatre mots sans rapport'
const passwordHash = await hash(PASSWORD)
const HOUR = 3_600_000

async function withPassword(...given: Parameters<typeof w.account>) {
  const person = await w.account(...given)
  await w.db.session.deleteMany({ where: { accountId: person.account } })
  await w.db.account.update({ where: { id: person.account }, data: { passwordHash } })
  return person
}

async function signIn(email: string, password: string) {
  const response = await fetch(`${w.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) }', variables: { e: email, p: password } }),
  })
  const cookie = response.headers.get('set-cookie')
  return { cookie, sent: cookie?.split(';')[0] ?? '', error: ((await response.json()) as any).errors?.[0] }
}
const me = (cookie: string, headers: Record<string, string> = {}) => w.ask(null, '{ me { name scope { label } scopes { label } grants } }', {}, { cookie, ...headers }).then(({ data }) => data.me)

it('opens a session with a cookie no script can read, and tells who one is', async () => {
  const t = await w.territory()
  const { email } = await withPassword('DEPARTMENT_MANAGER', t)
  const { cookie, sent, error } = await signIn(` ${email.toUpperCase()} `, PASSWORD)
  expect(error).toBeUndefined()
  expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await me(sent)).toMatchObject({ name: 'Essai DEPARTMENT_MANAGER', scope: { label: `Département ${t.department}` }, grants: expect.arrayContaining(['Event.publish']) })
  expect(await me('session=nothing')).toBeNull()
  expect(JSON.stringify(await w.db.session.findMany())).not.toContain(sent.slice('session='.length))
})

it('answers alike for a wrong password, an unknown address and a disabled account', async () => {
  const { email, account } = await withPassword('REGIONAL_READER')
  await w.db.account.update({ where: { id: account }, data: { disabledAt: w.clock.now } })
  const answers = [await signIn(email, PASSWORD), await signIn((await withPassword('REGIONAL_READER')).email, 'autre chose'), await signIn('personne@example.org', PASSWORD)]
  for (const { cookie, error } of answers) {
    expect(cookie).toBeNull()
    expect(error).toMatchObject({ message: 'Adresse ou mot de passe incorrect.', extensions: { code: 'BAD_USER_INPUT' } })
  }
})

it('stops guessing after five wrong tries, says for how long, and leaves other accounts alone', async () => {
  const [{ email }, other] = [await withPassword('REGIONAL_READER'), await withPassword('REGIONAL_READER')]
  for (let i = 0; i < 5; i++) expect((await signIn(email, `essai ${i}`)).error.extensions.code).toBe('BAD_USER_INPUT')
  const { error } = await signIn(email, PASSWORD)
  expect(error).toMatchObject({ message: 'Trop d’essais. Réessayez dans 15 minutes.', extensions: { code: 'TOO_MANY_REQUESTS' } })
  expect(error.extensions.retryAfterSeconds).toBeGreaterThan(800)
  expect((await signIn(other.email, PASSWORD)).error).toBeUndefined()
})

it('ends a session after twelve hours without use, seven days in any case, and on signing out', async () => {
  const { email, account } = await withPassword('REGIONAL_READER')
  const from = w.clock.now
  const [idle, used, gone] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD), await signIn(email, PASSWORD)]
  await w.ask(null, 'mutation { signOut }', {}, { cookie: gone.sent })
  expect(await me(gone.sent)).toBeNull()
  for (let hours = 8; hours < 168; hours += 8) {
    w.clock.now = new Date(from.getTime() + hours * HOUR)
    expect(await me(used.sent), `after ${hours} hours`).not.toBeNull()
    if (hours === 16) expect(await me(idle.sent)).toBeNull()
  }
  w.clock.now = new Date(from.getTime() + 169 * HOUR)
  expect(await me(used.sent)).toBeNull()
  w.clock.now = from
  const [here, there] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)]
  await w.ask(null, 'mutation { signOutEverywhere }', {}, { cookie: here.sent })
  expect([await me(here.sent), await me(there.sent), await w.db.session.count({ where: { accountId: account } })]).toEqual([null, null, 0])
})

it('acts in the scope that the request names, and in none that is not one’s own', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const person = await withPassword('DEPARTMENT_MANAGER', t)
  const second = await w.db.membership.create({ data: { id: v7(), accountId: person.account, role: 'DEPARTMENT_AGENT', departmentCode: other.department } })
  const stranger = await w.account('REGIONAL_MANAGER')
  const { sent } = await signIn(person.email, PASSWORD)
  const label = async (membership: string) => (await me(sent, { 'x-membership': membership })).scope?.label
  expect(await label(person.membership)).toBe(`Département ${t.department}`)
  expect(await label(second.id)).toBe(`Département ${other.department}`)
  expect(await me(sent, { 'x-membership': stranger.membership })).toMatchObject({ scope: null, grants: [] })
})

it('lets a person choose a password by a mailed link, once, and ends the other sessions', async () => {
  const { email, account } = await withPassword('REGIONAL_READER')
  const before = await signIn(email, PASSWORD)
  await w.ask(null, 'mutation($e: String!) { requestPassword(email: $e) }', { e: email })
  const [mail] = await eventually(async () => box.of(email), (mails) => mails.length > 0)
  const link = /http:\/\/coaching\.test(\/m\/[\w-]{43})/.exec(mail!.text)![1]!
  const choose = (password: string, again = password) => fetch(w.url + link, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ password, again }) })
  const shown = await fetch(w.url + link)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer')
  expect(shown.headers.get('cache-control')).toBe('no-store')
  for (const [password, again, sentence] of [['court', 'court', 'au moins 12'], ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', 'trop facilement'], ['un autre mot de passe', 'une autre', 'diffèrent']] as const) {
    const refused = await choose(password, again)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain(sentence)
  }
  expect((await choose('un tout nouveau secret')).status).toBe(200)
  expect((await choose('encore un autre secret')).status).toBe(410)
  expect(await me(before.sent)).toBeNull()
  expect((await signIn(email, PASSWORD)).error).toBeDefined()
  expect((await signIn(email, 'un tout nouveau secret')).error).toBeUndefined()
  expect(await w.db.auditEntry.count({ where: { recordId: account, action: 'setPassword' } })).toBe(1)
})

it('says nothing of whether an address has an account', async () => {
  const answer = await w.ask(null, 'mutation { requestPassword(email: "personne@example.org") }')
  expect(answer).toEqual({ data: { requestPassword: true } })
  expect(box.of('personne@example.org')).toEqual([])
})

it('counts tries made at the same instant, each of them', async () => {
  const { email } = await withPassword('REGIONAL_READER')
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(email, `essai ${i}`)))
  expect(answers.filter(({ error }) => error.extensions.code === 'BAD_USER_INPUT').length).toBeLessThanOrEqual(5)
})
