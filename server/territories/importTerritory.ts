import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/client.ts'
import { loadContours } from './loadContours.ts'
import { CONTOURS, readTerritory, type Territory } from './readTerritory.ts'

/** What an import did to one table: the codes it added, changed and retired. */
export type Changes = { added: string[]; changed: string[]; retired: string[] }
export type TerritoryTable = 'Region' | 'Department' | 'City' | 'Prefecture' | 'Neighbourhood' | 'NeighbourhoodCity' | 'Perimeter' | 'PerimeterCity' | 'PerimeterNeighbourhood'
export type TerritoryReport = Record<TerritoryTable | 'Contour', Changes>

type Given = { db: Db; folder: string; now: Date }
type Tx = Prisma.TransactionClient

/**
 * Brings the territory to what the folder's files say, in one transaction; the same files again write nothing. What
 * they no longer hold is retired, never deleted: its past keeps it. Throws RefusedTerritory with every fault.
 */
export async function importTerritory({ db, folder, now }: Given): Promise<TerritoryReport> {
  const territory = readTerritory(folder)
  return db.$transaction((tx) => write(tx, territory, now), { timeout: 60_000 })
}

async function write(tx: Tx, territory: Territory, now: Date): Promise<TerritoryReport> {
  const { regions, departments, prefectures, cities, neighbourhoods, perimeters, contours } = territory
  const report: TerritoryReport = {
    Region: await put(tx, 'Region', { name: 'text' }, regions),
    Department: await put(tx, 'Department', { name: 'text', regionId: 'text' }, departments),
    City: await put(tx, 'City', cityColumns, cities.map((city) => ({ ...city, retiredOn: null }))),
    Prefecture: await put(tx, 'Prefecture', { name: 'text', shortName: 'text', regional: 'boolean', seatCityId: 'text' }, prefectures),
    Neighbourhood: await put(tx, 'Neighbourhood', { name: 'text', generation: 'int', departmentCode: 'text', retiredOn: 'date' }, neighbourhoods.map((each) => ({ ...each, retiredOn: null }))),
    NeighbourhoodCity: await pair(tx, 'NeighbourhoodCity', ['neighbourhoodId', 'cityId'], neighbourhoods.map(({ id, cities }) => [id, cities])),
    Perimeter: await put(tx, 'Perimeter', { name: 'text', official: 'boolean', source: 'text' }, perimeters, { importedAt: now }),
    PerimeterCity: await pair(tx, 'PerimeterCity', ['perimeterId', 'cityId'], perimeters.map(({ id, cities }) => [id, cities])),
    PerimeterNeighbourhood: await pair(tx, 'PerimeterNeighbourhood', ['perimeterId', 'neighbourhoodId'], perimeters.map(({ id, neighbourhoods }) => [id, neighbourhoods])),
    Contour: { added: [], changed: contours ? (await loadContours(tx, contours, CONTOURS, now)).changed : [], retired: [] },
  }
  report.City.retired = await retire(tx, 'City', cities, now)
  report.Neighbourhood.retired = await retire(tx, 'Neighbourhood', neighbourhoods, now)
  await stampPerimeters(tx, report, now)
  return report
}

const cityColumns = {
  name: 'text', departmentCode: 'text', postalCodes: 'text[]', population: 'int', latitude: 'float8', longitude: 'float8', mergedIntoId: 'text', retiredOn: 'date',
}

const sql = Prisma.sql
const names = (columns: string[]) => Prisma.raw(columns.map((column) => `"${column}"`).join(', '))

/** Inserts the rows that are new and updates those that differ, in one statement. */
async function put(tx: Tx, table: TerritoryTable, columns: Record<string, string>, rows: { id: string }[], onInsert: Record<string, Date> = {}): Promise<Changes> {
  const own = Object.keys(columns)
  const types = Prisma.raw(Object.entries({ id: 'text', ...columns }).map(([column, type]) => `"${column}" ${type}`).join(', '))
  const mine = Prisma.raw(own.map((column) => `t."${column}"`).join(', '))
  const given = Prisma.raw(own.map((column) => `excluded."${column}"`).join(', '))
  const extra = Object.entries(onInsert)
  const written = await tx.$queryRaw<{ id: string; added: boolean }[]>(sql`
    INSERT INTO ${names([table])} AS t (${names(['id', ...own, ...extra.map(([column]) => column)])})
    SELECT r.*${extra.length ? sql`, ${Prisma.join(extra.map(([, value]) => sql`${value}::timestamptz`))}` : Prisma.empty}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${types})
    ON CONFLICT ("id") DO UPDATE SET (${names(own)}) = ROW(${given}) WHERE (${mine}) IS DISTINCT FROM (${given})
    RETURNING t."id", t.xmax = 0 AS added`)
  const codes = (added: boolean) => written.filter((each) => each.added === added).map(({ id }) => id).sort()
  return { added: codes(true), changed: codes(false), retired: [] }
}

/** Brings the pairs of each owner named to those given; the pairs of other owners stay. */
async function pair(tx: Tx, table: TerritoryTable, [owner, member]: [string, string], groups: [string, string[]][]): Promise<Changes> {
  const rows = groups.flatMap(([id, members]) => members.map((each) => ({ [owner]: id, [member]: each })))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${Prisma.raw(`"${owner}" text, "${member}" text`)})`
  const both = names([owner, member])
  const code = Prisma.raw(`t."${owner}" || ' ' || t."${member}" AS code`)
  const gone = await tx.$queryRaw<{ code: string }[]>(sql`
    DELETE FROM ${names([table])} t WHERE t.${names([owner])} = ANY(${groups.map(([id]) => id)})
       AND (${Prisma.raw(`t."${owner}", t."${member}"`)}) NOT IN (SELECT ${both} FROM ${given}) RETURNING ${code}`)
  const added = await tx.$queryRaw<{ code: string }[]>(sql`
    INSERT INTO ${names([table])} AS t (${both}) SELECT ${both} FROM ${given} ON CONFLICT DO NOTHING RETURNING ${code}`)
  const codes = (found: { code: string }[]) => found.map((each) => each.code).sort()
  return { added: codes(added), changed: [], retired: codes(gone) }
}

async function retire(tx: Tx, table: TerritoryTable, kept: { id: string }[], now: Date): Promise<string[]> {
  const retired = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE ${names([table])} SET "retiredOn" = (${now}::timestamptz AT TIME ZONE 'Europe/Paris')::date
     WHERE "retiredOn" IS NULL AND "id" <> ALL(${kept.map(({ id }) => id)}) RETURNING "id"`)
  return retired.map(({ id }) => id).sort()
}

/** A perimeter whose list changed was imported now, and is reported as changed. */
async function stampPerimeters(tx: Tx, { Perimeter, PerimeterCity, PerimeterNeighbourhood }: TerritoryReport, now: Date): Promise<void> {
  const touched = [PerimeterCity, PerimeterNeighbourhood].flatMap(({ added, retired }) => [...added, ...retired]).map((code) => code.slice(0, code.lastIndexOf(' ')))
  const changed = [...new Set([...Perimeter.changed, ...touched])].filter((id) => !Perimeter.added.includes(id))
  if (changed.length) await tx.perimeter.updateMany({ where: { id: { in: changed } }, data: { importedAt: now } })
  Perimeter.changed = changed.sort()
}
