import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textCell } from '../../server/imports/cell.ts'
import { readCsv } from '../../server/imports/readCsv.ts'
import { inDays, NOW, world, type Person, type Territory } from '../support/world.ts'

const w = await world()
const columns = [{ path: 'startsAt', header: 'Début' }, { path: 'title', header: 'Intitulé' }, { path: 'venue.city.name', header: 'Commune' }, { path: 'state', header: 'État', words: { DRAFT: 'Brouillon' } },
  { path: 'referentsConfirmed', header: 'Confirmés' }, { path: 'referentsNeeded', header: 'Nécessaires' }]
const titles = [{ path: 'title', header: 'Intitulé' }]

const post = (person: Person | null, body: unknown, { format = 'csv', type = 'application/json' } = {}) => fetch(`${w.url}/export/events.${format}`, {
  method: 'POST', headers: { 'content-type': type, ...(person ? { cookie: person.cookie, 'x-membership': person.membership } : {}) }, body: JSON.stringify(body),
})
const text = async (response: Response) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
const read = (csv: string): string[][] => parse(csv, { delimiter: ';', bom: true })
const lines = async (person: Person, body: object) => read(await text(await post(person, body))).slice(1)

/** So many events, by title and hour, written in one statement. */
const many = (t: Territory, count: number) => w.db.$executeRawUnsafe(`INSERT INTO "Event" ("id", "campaignId", "departmentCode", "title", "venueId", "startsAt", "endsAt", "capacity", "referentsNeeded", "slug", "createdAt", "updatedAt")
  SELECT gen_random_uuid(), '${t.campaign}', '${t.department}', 'Opération n° ' || n, '${t.venue}', $1::timestamptz + n * interval '1 minute', $1::timestamptz + (n + 60) * interval '1 minute', 40, 2, '${t.department}-' || n, $1, $1 FROM generate_series(1, ${count}) n`, inDays(10))

it('writes what a French Excel opens as it is meant, and nothing that it would run', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const cells = ['=HYPERLINK("http://x.example";"clic")', '+33 1 99 00 00 00', '@SUM(A1)', '-2+3', '\tonglet', 'Avec ; un point-virgule et "des guillemets"', 'Deux\nlignes', 'Élève à Évry']
  for (const [n, title] of cells.entries()) await w.event(t, { title, startsAt: new Date(NOW.getTime() + n * 60_000), endsAt: inDays(20) })
  const csv = await text(await post(agent, { sort: 'startsAt', columns }))
  expect(csv.startsWith('\ufeffDébut;Intitulé;Commune;État;Confirmés;Nécessaires\r\n05/10/2026 10:00;')).toBe(true)
  const rows = read(csv).slice(1)
  expect(rows[5]).toEqual(['05/10/2026 10:05', cells[5], `Ville-${t.department}`, 'Brouillon', '0', '2'])
  expect(rows.map(([, title]) => title)).toEqual(cells.map((cell, n) => (n < 5 ? `'${cell}` : cell)))

  const book = new exceljs.Workbook()
  await book.xlsx.load(await (await post(agent, { sort: 'startsAt', columns }, { format: 'xlsx' })).arrayBuffer())
  const sheet = book.worksheets[0]!
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.getRow(1).values).toEqual([undefined, 'Début', 'Intitulé', 'Commune', 'État', 'Confirmés', 'Nécessaires'])
  for (const [n, title] of cells.entries()) {
    expect(sheet.getCell(n + 2, 2).value).toBe(title)
    expect(sheet.getCell(n + 2, 2).formula).toBeUndefined()
  }
  // The hour of Paris, as a date and not as text.
  expect(sheet.getCell(2, 1).value).toEqual(new Date('2026-10-05T10:00:00Z'))
  expect([sheet.getCell(2, 6).value, sheet.getColumn(1).numFmt, sheet.getColumn(2).width! > 20]).toEqual([2, 'dd/mm/yyyy hh:mm', true])
})

it('is read back cell by cell by our own import, whatever ends of lines, quotes and signs a text holds, and no line of it starts a formula', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const drawn = fc.sample(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '=', '+', '-', '@', '\r', '\n', '"', "'", ';', '＝'), maxLength: 8 }), 60)
  const texts = ["Forum\n=cmd|'/c calc'!A1", '1 rue A\nBâtiment B', '1 rue A\r+33', '\n=1+1', '\r\n-1', ...drawn]
  const venues = await w.db.venue.createManyAndReturn({ data: texts.map((address, n) => ({ id: crypto.randomUUID(), departmentCode: t.department, cityId: t.city, name: `Salle ${n}`, address, postalCode: '93000', latitude: 48.9, longitude: 2.4 })) })
  for (const [n, { id }] of venues.entries()) await w.event(t, { title: `n° ${n}`, venueId: id, startsAt: new Date(NOW.getTime() + n * 60_000), endsAt: inDays(20) })
  const file = await (await post(agent, { sort: 'startsAt', columns: [{ path: 'title', header: 'Intitulé' }, { path: 'venue.address', header: 'Adresse' }, { path: 'state', header: 'État' }] })).bytes()
  const rows = readCsv(file).slice(1).map(({ cells }) => cells.map(({ text }) => text))
  // Reading makes one kind of all ends of lines.
  const guarded = (address: string) => textCell(address.replace(/(^|[\r\n])(?=[=+@＝-])/g, "$1'").replace(/\r\n?/g, '\n')).text
  expect(rows).toEqual(texts.map((address, n) => [`n° ${n}`, guarded(address), 'DRAFT']))
})

it('holds exactly what the list holds, filtered and sorted as on screen, for each role', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agency = await w.agency(t)
  for (const at of [t, other])
    for (const [n, state] of ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'HELD'].entries())
      for (const title of ['été', 'Étang', 'zèbre']) await w.event(at, { title: `${title} ${n}`, state, publishedAt: n > 1 ? NOW : null, startsAt: inDays(n, title.length), endsAt: inDays(n + 30) })
  const people = [await w.account('REGIONAL_READER'), await w.account('DEPARTMENT_AGENT', t), await w.account('AGENCY_AGENT', { agency })]
  const asked = [
    { filter: { departmentCodes: [t.department, other.department] }, sort: 'title', order: 'desc' },
    { filter: { departmentCodes: [t.department, other.department], states: ['DRAFT', 'PUBLISHED'] }, sort: 'startsAt', order: 'asc' },
    { filter: { departmentCodes: [t.department], q: 'ETANG', startsAt: { from: inDays(1), until: inDays(3) } }, sort: 'state', order: 'asc' },
  ]
  for (const person of people)
    for (const one of asked) {
      const { data, errors } = await w.ask(person, 'query($filter: EventFilter, $sort: EventSort!, $order: SortOrder!) { events(filter: $filter, sort: $sort, order: $order, page: { size: 100 }) { items { title departmentCode } } }', one)
      expect(errors).toBeUndefined()
      const wanted = data.events.items.map(({ title, departmentCode }: any) => [title, departmentCode])
      expect(await lines(person, { ...one, columns: [...titles, { path: 'departmentCode', header: 'Département' }] })).toEqual(wanted)
    }
  // What an agency may not read stands empty, and is no criterion.
  const agent = people[2]!
  expect(new Set((await lines(agent, { columns: [{ path: 'referentsNeeded', header: 'n' }, ...titles] })).map(([needed]) => needed))).toEqual(new Set(['']))
  expect((await post(agent, { filter: { readiness: ['RED'] }, columns: titles })).status).toBe(403)
})

it('refuses who is not signed in, what another site could send, and what does not leave the console', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  expect((await post(null, { columns: titles })).status).toBe(401)
  expect((await post(await w.account('DATA_PROTECTION_OFFICER'), { columns: titles })).status).toBe(403)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) expect((await post(agent, { columns: titles }, { type })).status).toBe(415)
  expect((await fetch(`${w.url}/export/events.csv`, { headers: { cookie: agent.cookie } })).status).toBe(404)
  for (const path of ['comments.text', 'notes', 'contactEmail', 'history.reason', 'slug', '__proto__']) expect((await post(agent, { columns: [{ path, header: 'x' }] })).status, path).toBe(422)
  for (const body of [{}, { columns: [] }, { columns: titles, filter: { secret: 1 } }, { columns: titles, sort: 'notes' }, { columns: titles, filter: { states: ['NOPE'] } }]) expect((await post(agent, body)).status).toBe(422)
  for (const list of ['accounts', 'toString', 'nothing']) expect((await fetch(`${w.url}/export/${list}.csv`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: agent.cookie }, body: JSON.stringify({ columns: titles }) })).status).toBe(404)
  expect(await w.db.auditEntry.count({ where: { action: 'export', accountId: agent.account } })).toBe(0)
})

it('is written in the journal before its first line: who, by which filter, how many', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  await w.event(t)
  await w.event(t, { state: 'SUBMITTED' })
  const response = await post(agent, { filter: { states: ['SUBMITTED'] }, columns: titles }, { format: 'xlsx' })
  expect(response.headers.get('x-rows')).toBe('1')
  expect(response.headers.get('cache-control')).toBe('no-store')
  await response.body!.cancel()
  expect(await w.db.auditEntry.findMany({ where: { action: 'export', accountId: agent.account } })).toMatchObject([
    { resource: 'Event', departmentCode: t.department, changes: { rows: [null, 1], filter: [null, { states: ['SUBMITTED'] }], columns: [null, ['title']], format: [null, 'xlsx'] } },
  ])
})

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
/** What is alive after a collection, buffers included, in bytes. */
function alive() {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Rows that would weigh, were they kept: each carries the address of its venue, made long. */
const heavy = [...columns, { path: 'venue.address', header: 'Adresse' }]

/** Takes an export chunk by chunk; answers its text, and by how much memory grew at most while it was taken. */
async function taken(person: Person, format: string, onFirst: () => Promise<unknown> = async () => {}) {
  const chunks: string[] = []
  const before = alive()
  const reader = (await post(person, { sort: 'startsAt', columns: heavy }, { format })).body!.getReader()
  const decoder = new TextDecoder()
  let [most, bytes] = [0, 0]
  for (let n = 0; ; n++) {
    const { value, done } = await reader.read()
    if (n === 0) await onFirst()
    if (done) return { most, bytes, csv: chunks.join('') }
    bytes += value.length
    if (format === 'csv') chunks.push(decoder.decode(value, { stream: true }))
    else if (n % 5 === 0) most = Math.max(most, alive() - before)
  }
}

it('takes as much memory for 6 000 events as for 1 000, and holds each once while somebody else writes', async () => {
  const [small, large] = [await w.territory(), await w.territory()]
  await many(small, 1_000)
  await many(large, 6_000)
  await w.db.venue.updateMany({ where: { id: { in: [small.venue, large.venue] } }, data: { address: 'adresse '.repeat(500) } })
  const [few, lot] = [await w.account('DEPARTMENT_AGENT', small), await w.account('DEPARTMENT_AGENT', large)]
  await taken(few, 'xlsx')
  const [one, six] = [await taken(few, 'xlsx'), await taken(lot, 'xlsx')]
  expect(six.bytes).toBeGreaterThan(3 * one.bytes)
  // The rows that the larger one has more weigh 20 MB as text, and twice that as objects.
  expect(six.most - one.most).toBeLessThan(16_000_000)

  const { csv } = await taken(lot, 'csv', async () => {
    await w.db.$executeRawUnsafe(`UPDATE "Event" SET "startsAt" = "startsAt" - interval '3 days', "title" = 'Déplacée' WHERE "departmentCode" = '${large.department}' AND "slug" LIKE '%7'`)
    await w.db.event.deleteMany({ where: { departmentCode: large.department, slug: { endsWith: '3' } } })
    await w.event(large, { title: 'Nouvelle' })
  })
  expect(read(csv).slice(1).map(([, title]) => title)).toEqual(Array.from({ length: 6_000 }, (_, n) => `Opération n° ${n + 1}`))
})

it('gives its connection back when whoever reads goes away, and lets three run at once', async () => {
  const t = await w.territory()
  await many(t, 6_000)
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const busy = () => w.pool.totalCount - w.pool.idleCount
  const before = busy()
  for (let round = 0; round < 2; round++) {
    const open = await Promise.all([1, 2, 3].map(() => post(agent, { columns }, { format: 'csv' })))
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200])
    await Promise.all(open.map(({ body }) => body!.cancel()))
    await expect.poll(busy).toBeLessThanOrEqual(before)
  }
})
