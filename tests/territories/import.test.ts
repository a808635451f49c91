import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { importTerritory, type TerritoryReport } from '../../server/territories/importTerritory.ts'
import { readTerritory } from '../../server/territories/readTerritory.ts'
import { reportTerritory } from '../../server/territories/reportTerritory.ts'
import { RefusedTerritory } from '../../server/territories/territoryFaults.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

const folder = 'prisma/data'
const now = new Date('2026-11-24T23:30:00Z')
const nothing = { added: [], changed: [], retired: [] }
const unchanged = (report: TerritoryReport) => Object.values(report).every((changes) => JSON.stringify(changes) === JSON.stringify(nothing))

const { db, pool } = await ownDatabase()
let first: TerritoryReport

/** Runs with a copy of the reference files in which each edit has replaced the text of one file. */
async function edited<T>(edits: Record<string, (text: string) => string | null>, work: (folder: string) => Promise<T> | T): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'territory-'))
  try {
    cpSync(folder, copy, { recursive: true })
    for (const [file, edit] of Object.entries(edits)) {
      const text = edit(readFileSync(join(copy, file), 'utf8'))
      if (text === null) rmSync(join(copy, file))
      else writeFileSync(join(copy, file), text)
    }
    return await work(copy)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const replacing = (from: string | RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from)
  return text.replace(from, to)
}

const faultsOf = (edits: Record<string, (text: string) => string | null>) =>
  edited(edits, (copy) => {
    try {
      readTerritory(copy)
      return []
    } catch (error) {
      if (!(error instanceof RefusedTerritory)) throw error
      return error.faults.map((fault) => fault.replaceAll('\u00a0', ' '))
    }
  })

beforeAll(async () => {
  first = await importTerritory({ db, folder, now })
})

test('the reference files fill the territory, and the report counts what was added', async () => {
  expect(first.Region.added).toEqual(['11'])
  expect(first.Department.added).toEqual(['75', '77', '78', '91', '92', '93', '94', '95'])
  expect(first.City.added).toHaveLength(1268)
  expect(first.Neighbourhood.added).toHaveLength(298 + 2)
  expect(first.PerimeterCity.added).toHaveLength(35)
  expect(first.PerimeterNeighbourhood.added).toHaveLength(79)
  expect(await db.prefecture.count({ where: { regional: true } })).toBe(1)
  expect(await db.neighbourhood.groupBy({ by: ['generation'], _count: true, orderBy: { generation: 'asc' } })).toEqual([
    { generation: 2015, _count: 2 }, { generation: 2024, _count: 298 },
  ])
  expect(await db.neighbourhood.findUnique({ where: { id: 'QP093028' } })).toMatchObject({ name: 'QP093028' })
  expect(await db.city.findUnique({ where: { id: '93059' } })).toMatchObject({ mergedIntoId: '93066', retiredOn: null })
  expect((await db.city.findUniqueOrThrow({ where: { id: '75056' } })).postalCodes).toContain('75116')
  expect(await db.perimeter.findUnique({ where: { id: 'PRIJ' } })).toMatchObject({ official: false, source: expect.stringContaining('pas la liste officielle') })
})

test('every commune has a position, within its department; a given one is kept', async () => {
  expect(await db.city.count({ where: { OR: [{ latitude: null }, { longitude: null }] } })).toBe(0)
  const provins = await db.city.findUniqueOrThrow({ where: { id: '77379' } })
  expect(provins.latitude).toBeCloseTo(48.56, 1)
  expect(provins.longitude).toBeCloseTo(3.3, 1)
  const aged = await db.city.aggregate({ _min: { latitude: true, longitude: true }, _max: { latitude: true, longitude: true } })
  expect([aged._min.latitude! > 48.1, aged._max.latitude! < 49.3, aged._min.longitude! > 1.4, aged._max.longitude! < 3.6]).toEqual([true, true, true, true])
  expect(await db.city.findUnique({ where: { id: '75056' } })).toMatchObject({ latitude: 48.8567, longitude: 2.3422 })
})

test('the same files again write nothing', async () => {
  const versions = async () => (await pool.query('SELECT "id", xmin::text FROM "Perimeter" UNION ALL SELECT "id", ctid::text FROM "City" ORDER BY 1')).rows
  const before = await versions()
  const again = await importTerritory({ db, folder, now: new Date('2027-01-01T10:00:00Z') })
  expect(unchanged(again)).toBe(true)
  expect(reportTerritory(again)).toContain('rien n’a changé')
  expect(await versions()).toEqual(before)
})

test('a commune renamed is reported and so is its return to the former name', async () => {
  const report = await edited({ 'communes-idf.csv': replacing('93008,Bobigny', '93008,Bobigny-l’Essai') }, (copy) => importTerritory({ db, folder: copy, now }))
  expect(report.City).toEqual({ added: [], changed: ['93008'], retired: [] })
  expect(reportTerritory(report).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('Communes : 1 modification (93008).')
  expect(await db.city.findUnique({ where: { id: '93008' } })).toMatchObject({ name: 'Bobigny-l’Essai' })
  expect((await importTerritory({ db, folder, now })).City.changed).toEqual(['93008'])
})

test('what the files no longer hold is retired that day in Paris, once, and comes back when they hold it again', async () => {
  const without = { 'communes-idf.csv': replacing(/77001,.*\n/, ''), 'qpv-2015-known.csv': replacing(/QP075019,.*\n/, '') }
  const report = await edited(without, (copy) => importTerritory({ db, folder: copy, now }))
  expect([report.City.retired, report.Neighbourhood.retired]).toEqual([['77001'], ['QP075019']])
  expect(await db.city.findUnique({ where: { id: '77001' } })).toMatchObject({ retiredOn: new Date('2026-11-25') })
  expect(unchanged(await edited(without, (copy) => importTerritory({ db, folder: copy, now })))).toBe(true)
  expect((await importTerritory({ db, folder, now })).City).toEqual({ added: [], changed: ['77001'], retired: [] })
  expect(await db.city.findUnique({ where: { id: '77001' } })).toMatchObject({ retiredOn: null })
})

test('a perimeter is replaced by what its file says', async () => {
  const later = new Date('2026-12-01T10:00:00Z')
  const official = { 'prij-perimeter.csv': replacing(/QN07503M,.*\n/, ''), 'perimeters.csv': replacing(',false,', ',true,') }
  const report = await edited(official, (copy) => importTerritory({ db, folder: copy, now: later }))
  expect(report.PerimeterNeighbourhood).toEqual({ added: [], changed: [], retired: ['PRIJ QN07503M'] })
  expect(report.Perimeter).toEqual({ added: [], changed: ['PRIJ'], retired: [] })
  expect(await db.perimeter.findUnique({ where: { id: 'PRIJ' } })).toMatchObject({ official: true, importedAt: later })
  expect(await db.perimeterNeighbourhood.count()).toBe(78)
  expect((await importTerritory({ db, folder, now })).PerimeterNeighbourhood.added).toEqual(['PRIJ QN07503M'])
})

describe('a folder that does not hold together is refused', () => {
  test.each([
    ['unknown city of a neighbourhood', 'qpv-2024-idf.csv', replacing(',75056,', ',75999,'), ['qpv-2024-idf.csv, ligne 2 : la commune 75999 est inconnue.']],
    ['duplicate commune', 'communes-idf.csv', replacing(/(77001,.*\n)/, '$1$1'), ['communes-idf.csv, ligne 4 : la commune 77001 y est deux fois.']],
    ['badly formed neighbourhood code', 'qpv-2015-known.csv', replacing('QP093028', 'QP93028'), ['qpv-2015-known.csv, ligne 2 : le code de quartier « QP93028 » est mal formé pour la génération 2015.']],
    ['unknown department', 'communes-idf.csv', replacing(/^77001,([^,]*),77/m, '77001,$1,98'), ['communes-idf.csv, ligne 3 : le département 98 est inconnu.']],
    ['unknown city of a merger', 'communes-idf.csv', replacing('merged,93066', 'merged,93999'), ['communes-idf.csv, ligne 1025 : la commune 93999 de la fusion est inconnue.']],
    ['a position that is no number', 'communes-idf.csv', replacing('48.8567', 'nord'), ['communes-idf.csv, ligne 2 : « nord » n’est pas un nombre (colonne latitude).']],
    ['perimeter with an unknown neighbourhood', 'prij-perimeter.csv', replacing('QN07503M', 'QN07599M'), ['prij-perimeter.csv, ligne 2 : le quartier QN07599M est inconnu.']],
    ['perimeter with a city and no neighbourhood', 'prij-perimeter.csv', replacing('QN07503M', ''), ['prij-perimeter.csv, ligne 2 : la commune 75056 est dans le périmètre sans quartier.']],
    ['perimeter with a neighbourhood of elsewhere', 'prij-perimeter.csv', replacing(',75056,', ',93008,'), ['prij-perimeter.csv, ligne 2 : le quartier QN07503M n’est pas dans la commune 93008.']],
    ['perimeter without its neighbourhoods', 'prij-perimeter.csv', (text: string) => text.split('\n')[0]!, ['prij-perimeter.csv : le fichier est vide.']],
    ['missing column', 'departments.csv', replacing('prefecture_kind', 'kind'), ['departments.csv : la colonne « prefecture_kind » manque.']],
    ['empty file', 'arrondissements-paris.csv', () => '', ['arrondissements-paris.csv : le fichier est vide.']],
    ['missing file', 'communes-idf.geojson', () => null, ['communes-idf.geojson : le fichier manque.']],
    ['a line too long', 'qpv-2015-known.csv', replacing('2015,S9', '2015,S9,x'), ['qpv-2015-known.csv, ligne 2 : 8 colonnes au lieu de 7.']],
  ])('%s', async (_, file, edit, faults) => {
    expect(await faultsOf({ [file]: edit })).toEqual(expect.arrayContaining(faults))
  })

  test('all its faults are named at once, and nothing is written', async () => {
    const edits = { 'qpv-2015-known.csv': replacing('QP093028', 'QN093028'), 'prij-perimeter.csv': replacing('QN07503M', 'QN07599M'), 'communes-idf.csv': replacing('93008,Bobigny', '93008,Ailleurs') }
    expect(await faultsOf(edits)).toHaveLength(2)
    await expect(edited(edits, (copy) => importTerritory({ db, folder: copy, now }))).rejects.toThrow(RefusedTerritory)
    expect(await db.city.findUnique({ where: { id: '93008' } })).toMatchObject({ name: 'Bobigny' })
  })
})
