import exceljs from 'exceljs'
import { parse } from 'csv-parse/sync'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { e164 } from '../../server/referents/phone.ts'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { world, type Person } from '../support/world.ts'
import { expectedOf, fixture } from './fixtures.ts'
import { bytesOf, documents, importing, type Told } from './importing.ts'

const w = await world()
await importTerritory({ db: w.db, folder: 'prisma/data', now: w.clock.now })
const region = await w.account('REGIONAL_MANAGER')
const manager = await w.account('DEPARTMENT_MANAGER', { department: '93' })
const neighbour = await w.account('DEPARTMENT_AGENT', { department: '92' })
const { ready, prepared, done, send, proposed } = importing(w)

const FILE = 'referents.csv'
const HEADERS = ['Nom', 'Prénom', 'Courriel', 'Téléphone', 'Structure', 'Département', 'Commune', 'Langues parlées', 'Disponible le']
let count = 0
type Over = Partial<Record<'lastName' | 'firstName' | 'email' | 'phone' | 'employer' | 'department' | 'city' | 'languages' | 'available', string>>
/** A line that can be taken, of somebody else each time unless told. */
const row = ({ lastName = 'Exemple-Orme', firstName = 'Camille', email = `camille${++count}-${v7()}@example.org`, phone = '', employer = '', department = '93', city = 'Bondy', languages = '', available = '' }: Over = {}) =>
  [lastName, firstName, email, phone, employer, department, city, languages, available]
const list = (...rows: string[][]) => ({ bytes: bytesOf([HEADERS, ...rows]), name: 'referents.csv' })
const told = ({ lines }: Told) => lines.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)])
const listed = (person: Person, ...rows: string[][]) => ready(person, null, list(...rows))
async function taken(person: Person, ...rows: string[][]) {
  const file = await listed(person, ...rows)
  return done(person, 'apply', { id: file.id, lines: proposed(file) })
}
const found = (email: string) => w.db.referent.findUniqueOrThrow({ where: { email: email.toLowerCase() }, include: { departments: true } })

/** The same rows as a workbook, phones and all kept as texts. */
async function workbook(name: string) {
  const book = new exceljs.Workbook()
  book.addWorksheet('Référents').addRows(parse(fixture(name) as never, { delimiter: ';' }) as string[][])
  return new Uint8Array(await book.xlsx.writeBuffer())
}
/** The same text as Excel for Windows writes it. */
const windows = (bytes: Uint8Array) => new Uint8Array(Buffer.from(new TextDecoder().decode(bytes).replaceAll('Œ', 'OE').replaceAll('œ', 'oe'), 'latin1'))

describe('the list of the fixtures', () => {
  it.each([['as it is', async () => fixture(FILE)], ['as Excel writes it', async () => windows(fixture(FILE))], ['as a workbook', () => workbook(FILE)]])('is judged as expected, line by line, %s', async (_, bytes) => {
    const { problems, valid, valid_with_warning, rejected, skipped } = expectedOf(FILE)
    const file = await ready(region, null, { bytes: await bytes(), name: FILE })
    const count = (...wanted: string[]) => file.lines.filter(({ verdict }) => wanted.includes(verdict)).length
    expect([count('NEW'), count('WARNING'), count('ERROR'), count('DUPLICATE', 'SKIPPED')]).toEqual([valid, valid_with_warning, rejected, skipped])
    expect([valid, valid_with_warning, rejected, skipped]).toEqual([112, 2, 5, 2])
    const verdicts: Record<string, string> = { warn: 'WARNING', reject: 'ERROR', skip: 'DUPLICATE' }
    expect(file.lines.filter(({ verdict }) => verdict !== 'NEW').map(({ line, verdict, findings }) => [line, verdict, findings.map(({ code }) => code)]))
      .toEqual(problems.map(({ line, verdict, code }) => [line, verdicts[verdict], [code]]))
    // Civilité is read by nobody.
    expect(file.columns).toHaveLength(9)
    expect(file.headers.length - file.columns.length).toBe(1)
  })

  it('becomes the pool, each in the department, with a phone in E.164 and notes for the team; the same file again adds and changes nothing', async () => {
    const file = await ready(region, null, { bytes: fixture(FILE), name: FILE })
    const before = await w.db.referent.count()
    const applied = await done(region, 'apply', { id: file.id, lines: file.lines.map(({ line }) => line) })
    expect([applied.created, (await w.db.referent.count()) - before]).toEqual([114, 114])
    expect(await found('amina.exemple-bruyere001@exemple.fr')).toMatchObject({
      firstName: 'Amina', lastName: 'Exemple-Bruyère', phone: '+33639985307', employer: 'Mission locale fictive de Paris', cityId: '75056', languages: ['français'], notes: 'Disponible : lundi, mardi', departments: [{ departmentCode: '75' }],
    })
    // Deduced from the city; without its phone.
    expect((await found('fatou.exemple-fougere905@example.org')).departments).toMatchObject([{ departmentCode: '93' }])
    expect((await found('jerome.exemple-genet909@example.org')).phone).toBeNull()
    expect(await w.db.referent.count({ where: { phone: { not: null }, NOT: { phone: { startsWith: '+33' } } } })).toBe(0)
    expect(await w.db.auditEntry.count({ where: { resource: 'Referent', action: 'import', recordId: (await found('amina.exemple-bruyere001@exemple.fr')).id } })).toBe(1)

    const again = await ready(region, null, { bytes: await workbook(FILE), name: 'referents.xlsx' })
    expect(again.takeable).toEqual([])
    expect(again.lines.filter(({ verdict }) => verdict === 'UNCHANGED')).toHaveLength(114)
    // Nothing of these people is kept twice: the file is let go, its cells are in the lines.
    expect(await w.db.uploadedFile.findMany({ where: { imports: { some: { id: { in: [file.id, again.id] } } } }, select: { bytes: true } })).toEqual([{ bytes: new Uint8Array() }, { bytes: new Uint8Array() }])
  })
})

it.each([['06 39 98 53 07'], ['06.39.98.53.07'], ['0639985307'], ['+33 6 39 98 53 07'], ['+33 (0)6 39 98 53 07'], ['0033639985307'], ['06-39-98-53-07'], ['06\u00a039\u00a098\u00a053\u00a007']])('reads the phone %s', (written) => expect(e164(written)).toBe('+33639985307'))
it.each([['06 39 98 1'], ['non'], ['1234567890123456'], ['+99 12']])('reads no phone in %s', (written) => expect(e164(written)).toBeNull())

describe('a prefecture', () => {
  it('takes its own; those of another are outside, and the list is not read by a neighbour', async () => {
    const file = await listed(manager, row(), row({ department: '92', city: 'Nanterre' }), row({ department: '', city: 'Nanterre' }))
    expect(told(file)).toEqual([['NEW'], ['OUTSIDE', 'OUTSIDE'], ['OUTSIDE', 'OUTSIDE']])
    const applied = await done(manager, 'apply', { id: file.id, lines: [2, 3, 4] })
    expect([applied.created, applied.lines[0]!.referent]).toEqual([1, { id: applied.lines[0]!.referentId }])
    for (const [document, more] of [['apply', { lines: [2] }], ['read', {}], ['undo', {}]] as const)
      expect((await w.ask(neighbour, documents[document], { id: file.id, ...more })).errors?.[0]?.extensions.code, document).toBe('NOT_FOUND')
    expect((await w.ask(await w.account('REGIONAL_READER'), documents.prepare, { id: v7(), fileId: v7(), kind: 'REFERENTS', weeks: 0 })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('hears no more of somebody of another department than that the address is taken; the region may add the department', async () => {
    const email = `partage-${v7()}@example.org`
    await taken(neighbour, row({ email, department: '92', city: 'Nanterre', phone: '06 39 98 00 11' }))
    const file = await listed(manager, row({ email }))
    expect(told(file)).toEqual([['DUPLICATE', 'ALREADY_IMPORTED']])
    expect([file.lines[0]!.referentId, JSON.stringify(file).includes('0639980011')]).toEqual([null, false])
    // Nobody has touched the record since its import: the region may change it.
    const whole = await listed(region, row({ email }))
    expect(told(whole)).toEqual([['UPDATE', 'CHANGE', 'CHANGE']])
    await done(region, 'apply', { id: whole.id, lines: [2] })
    expect((await found(email)).departments.map(({ departmentCode }) => departmentCode).sort()).toEqual(['92', '93'])
    expect(told(await listed(manager, row({ email })))).toEqual([['UNCHANGED', 'ALREADY_IMPORTED']])
  })

  it('adds one of two at once, whoever comes first', async () => {
    const line = row()
    const files = await Promise.all([listed(manager, line), listed(manager, line)])
    const answers = await Promise.all(files.map(({ id }) => done(manager, 'apply', { id, lines: [2] })))
    expect(answers.map(({ lines }) => lines[0]!.outcome).sort()).toEqual(['CREATED', 'PRESENT'])
    expect(await w.db.referent.count({ where: { email: line[2]! } })).toBe(1)
  })
})

describe('somebody of the pool', () => {
  it('is updated by what the file says anew; an empty cell says nothing, capitals are the same name', async () => {
    const email = `maj-${v7()}@example.org`
    await taken(manager, row({ email, phone: '06 39 98 00 21', employer: 'Une association' }))
    expect(told(await listed(manager, row({ email: email.toUpperCase(), lastName: 'EXEMPLE ORME', phone: '', employer: '', languages: '' })))).toEqual([['UNCHANGED', 'ALREADY_IMPORTED']])
    const file = await listed(manager, row({ email, phone: '06 39 98 00 22', languages: 'français / arabe', available: 'mardi' }))
    expect(told(file)).toEqual([['UPDATE', 'CHANGE', 'CHANGE', 'CHANGE']])
    expect(file.lines[0]).toMatchObject({ proposed: true, findings: [{ column: 'Téléphone', sentence: expect.stringMatching(/\+33639980021.*devient.*\+33639980022/) }, { column: 'Langues' }, { column: 'Notes' }] })
    const applied = await done(manager, 'apply', { id: file.id, lines: [2] })
    expect([applied.created, applied.updated]).toEqual([0, 1])
    expect(await found(email)).toMatchObject({ phone: '+33639980022', employer: 'Une association', languages: ['français', 'arabe'], notes: 'Disponible : mardi', version: 2 })
    const { changes } = await w.db.auditEntry.findFirstOrThrow({ where: { resource: 'Referent', recordId: (await found(email)).id, action: 'update' } })
    expect(changes).toEqual({ phone: true, notes: true, languages: true })
  })

  it('keeps what a person changed since, and is found again under another address', async () => {
    const email = `change-${v7()}@example.org`
    await taken(manager, row({ email, employer: 'Une association' }))
    const { id } = await found(email)
    const update = (input: object) => w.ask(manager, 'mutation($id: ID!, $version: Int!, $input: ReferentInput!) { updateReferent(id: $id, version: $version, input: $input) { notes } }', { id, version: 1, input: { firstName: 'Camille', lastName: 'Exemple-Orme', ...input } })
    expect((await update({ email: `autre-${email}`, employer: 'Une mairie', notes: 'Rappeler en mars' })).data.updateReferent.notes).toBe('Rappeler en mars')
    expect(told(await listed(manager, row({ email, employer: 'Une association' })))).toEqual([['UNCHANGED', 'ALREADY_IMPORTED', 'EDITED_SINCE']])
    const other = await listed(manager, row({ email, employer: 'Un syndicat' }))
    expect([told(other)[0], other.lines[0]!.proposed]).toEqual([['UPDATE', 'CHANGE', 'EDITED_SINCE'], false])
    expect(told(await listed(region, row({ email, employer: 'Un syndicat' })))[0]![0]).toBe('DUPLICATE')
  })

  it('of the same name and phone under another address is added, and proposed for merging', async () => {
    const phone = '06 39 98 00 31'
    await taken(manager, row({ phone }))
    const file = await listed(manager, row({ phone: '+33 6 39 98 00 31', lastName: 'EXEMPLE ORME' }), row({ phone, firstName: 'Dominique' }), row({ phone, firstName: 'Dominique' }))
    expect(told(file)).toEqual([['WARNING', 'POSSIBLE_DUPLICATE'], ['NEW'], ['WARNING', 'POSSIBLE_DUPLICATE']])
    await done(manager, 'apply', { id: file.id, lines: proposed(file) })
    const { data } = await w.ask(manager, '{ referents(filter: { duplicates: true }) { items { phone duplicates { id } } } }')
    expect(data.referents.items.filter((one: { phone: string }) => one.phone === '+33639980031')).toHaveLength(4)
  })
})

describe('an import of referents is undone', () => {
  it('while nobody asked or changed them, and its lines can be taken again', async () => {
    const rows = [row(), row()]
    const file = await taken(manager, ...rows)
    expect([file.created, file.can.undo]).toEqual([2, []])
    const undone = await done(manager, 'undo', { id: file.id })
    expect([undone.created, told(undone), await w.db.referent.count({ where: { email: { in: rows.map((one) => one[2]!) } } })]).toEqual([0, [['NEW'], ['NEW']], 0])
    expect((await done(manager, 'apply', { id: file.id, lines: [2, 3] })).created).toBe(2)
  })

  it('not once one was asked: it says whom', async () => {
    const file = await taken(manager, row(), row())
    const [one] = file.lines
    const t = await w.territory()
    await w.availability(t.department, await w.published(t), one!.referentId!)
    expect((await w.ask(manager, documents.undo, { id: file.id })).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'TOUCHED' }] })
    expect((await done(manager, 'read', { id: file.id })).touchedReferents).toEqual([{ id: one!.referentId }])
  })
})

describe('what is shared with calendars', () => {
  it('columns are chosen, remembered for the kind, and those of another kind refused', async () => {
    const headers = ['Qui', 'Son prénom', 'Où écrire', 'Ville']
    const bytes = (email: string) => ({ bytes: bytesOf([headers, ['Exemple-If', 'Sacha', email, 'Bondy']]), name: 'x.csv' })
    const file = await ready(manager, null, bytes(`x-${v7()}@example.org`))
    expect(told(file)[0]![0]).toBe('ERROR')
    const columns = ['LAST_NAME', 'FIRST_NAME', 'EMAIL', 'CITY'].map((column, at) => ({ column, at }))
    expect(told(await done(manager, 'judge', { id: file.id, weeks: 0, columns }))).toEqual([['WARNING', 'MISSING_DEPARTMENT']])
    for (const wrong of [[...columns.slice(0, 3), { column: 'DAY', at: 3 }], columns.slice(1)])
      expect((await w.ask(manager, documents.judge, { id: file.id, weeks: 0, columns: wrong })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { columns: expect.any(String) } })
    expect((await ready(manager, null, bytes(`y-${v7()}@example.org`))).remembered).toBe(true)
    expect(file.fields.filter(({ needed }) => needed).map(({ column }) => column)).toEqual(['LAST_NAME', 'FIRST_NAME', 'EMAIL'])
  })

  it('a line is corrected in place, a formula stays text, and refused lines are given back', async () => {
    const file = await listed(manager, row({ email: 'prenom.nom(at)example.org', employer: '=1+1' }))
    expect(told(file)).toEqual([['ERROR', 'INVALID_EMAIL']])
    const { data } = await w.ask(manager, 'query($id: ID!) { rejectedLines(id: $id) }', { id: file.id })
    expect(data.rejectedLines).toContain(";'=1+1;")
    const email = `corrige-${v7()}@example.org`
    expect(told(await done(manager, 'correct', { id: file.id, line: 2, cells: [{ at: 2, text: email }] }))).toEqual([['NEW']])
    await done(manager, 'apply', { id: file.id, lines: [2] })
    expect((await found(email)).employer).toBe('=1+1')
  })

  it('the example is taken whole, and a file of none or of another kind is refused under its field', async () => {
    const example = await fetch(`${w.url}/files/exemple-referents.csv`)
    const file = await ready(region, null, { bytes: new Uint8Array(await example.arrayBuffer()), name: 'exemple.csv' })
    expect(told(file)).toEqual([['NEW'], ['NEW']])
    expect(file.columns).toHaveLength(file.fields.length)
    const refused = async (given: object) => (await w.ask(region, documents.prepare, { id: v7(), weeks: 0, ...given })).errors?.[0]?.extensions.fields
    const { id: fileId } = await send(region, list(row()).bytes)
    expect(await refused({ fileId })).toHaveProperty('campaignId')
    expect(await refused({ fileId, kind: 'REFERENTS', weeks: 1 })).toHaveProperty('campaignId')
    expect((await prepared(region, null, { bytes: new TextEncoder().encode('bonjour') })).errors?.[0]?.extensions.fields.file).toContain('référents')
    await expect(w.db.import.updateMany({ where: { id: file.id }, data: { kind: 'EVENTS' } })).rejects.toThrow()
  })
})
