import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { inDays, world } from '../support/world.ts'

const w = await world()
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(w.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
/** The page once the server has heard of the last change, which the database tells it of its own accord. */
const getOnce = (path: string, shows: string) => eventually(() => get(path), ({ text }) => text.includes(shows))
const slugOf = async (id: string) => (await w.db.event.findUniqueOrThrow({ where: { id } })).slug

it('shows every published date of a department, past ones apart, and nothing that is not public', async () => {
  const t = await w.territory()
  const secrets = { notes: 'une note interne', contactName: 'Camille Contact', contactEmail: 'contact@example.org', contactPhone: '+33139980000' }
  await w.published(t, { ...secrets, title: 'Date publiée' })
  await w.event(t, { ...secrets, title: 'Brouillon caché' })
  await w.event(t, { title: 'Soumise cachée', state: 'SUBMITTED' })
  await w.published(t, { title: 'Date reportée', state: 'POSTPONED' })
  await w.published(t, { title: 'Date annulée', state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' })
  await w.published(t, { title: 'Date passée', startsAt: inDays(-3), endsAt: inDays(-3, 3), state: 'HELD' })
  await w.event(t, { title: 'Jamais annoncée', state: 'CANCELLED', cancelledAt: inDays(-1), cancellationReason: 'OTHER' })
  const [coming, past] = [await get(`/?departement=${t.department}`), await get(`/?departement=${t.department}&periode=passees`)]
  expect(coming.status).toBe(200)
  for (const title of ['Date publiée', 'Date reportée', 'Date annulée']) expect(coming.text).toContain(title)
  expect(coming.text).toContain('3 dates')
  expect(past.text).toContain('Date passée')
  for (const hidden of ['Brouillon caché', 'Soumise cachée', 'Jamais annoncée', ...Object.values(secrets), 'Date passée']) expect(coming.text).not.toContain(hidden)
})

it('finds by city or place whatever the accents, pages through, and says what to do when nothing is found', async () => {
  const t = await w.territory()
  for (let i = 0; i < 31; i++) await w.published(t, { title: `Opération ${i}`, startsAt: inDays(5 + i), endsAt: inDays(5 + i, 2) })
  const first = await get(`/?q=salle+des+fetes&departement=${t.department}`)
  expect(first.text).toContain('31 dates')
  expect(first.text).toContain('Page 1 sur 2')
  expect(first.text).not.toContain('Opération 30')
  expect((await get(`/?departement=${t.department}&page=2`)).text).toContain('Opération 30')
  expect((await get(`/?departement=${t.department}&page=9`)).headers.get('location')).toContain('page=2')
  expect((await get(`/?departement=${t.department}&q=nulle+part`)).text).toContain('Aucune date ne correspond.')
})

it('has one page per event, at an address that lasts and says what became of it', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const id = await w.published(t, { publicText: 'Venez <b>avec</b> un CV.' })
  const address = `/operations/${await slugOf(id)}`
  const shown = await get(address)
  expect(shown.status).toBe(200)
  for (const text of ['Jeudi 15 octobre 2026, de 10\u00a0h à 13\u00a0h', 'Salle des fêtes', '93000', 'Venez &lt;b&gt;avec&lt;/b&gt; un CV.', 'Ajouter à mon agenda']) expect(shown.text).toContain(text)
  expect(shown.text).not.toContain('camille@example.org')
  await w.ask(manager, 'mutation($id: ID!) { postponeEvent(id: $id, version: 1, reason: "salle fermée") { id } }', { id })
  await getOnce(address, 'Cette opération est reportée.')
  await w.ask(manager, 'mutation($id: ID!) { cancelEvent(id: $id, reason: "salle fermée", cancellationReason: VENUE_UNAVAILABLE) { id } }', { id })
  const cancelled = await getOnce(address, 'Cette opération est annulée.')
  expect(cancelled.status).toBe(200)
  expect(cancelled.text).not.toContain('salle fermée')
})

it('answers a page that says what to do, where there is none', async () => {
  const t = await w.territory()
  for (const path of ['/operations/inconnue', `/operations/${await slugOf(await w.event(t))}`, '/nimporte/quoi']) {
    const { status, text } = await get(path)
    expect(status).toBe(404)
    expect(text).toContain('Cette page n’existe pas.')
  }
})

it('gives calendars the same event again, and its changes', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = await w.published(t, { title: 'Rencontre, entretiens; conseils' })
  const address = `/operations/${await slugOf(id)}.ics`
  const lines = async () => (await get(address)).text.replace(/\r\n /g, '').split('\r\n')
  const before = await lines()
  expect(before).toEqual(expect.arrayContaining(['DTSTART:20261015T080000Z', 'DTEND:20261015T110000Z', 'SEQUENCE:0', 'STATUS:CONFIRMED', 'SUMMARY:Rencontre\\, entretiens\\; conseils', `UID:${id}@coaching.test`]))
  await w.ask(agent, 'mutation($id: ID!, $input: EventInput!) { updateEvent(id: $id, version: 1, input: $input) { id } }', {
    id, input: { title: 'Rencontre', startsAt: inDays(11), endsAt: inDays(11, 3), capacity: 40, referentsNeeded: 2, venueId: t.venue, contactName: 'Camille Exemple', contactEmail: 'camille@example.org' },
  })
  await getOnce(address, 'SEQUENCE:1')
  expect(await lines()).toEqual(expect.arrayContaining(['DTSTART:20261016T080000Z', 'SEQUENCE:1', `UID:${id}@coaching.test`]))
  expect((await get('/calendrier.ics')).text).toContain('BEGIN:VCALENDAR')
})

/** The page, and whether it had to be made. */
const looked = async (path: string, headers?: Record<string, string>) => {
  w.sent.statements.length = 0
  const page = await get(path, headers)
  return { ...page, made: w.sent.statements.length > 0 }
}

it('keeps a page until something public changes, whoever changed it, and says so to whoever has it', async () => {
  const t = await w.territory()
  const id = await w.published(t, { title: 'Avant' })
  const address = `/?departement=${t.department}`
  const before = await eventually(() => looked(address), ({ made }) => !made)
  expect(before.text).toContain('Avant')
  const had = { 'if-none-match': before.headers.get('etag')! }
  expect(await looked(address, had)).toMatchObject({ status: 304, text: '' })
  // As another replica would: this server only hears of it.
  await w.db.event.update({ where: { id }, data: { title: 'Après' } })
  const after = await eventually(() => looked(address, had), ({ status }) => status === 200)
  expect(after.text).toContain('Après')
  expect(await looked(address, { 'if-none-match': after.headers.get('etag')! })).toMatchObject({ status: 304, made: false })
})

it('makes a page anew when a minute has passed, for dates pass too', async () => {
  const t = await w.territory()
  await w.published(t)
  const address = `/?departement=${t.department}`
  await eventually(() => looked(address), ({ made }) => !made)
  w.clock.now = new Date(w.clock.now.getTime() + 60_000)
  expect((await looked(address)).made).toBe(true)
})

it('keeps nothing while it cannot hear of changes, and hears again by itself', async () => {
  const t = await w.territory()
  await w.published(t)
  const address = `/?departement=${t.department}`
  await eventually(() => looked(address), ({ made }) => !made)
  await w.db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN announced' AND datname = current_database()`
  await eventually(() => looked(address), ({ made }) => made)
  expect((await looked(address)).made).toBe(true)
  await eventually(() => looked(address), ({ made }) => !made)
})

it('sends pages that run no script, from this server alone, within the weight promised', async () => {
  const { headers, text } = await get('/')
  expect(headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/)
  const [sheet] = /\/assets\/site-[0-9a-f]+\.css/.exec(text)!
  const style = await fetch(w.url + sheet, { headers: { 'accept-encoding': 'gzip' } })
  expect(style.headers.get('cache-control')).toContain('immutable')
  const css = await style.text()
  const [font] = /\/assets\/dsfr-[\d.]+\/fonts\/Marianne-Regular\.woff2/.exec(css)!
  expect((await fetch(w.url + font)).status).toBe(200)
  const { gzipSync } = await import('node:zlib')
  expect(gzipSync(css).length + text.length).toBeLessThan(100_000)
})
