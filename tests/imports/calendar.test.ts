import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarKind } from '../../server/imports/calendar/calendar.kind.ts'
import { parisInstant } from '../../server/imports/calendar/parisTime.ts'
import type { CalendarEvent } from '../../server/imports/calendar/readEvent.ts'
import { judgeSheet, type Line as Judged } from '../../server/imports/lines/judgeSheet.ts'
import { findSheet } from '../../server/imports/lines/sheet.ts'
import { readTable } from '../../server/imports/readTable.ts'
import { expectedOf, FILES, fixture, reference } from './fixtures.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
type Line = Judged<CalendarEvent> & { event: CalendarEvent | null; number: string | undefined }
async function judged(bytes: Uint8Array, weeks = 0): Promise<Line[]> {
  const sheet = findSheet(calendarKind, await readTable(bytes, 'calendrier.csv'))
  return (await judgeSheet(calendarKind, sheet, reference, { weeks })).map((line, n) => ({ ...line, event: line.item, number: sheet.rows[n]!.cells[sheet.at.number!]?.text }))
}
const HEADER = 'N°;Département;Commune;Lieu;Adresse;Code postal;Quartier prioritaire;Date;Heure début;Heure fin;Organisateur;Partenaires présents;Places;Contact;Statut'
const GOOD = ['1', '93', 'Bondy', 'Salle', '1 rue de l’Essai', '93140', '', '25/11/2019', '9h', '12h', '', '', '30', '', '']
const COLUMNS = ['number', 'department', 'city', 'place', 'address', 'postalCode', 'neighbourhood', 'day', 'start', 'end', 'organiser', 'partners', 'capacity', 'contact', 'status'] as const
type Over = Partial<Record<(typeof COLUMNS)[number], string>>
const lineOf = (over: Over) => COLUMNS.map((column, index) => over[column] ?? GOOD[index]!)
const calendar = (...lines: Over[]) => utf8([HEADER, ...lines.map((over) => lineOf(over).join(';'))].join('\r\n'))
const one = async (over: Over, weeks = 0): Promise<Line> => (await judged(calendar(over), weeks))[0]!
const codes = ({ findings }: Line) => findings.map(({ code }) => code)

describe('the calendars of 2019', () => {
  const verdicts = { warn: 'WARNING', reject: 'REJECTED', skip: 'SKIPPED' } as const

  it.each(FILES)('judges every line of %s as expected', async (name) => {
    const { problems, data_records, valid, valid_with_warning, rejected, skipped } = expectedOf(name)
    const lines = await judged(fixture(name))
    const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length
    expect([lines.length, count('VALID'), count('WARNING'), count('REJECTED'), count('SKIPPED')]).toEqual([data_records, valid, valid_with_warning, rejected, skipped])
    expect(lines.filter(({ verdict }) => verdict !== 'VALID').map(({ line, verdict, findings }) => ({ line, verdict, codes: findings.map(({ code }) => code) })))
      .toEqual(problems.map(({ line, row, verdict, code }) => ({ line: line ?? row, verdict: verdicts[verdict], codes: [code] })))
    for (const { event, verdict } of lines) expect(event !== null).toBe(verdict === 'VALID' || verdict === 'WARNING')
  })

  it('reads from both files the same operations, but for the two that they word differently', async () => {
    const [fromCsv, fromWorkbook] = await Promise.all(FILES.map(async (name) => new Map((await judged(fixture(name))).filter(({ event }) => event).map(({ number, event }) => [number, event!]))))
    expect([fromCsv!.size, fromWorkbook!.size]).toEqual([55, 55])
    expect([fromCsv!.get('21')!.address, fromWorkbook!.get('21')!.address]).toEqual(['77 place du Modèle, Bâtiment B, 2e étage', '77 place du Modèle'])
    expect([fromCsv!.get('34')!.placeName, fromWorkbook!.get('34')!.placeName]).toEqual(["Pépinière d'entreprises", "Pépinière d'entreprises (entrée côté cour)"])
    for (const [number, event] of fromCsv!) {
      const { importKey, placeName, address, ...rest } = event
      expect({ number, ...fromWorkbook!.get(number) }).toMatchObject({ number, ...(number === '21' || number === '34' ? rest : event) })
    }
  })

  it('says of a refused line what its value is and what to do', async () => {
    const lines = await judged(fixture(FILES[0]))
    const sentenceAt = (wanted: number) => lines.find(({ line }) => line === wanted)!.findings[0]!.sentence
    expect(sentenceAt(22)).toContain('31/11/2019')
    expect(sentenceAt(52)).toContain('Clichy-sous-Bois')
    expect(sentenceAt(36)).toMatch(/ligne \d+/)
  })
})

describe('one line', () => {
  it('takes the writings that people use', async () => {
    const { event } = await one({ department: '93 - Seine-Saint-Denis', city: 'BONDY', day: '5/12/2019', start: '9 h 05', end: '14:30' })
    expect(event).toMatchObject({ departmentCode: '93', cityCode: '93010', startsAt: new Date('2019-12-05T08:05:00Z'), endsAt: new Date('2019-12-05T13:30:00Z'), contactEmail: null, confirmed: false })
    for (const city of ['Le Blanc-Mesnil', 'LE BLANC MESNIL', 'le blanc mesnil']) expect((await one({ city, postalCode: '93150' })).event?.cityCode).toBe('93007')
    for (const city of ['Saint-Ouen-sur-Seine', 'ST OUEN SUR SEINE']) expect((await one({ city, postalCode: '93400' })).event?.cityCode).toBe('93070')
    expect((await one({ department: '75', city: 'Paris 18e', postalCode: '75018' })).event).toMatchObject({ cityCode: '75056', postalCode: '75018' })
  })

  it('names all that is wrong at once', async () => {
    const line = await one({ city: 'Bondi', day: '31/02/2020', start: '25h', capacity: 'beaucoup', contact: 'personne' })
    expect(line).toMatchObject({ verdict: 'REJECTED', event: null, departmentCode: '93' })
    expect(codes(line).toSorted()).toEqual(['INVALID_CAPACITY', 'INVALID_DATE', 'INVALID_EMAIL', 'INVALID_TIME', 'UNKNOWN_COMMUNE'])
    for (const { column, sentence } of line.findings) {
      expect(HEADER.split(';')).toContain(column)
      expect(sentence).not.toContain("'")
    }
  })

  it('names each required cell that is empty', async () => {
    expect(codes(await one({ department: '', city: '', day: '', start: '', end: '', capacity: '' })))
      .toEqual(['MISSING_DEPARTMENT', 'MISSING_COMMUNE', 'MISSING_DATE', 'MISSING_TIME', 'MISSING_TIME', 'MISSING_CAPACITY'])
  })

  it.each<[Over, string]>([
    [{ department: '98' }, 'UNKNOWN_DEPARTMENT'],
    [{ department: '92' }, 'DEPARTMENT_MISMATCH'],
    [{ neighbourhood: 'Goutte d’Or' }, 'QPV_COMMUNE_MISMATCH'],
    [{ neighbourhood: 'Quartier qui n’existe pas' }, 'UNKNOWN_QPV'],
    [{ end: '8h30' }, 'END_BEFORE_START'],
    [{ end: '9h' }, 'END_BEFORE_START'],
    [{ day: '29/03/2026', start: '2h30', end: '3h15' }, 'END_BEFORE_START'],
    [{ capacity: '0' }, 'INVALID_CAPACITY'],
    [{ capacity: '2,5' }, 'INVALID_CAPACITY'],
    [{ place: 'x'.repeat(201) }, 'TOO_LONG'],
  ])('refuses %j', async (over, code) => {
    const line = await one(over)
    expect([line.verdict, codes(line), line.event]).toEqual(['REJECTED', [code], null])
  })

  it('finds a neighbourhood by its name in its city, by whatever spelling', async () => {
    const named = reference.neighbourhoods.filter(({ name }) => name === 'Centre Ville')
    expect(new Set(named.map(({ cityCodes }) => cityCodes.join())).size).toBeGreaterThan(1)
    for (const { id, cityCodes } of named) {
      const city = reference.cities.find(({ id }) => id === cityCodes[0])!
      for (const neighbourhood of ['centre-ville', 'CENTRE VILLE', id]) {
        const line = await one({ department: city.departmentCode, city: city.name, postalCode: city.postalCodes[0], neighbourhood })
        expect(line.event?.neighbourhoodCode).toBe(id)
      }
    }
    for (const neighbourhood of ["Goutte d'Or", 'GOUTTE D’OR']) {
      expect((await one({ department: '75', city: 'Paris', postalCode: '75018', neighbourhood })).event?.neighbourhoodCode).toBe('QN07511M')
    }
  })

  it('keeps a cell that looks like a formula as the text it is', async () => {
    const { event, verdict } = await one({ place: '=1+1', address: '@SUM(A1)', organiser: '-2', partners: '+33' })
    expect(event).toMatchObject({ placeName: '=1+1', address: '@SUM(A1)', organiser: '-2', partners: ['+33'] })
    expect(verdict).toBe('VALID')
  })

  it('warns about a city that has merged since, and keeps it', async () => {
    const merged = { city: 'Pierrefitte-sur-Seine', postalCode: '93380' }
    expect((await one(merged)).verdict).toBe('VALID')
    const later = await one({ ...merged, day: '25/11/2026' })
    expect([later.verdict, codes(later), later.event?.cityCode]).toEqual(['WARNING', ['MERGED_COMMUNE'], '93059'])
  })

  it('recognises a line repeated whatever its number and spelling, and names the first', async () => {
    const [, other, again] = await judged(calendar({}, { place: 'Autre salle' }, { number: '9', place: 'SALLE', start: '9h00', city: 'bondy' }))
    expect(other!.verdict).toBe('VALID')
    expect([again!.verdict, codes(again!)]).toEqual(['SKIPPED', ['DUPLICATE_ROW']])
    expect(again!.findings[0]!.sentence).toMatch(/ligne 2/)
  })
})

describe('a file', () => {
  const text = new TextDecoder('windows-1252').decode(fixture(FILES[0]))
  const utf16 = (given: string) => new Uint8Array(Buffer.from(given, 'utf16le'))
  const retyped = (separator: string) => text.replace(/"[^"]*"|;/g, (found) => (found === ';' ? separator : found))

  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${text}`)],
    ['UTF-16 without', utf16(text)],
    ['UTF-16, the other way', utf16(`\ufeff${text}`).map((_, index, all) => all[index ^ 1]!)],
    ['tabs', utf8(retyped('\t'))],
  ])('reads the same calendar from %s', async (_, bytes) => {
    expect(await judged(bytes)).toEqual(await judged(fixture(FILES[0])))
  })

  it('reads commas, and line ends of any kind', async () => {
    const lines = [HEADER, lineOf({}).join(';')].map((line) => line.replaceAll(';', ','))
    for (const end of ['\n', '\r\n', '\r']) expect((await judged(utf8(lines.join(end))))[0]).toMatchObject({ line: 2, verdict: 'VALID' })
  })

  it('numbers lines as the file does, over quotes and empty lines', async () => {
    const lines = await judged(utf8(['Titre', '', HEADER, lineOf({ address: '"1 rue\nde ""l’Essai"""' }).join(';'), '', lineOf({ place: 'Autre' }).join(';')].join('\n')))
    expect(lines.filter(({ event }) => event).map(({ line }) => line)).toEqual([4, 7])
    expect(lines[0]!.event!.address).toBe('1 rue, de "l’Essai"')
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', utf8(''), /vide/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0]), /tableau|en-têtes/],
    ['a PDF', utf8('%PDF-1.7 …'), /PDF.*\.xlsx/],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xls/],
    ['an archive that is no workbook', archive([['hello.txt', 5, new Uint8Array(5)]]), /classeur/],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /classeur/],
    ['a table without known columns', utf8('a;b;c\n1;2;3'), /en-têtes/],
    ['headers alone', utf8(HEADER), /aucune ligne/],
    ['too many lines', calendar(...Array.from({ length: 5001 }, () => ({}))), /5\u202f000/],
    ['far too many lines', utf8(`${HEADER}\n${'1;2\n'.repeat(2_000_000)}`), /5\u202f000/],
    ['too many bytes', new Uint8Array(10_000_001), /10\u00a0Mo/],
  ])('refuses %s with a sentence', async (_, bytes, sentence) => {
    await expect(judged(bytes)).rejects.toMatchObject({ name: 'UnreadableFile', message: expect.stringMatching(sentence) })
  })

  it('refuses a bomb by what it declares, and one that lies about it', async () => {
    const small = new Uint8Array(100)
    await expect(judged(archive([['xl/workbook.xml', 200_000_000, small]]))).rejects.toThrow(/volumineux/)
    await expect(judged(archive([['xl/workbook.xml', 10, new Uint8Array(deflateRawSync(new Uint8Array(1_000_000)))]], 8))).rejects.toThrow(/volumineux/)
  })

  it('refuses a workbook whose cells all repeat one long text', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('Calendrier')
    const long = 'x'.repeat(3_000)
    for (let row = 0; row < 100; row++) sheet.addRow(Array.from({ length: 90 }, () => long))
    await expect(judged(new Uint8Array(await workbook.xlsx.writeBuffer()))).rejects.toThrow(/trop volumineux/)
  })

  it('stays quick on a file in which every name is wrong', async () => {
    const started = performance.now()
    await judged(calendar(...Array.from({ length: 1000 }, (_, index) => ({ city: `Vilainville-sur-Erreur ${index}`, neighbourhood: `Quartier ${index}` }))))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('the clocks of Paris', () => {
  const shown = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })

  it('are right on both sides of both changes of hour', () => {
    const at = (month: number, day: number, hour: number, minute = 0) => parisInstant({ year: 2026, month, day }, { hour, minute }).toISOString()
    expect([at(3, 28, 9), at(3, 29, 1, 59), at(3, 29, 3), at(3, 29, 9)]).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-29T07:00:00.000Z'])
    expect([at(10, 24, 9), at(10, 25, 1, 59), at(10, 25, 3), at(10, 25, 9)]).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-24T23:59:00.000Z', '2026-10-25T02:00:00.000Z', '2026-10-25T08:00:00.000Z'])
  })

  it('show the same hour of the same weekday however many weeks the dates are moved, and the same line stays the same', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: -520, max: 520 }), fc.integer({ min: 4, max: 22 }), fc.integer({ min: 0, max: 59 }), async (weeks, hour, minute) => {
      const start = `${hour}h${String(minute).padStart(2, '0')}`
      const [still, moved] = await Promise.all([one({ start, end: '23h59' }), one({ start, end: '23h59' }, weeks)])
      const [from, to] = [shown.format(still.event!.startsAt), shown.format(moved.event!.startsAt)]
      expect(to.slice(-5)).toBe(from.slice(-5))
      const days = (at: Date) => Math.floor((at.getTime() + 2 * 3_600_000) / 86_400_000)
      expect(days(moved.event!.startsAt) - days(still.event!.startsAt)).toBe(7 * weeks)
      expect(moved.event!.importKey).toBe(still.event!.importKey)
    }), { numRuns: 60 })
  })
})

/** A zip of one's own making, whose declared sizes may lie. Source: APPNOTE.TXT 6.3.10. */
function archive(entries: [name: string, declared: number, data: Uint8Array][], method = 0): Uint8Array {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, declared, data] of entries) {
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)]
    local.writeUInt32LE(0x04034b50)
    central.writeUInt32LE(0x02014b50)
    for (const [header, shift] of [[local, 0], [central, 2]] as const) {
      header.writeUInt16LE(method, 8 + shift)
      header.writeUInt32LE(data.length, 18 + shift)
      header.writeUInt32LE(declared, 22 + shift)
      header.writeUInt16LE(name.length, 26 + shift)
    }
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), Buffer.from(data))
    directory.push(central, Buffer.from(name))
    at += 30 + name.length + data.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, listing, end]))
}

it.each([[';', ','], [',', ';'], ['\t', ';'], ['|', ',']])('finds that « %s » separates the columns, though texts hold more « %s »', async (separator, other) => {
  const cells = (row: string[]) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator)
  const lines = [1, 2, 3].map((n) => GOOD.map((cell, at) => (at === 11 ? Array(12).fill(`structure ${n}`).join(other) : at === 3 ? `Salle ${n}` : cell)))
  const read = await judged(utf8([HEADER.split(';'), ...lines].map(cells).join('\n')))
  expect(read.map(({ verdict }) => verdict)).toEqual(['VALID', 'VALID', 'VALID'])
})
