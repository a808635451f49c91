import { describe, expect, it } from 'vitest'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { world } from '../support/world.ts'
import { FILES, fixture } from './fixtures.ts'
import { bytesOf, documents, HEADERS, importing, row, type Told } from './importing.ts'

const w = await world()
await importTerritory({ db: w.db, folder: 'prisma/data', now: w.clock.now })
const region = await w.account('REGIONAL_MANAGER')
const seineSaintDenis = await w.account('DEPARTMENT_AGENT', { department: '93' })
const { campaign, ready, done, send, prepared, proposed, taken } = importing(w)

const ODD = ['Dépt', 'Ville', 'Où', 'Adresse', 'CP', 'Le jour', 'Début', 'Fin', 'Combien', 'Mail', 'Qui']
const odd = (...rows: string[][]) => ({ bytes: bytesOf([ODD, ...rows]) })
const chosen = [['DEPARTMENT', 0], ['CITY', 1], ['PLACE', 2], ['ADDRESS', 3], ['POSTAL_CODE', 4], ['DAY', 5], ['START', 6], ['END', 7], ['CAPACITY', 8], ['CONTACT', 9]].map(([column, at]) => ({ column, at }))
const verdicts = ({ lines }: Told) => lines.map(({ verdict }) => verdict)

describe('the columns of a file', () => {
  it('are proposed from its headers, corrected in the same import, and remembered for the next file with the same headers', async () => {
    const into = await campaign()
    const first = await ready(seineSaintDenis, into, odd(row()))
    expect(first).toMatchObject({ headers: ODD, remembered: false, columns: expect.arrayContaining([{ column: 'DEPARTMENT', at: 0 }, { column: 'START', at: 6 }]) })
    expect(first.lines[0]!.findings.map(({ code }) => code)).toEqual(['MISSING_DATE', 'MISSING_CAPACITY', 'MISSING_PLACE'])
    expect(first.lines[0]!.findings[0]!.sentence).toContain('Aucune colonne')

    const again = await done(seineSaintDenis, 'judge', { id: first.id, weeks: 0, columns: chosen })
    expect(again).toMatchObject({ id: first.id, columns: chosen, counts: [{ verdict: 'NEW', count: 1 }], takeable: [{ line: 2, proposed: true }] })
    expect(again.lines).toHaveLength(1)

    const next = await ready(seineSaintDenis, into, { bytes: bytesOf([ODD.map((header) => header.toUpperCase()), row({ place: 'Autre salle' })]) })
    expect([next.remembered, verdicts(next)]).toEqual([true, ['NEW']])
    // What a department chose is its own.
    for (const other of [region, await w.account('DEPARTMENT_AGENT', { department: '92' })]) expect((await ready(other, into, odd(row()))).remembered).toBe(false)
  })

  it('are asked for when no header is known, and the same choice is found without any', async () => {
    const into = await campaign()
    const unknown = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K']
    const file = await ready(region, into, { bytes: bytesOf([['Un titre'], unknown, row()]) })
    expect(file).toMatchObject({ headers: unknown, columns: [] })
    expect(verdicts(await done(region, 'judge', { id: file.id, weeks: 0, columns: chosen }))).toEqual(['NEW'])
    expect(verdicts(await ready(region, into, { bytes: bytesOf([['Un autre titre'], unknown, row()]) }))).toEqual(['NEW'])
  })

  it('are refused when one is none, is there twice, or lacks', async () => {
    const { id } = await ready(region, await campaign(), odd(row()))
    const refused = async (columns: object[]) => (await w.ask(region, documents.judge, { id, weeks: 0, columns })).errors?.[0]?.extensions
    for (const columns of [chosen.map((one) => ({ ...one, at: 11 })), [...chosen, chosen[0]!], chosen.slice(1)]) expect(await refused(columns)).toMatchObject({ code: 'BAD_USER_INPUT', fields: { columns: expect.any(String) } })
    expect(await refused([{ column: 'DAY', at: -1 }])).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

it.each(FILES)('judges %s again as it did first: what a workbook keeps behind its cells is not lost', async (name) => {
  const file = await ready(region, await campaign(), { name, bytes: fixture(name) })
  expect(file.lines.length).toBeGreaterThan(50)
  expect((await done(region, 'judge', { id: file.id, weeks: 0, columns: file.columns })).lines).toEqual(file.lines)
})

it('moves the dates of the same import, until lines are taken', async () => {
  const into = await campaign()
  const file = await ready(region, into, { bytes: bytesOf([HEADERS, row()]) })
  const moved = await done(region, 'judge', { id: file.id, weeks: 1, columns: file.columns })
  expect([moved.weeks, moved.lines[0]!.startsAt]).toEqual([1, '2026-12-01T08:00:00+00:00'])
  expect(await w.db.import.count({ where: { campaignId: into } })).toBe(1)
  await done(region, 'apply', { id: file.id, lines: [2] })
  const { errors } = await w.ask(region, documents.judge, { id: file.id, weeks: 2, columns: file.columns })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'TAKEN' }] })
})

it('says of the dates what is to be said, once, before and after they are moved', async () => {
  const day = (day: string) => row({ day, place: day })
  const file = await ready(region, await campaign(), { bytes: bytesOf([HEADERS, day('11/11/2026'), day('17/11/2026'), day('24/08/2026'), day('01/09/2026'), day('31/12/2026')]) })
  const codes = (remarks: { code: string }[]) => remarks.map(({ code }) => code)
  expect(codes(file.remarks)).toEqual(['PAST', 'OUTSIDE_WINDOW', 'HOLIDAY'])
  expect(file.remarks[0]!.sentence).toMatch(/^2 dates/)
  expect(file.remarks[1]!.sentence).toMatch(/^Une date est hors .*1er septembre 2026 au 31 décembre 2026/)
  expect(file.remarks[2]!.sentence).toMatch(/^Une date est un jour férié.*mercredi 11 novembre 2026 \(Armistice 1918\)/)
  const moved = async (weeks: number) => (await w.ask(region, 'query($id: ID!, $weeks: Int!) { importRemarks(id: $id, weeks: $weeks) { code sentence } }', { id: file.id, weeks })).data.importRemarks
  expect(await moved(0)).toEqual(file.remarks)
  expect((await moved(52))[0].sentence).toMatch(/^5 dates sont hors/)
  expect((await done(region, 'judge', { id: file.id, weeks: 52, columns: file.columns })).remarks).toEqual(await moved(52))
})

describe('a line', () => {
  it('is corrected cell by cell, judged again, and keeps what the file says', async () => {
    const into = await campaign()
    const file = await ready(seineSaintDenis, into, { bytes: bytesOf([HEADERS, row({ city: 'Bondi' }), row(), row({ city: 'Bondi', place: 'Autre salle', capacity: 'beaucoup' })]) })
    expect(verdicts(file)).toEqual(['ERROR', 'NEW', 'ERROR'])
    const half = await done(seineSaintDenis, 'correct', { id: file.id, line: 4, cells: [{ at: 1, text: 'Bondy' }] })
    expect(half.lines[2]).toMatchObject({ verdict: 'ERROR', findings: [{ code: 'INVALID_CAPACITY', column: 'Places' }], corrections: [{ at: 1, text: 'Bondy' }] })
    expect(half.lines[2]!.cells[1]).toBe('Bondi')
    const whole = await done(seineSaintDenis, 'correct', { id: file.id, line: 4, cells: [{ at: 8, text: '25' }] })
    expect(whole.lines[2]).toMatchObject({ verdict: 'NEW', corrections: [{ at: 1, text: 'Bondy' }, { at: 8, text: '25' }] })
    // What a line repeats is found anew.
    const twins = await done(seineSaintDenis, 'correct', { id: file.id, line: 2, cells: [{ at: 1, text: 'Bondy' }] })
    expect(verdicts(twins)).toEqual(['NEW', 'DUPLICATE', 'NEW'])
    const back = await done(seineSaintDenis, 'correct', { id: file.id, line: 2, cells: [{ at: 1, text: 'Bondi' }] })
    expect([verdicts(back), back.lines[0]!.corrections]).toEqual([['ERROR', 'NEW', 'NEW'], []])
    await done(seineSaintDenis, 'apply', { id: file.id, lines: [4] })
    expect(await w.db.event.findMany({ where: { campaignId: into }, select: { capacity: true } })).toEqual([{ capacity: 25 }])
    // What was taken of the others stays as it was told.
    const after = await done(seineSaintDenis, 'correct', { id: file.id, line: 2, cells: [{ at: 2, text: 'Salle nommée' }] })
    expect(after.lines[2]).toMatchObject({ verdict: 'NEW', outcome: 'CREATED', findings: [] })
    for (const [line, at] of [[4, 1], [99, 1], [2, 11]]) expect((await w.ask(seineSaintDenis, documents.correct, { id: file.id, line, cells: [{ at, text: 'x' }] })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('keeps a formula that is typed as the text it is', async () => {
    const { id } = await ready(region, await campaign(), { bytes: bytesOf([HEADERS, row()]) })
    const { lines } = await done(region, 'correct', { id, line: 2, cells: [{ at: 2, text: '=1+1' }] })
    expect(lines[0]).toMatchObject({ verdict: 'NEW', summary: expect.stringContaining('=1+1') })
  })
})

it('gives the lines that cannot be taken as a file for Excel in French, without a formula', async () => {
  const file = await ready(seineSaintDenis, await campaign(), { bytes: bytesOf([HEADERS, row(), row(), row({ department: '92', city: 'Nanterre' }), row({ city: 'Bondi', place: '=HYPERLINK("x")', organiser: '+33' })]) })
  const { data } = await w.ask(seineSaintDenis, 'query($id: ID!) { rejectedLines(id: $id) }', { id: file.id })
  const text: string = data.rejectedLines
  expect(text.startsWith('\ufeff')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines[0]).toBe(['Ligne', 'Motifs', ...HEADERS].join(';'))
  expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual(['3', '4', '5'])
  expect(lines[1]).toMatch(/répète la ligne 2/)
  expect(lines[3]).toMatch(/Bondi.*;"'=HYPERLINK\(""x""\)";.*;'\+33$/)
  expect((await w.ask(await w.account('DEPARTMENT_AGENT', { department: '92' }), 'query($id: ID!) { rejectedLines(id: $id) }', { id: file.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  // Sent back as it is, the file is a calendar.
  expect((await ready(seineSaintDenis, await campaign(), { bytes: new TextEncoder().encode(text) })).counts).toEqual([{ verdict: 'NEW', count: 1 }, { verdict: 'OUTSIDE', count: 1 }, { verdict: 'ERROR', count: 1 }])
})

it('offers an example of which every line can be taken', async () => {
  const answer = await fetch(`${w.url}/files/exemple-calendrier.csv`)
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')])
  const { counts, remarks } = await ready(region, await campaign(), { bytes: new Uint8Array(await answer.arrayBuffer()) })
  expect([counts, remarks]).toEqual([[{ verdict: 'NEW', count: 2 }], []])
})

it('judges 5 000 lines while others are answered, and gives them page by page', async () => {
  const bytes = bytesOf([HEADERS, ...Array.from({ length: 5_000 }, (_, n) => row({ place: `Salle ${n}`, city: n % 2 ? 'Bondy' : `Bondi ${n % 50}` }))])
  const { id: fileId } = await send(region, bytes)
  const asked = { id: fileId!, fileId, campaignId: await campaign(), weeks: 0 }
  let ended = false
  const judging = w.ask(region, 'mutation($id: ID!, $fileId: ID!, $campaignId: ID!, $weeks: Int!) { prepareImport(id: $id, fileId: $fileId, campaignId: $campaignId, weeks: $weeks) { takeable { line } } }', asked).finally(() => (ended = true))
  let answered = 0
  while (!ended) {
    await w.ask(null, '{ about { demonstration } }')
    if (!ended) answered++
  }
  const { data, errors } = await judging
  expect(errors).toBeUndefined()
  expect(data.prepareImport.takeable).toHaveLength(2_500)
  expect(answered).toBeGreaterThan(5)
  const { data: page } = await w.ask(region, 'query($id: ID!) { importLines(filter: { importId: $id, verdicts: [NEW] }, page: { number: 24, size: 100 }) { total items { line } } }', { id: asked.id })
  expect([page.importLines.total, page.importLines.items.length, page.importLines.items.at(-1).line]).toEqual([2_500, 100, 5_001])
}, 30_000)

it('lets nobody else judge, correct or undo', async () => {
  const into = await campaign()
  const file = await taken(seineSaintDenis, into, [row()])
  const neighbour = await w.account('DEPARTMENT_MANAGER', { department: '92' })
  for (const [document, more] of [['judge', { weeks: 0, columns: file.columns }], ['correct', { line: 2, cells: [] }], ['undo', {}]] as const)
    expect((await w.ask(neighbour, documents[document], { id: file.id, ...more })).errors?.[0]?.extensions.code, document).toBe('NOT_FOUND')
  expect(proposed(file)).toEqual([])
  expect((await prepared(seineSaintDenis, into, { bytes: bytesOf([HEADERS]) })).errors?.[0]?.extensions.fields.file).toMatch(/aucune ligne/)
})
