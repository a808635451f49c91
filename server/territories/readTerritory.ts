import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readColumns, type Line } from './readColumns.ts'
import { readContours } from './readContours.ts'
import { readNeighbourhoodContours, type NeighbourhoodContour } from './readNeighbourhoodContours.ts'
import { readPerimeters, type Perimeter } from './readPerimeters.ts'
import { Faults, RefusedTerritory } from './territoryFaults.ts'

export type City = {
  id: string; name: string; departmentCode: string; postalCodes: string[]; population: number | null
  latitude: number | null; longitude: number | null; mergedIntoId: string | null
}
export type Neighbourhood = { id: string; name: string; generation: number; departmentCode: string; cities: string[] }
export type Territory = {
  regions: { id: string; name: string }[]
  departments: { id: string; name: string; regionId: string }[]
  prefectures: { id: string; name: string; shortName: string; regional: boolean; seatCityId: string }[]
  cities: City[]
  neighbourhoods: Neighbourhood[]
  perimeters: Perimeter[]
  /** Null where the folder has no file of them: those loaded before then stay. */
  contours: NeighbourhoodContour[] | null
}

const words = (cell: string) => cell.split(/\s+/).filter(Boolean)

/** The contours of the neighbourhoods, a file that a folder may have; none ships. */
export const CONTOURS = 'qpv-contours.geojson'

/** Reads the reference files of a folder. Throws RefusedTerritory with all that does not hold together. */
export function readTerritory(folder: string): Territory {
  const faults = new Faults()
  const departmentLines = readColumns(folder, 'departments.csv', [
    'code', 'name', 'prefecture_city_insee', 'prefecture_kind', 'prefecture_official_name', 'prefecture_short_name', 'region_code', 'region_name',
  ], faults)
  const departmentCodes = uniqueCodes(departmentLines, 'code', 'le département', /^(\d{2}|2[AB]|\d{3})$/, faults)
  const cities = readCities(folder, departmentCodes, faults)
  const cityCodes = new Set(cities.map(({ id }) => id))
  for (const { file, line, prefecture_city_insee: seat } of departmentLines)
    if (!cityCodes.has(seat)) faults.at(file, line, `la commune ${seat} de la préfecture est inconnue.`)
  const neighbourhoods = readNeighbourhoods(folder, departmentCodes, cityCodes, faults)
  const perimeters = readPerimeters(folder, { cityCodes, neighbourhoods }, faults)
  const contours = readContoursOf(folder, faults)
  if (faults.sentences.length) throw new RefusedTerritory(faults.sentences)
  return {
    regions: [...new Map(departmentLines.map((each) => [each.region_code, { id: each.region_code, name: each.region_name }])).values()],
    departments: departmentLines.map((each) => ({ id: each.code, name: each.name, regionId: each.region_code })),
    prefectures: departmentLines.map((each) => ({
      id: each.code, name: each.prefecture_official_name, shortName: each.prefecture_short_name,
      regional: each.prefecture_kind === 'regional_and_departmental', seatCityId: each.prefecture_city_insee,
    })),
    cities, neighbourhoods, perimeters, contours,
  }
}

function readContoursOf(folder: string, faults: Faults): NeighbourhoodContour[] | null {
  const path = join(folder, CONTOURS)
  if (!existsSync(path)) return null
  try {
    return readNeighbourhoodContours(readFileSync(path), CONTOURS)
  } catch (thrown) {
    if (!(thrown instanceof RefusedTerritory)) throw thrown
    faults.sentences.push(...thrown.faults)
    return null
  }
}

/** The codes of a column, each well formed and there once. */
function uniqueCodes<Column extends string>(lines: Line<Column>[], column: Column, what: string, form: RegExp, faults: Faults): Set<string> {
  const seen = new Set<string>()
  for (const each of lines) {
    const code = each[column]
    if (!form.test(code)) faults.at(each.file, each.line, `le code « ${code} » est mal formé.`)
    if (seen.has(code)) faults.at(each.file, each.line, `${what} ${code} y est deux fois.`)
    seen.add(code)
  }
  return seen
}

function readCities(folder: string, departments: Set<string>, faults: Faults): City[] {
  const contours = readContours(folder, 'communes-idf.geojson', faults)
  const lines = readColumns(folder, 'communes-idf.csv', [
    'insee_code', 'name', 'department_code', 'postal_codes', 'population', 'latitude', 'longitude', 'status', 'merged_into',
  ], faults)
  const codes = uniqueCodes(lines, 'insee_code', 'la commune', /^(\d{2}|2[AB])\d{3}$/, faults)
  const districts = readColumns(folder, 'arrondissements-paris.csv', ['insee_code', 'commune_insee', 'postal_codes'], faults)
  uniqueCodes(districts, 'insee_code', 'l’arrondissement', /^\d{5}$/, faults)
  for (const { file, line, commune_insee: city } of districts) if (!codes.has(city)) faults.at(file, line, `la commune ${city} est inconnue.`)
  return lines.map((each) => {
    const { file, line, insee_code: id, name, department_code: departmentCode, merged_into: mergedInto } = each
    if (!name) faults.at(file, line, `la commune ${id} n’a pas de nom.`)
    if (!departments.has(departmentCode)) faults.at(file, line, `le département ${departmentCode} est inconnu.`)
    if (mergedInto ? !codes.has(mergedInto) : each.status === 'merged') faults.at(file, line, `la commune ${mergedInto || 'd’accueil'} de la fusion est inconnue.`)
    const number = (column: 'population' | 'latitude' | 'longitude') => {
      if (each[column] === '') return null
      if (Number.isNaN(Number(each[column]))) faults.at(file, line, `« ${each[column]} » n’est pas un nombre (colonne ${column}).`)
      return Number(each[column])
    }
    const [latitude, longitude] = [number('latitude'), number('longitude')]
    const own = districts.filter(({ commune_insee }) => commune_insee === id).flatMap(({ postal_codes }) => words(postal_codes))
    return {
      id, name, departmentCode, population: number('population'), mergedIntoId: mergedInto || null,
      postalCodes: [...new Set([...words(each.postal_codes), ...own])],
      ...(latitude === null || longitude === null ? (contours.get(id) ?? { latitude: null, longitude: null }) : { latitude, longitude }),
    }
  })
}

const forms: Record<string, RegExp> = { 2015: /^QP\d{6}$/, 2024: /^QN\d{5}[IMN]$/ }

function readNeighbourhoods(folder: string, departments: Set<string>, cities: Set<string>, faults: Faults): Neighbourhood[] {
  const seen = new Set<string>()
  const read = (line: Line<'code' | 'name' | 'generation' | 'department_code'>, communes: string): Neighbourhood => {
    const { code, generation, department_code: departmentCode, name } = line
    if (!forms[generation]?.test(code)) faults.at(line.file, line.line, `le code de quartier « ${code} » est mal formé pour la génération ${generation}.`)
    if (seen.has(code)) faults.at(line.file, line.line, `le quartier ${code} y est deux fois.`)
    seen.add(code)
    if (!departments.has(departmentCode)) faults.at(line.file, line.line, `le département ${departmentCode} est inconnu.`)
    const touched = [...new Set(words(communes))]
    if (touched.length === 0) faults.at(line.file, line.line, `le quartier ${code} n’est dans aucune commune.`)
    for (const city of touched) if (!cities.has(city)) faults.at(line.file, line.line, `la commune ${city} est inconnue.`)
    return { id: code, name: name || code, generation: Number(generation), departmentCode, cities: touched }
  }
  const columns = ['code', 'name', 'generation', 'department_code'] as const
  return [
    ...readColumns(folder, 'qpv-2024-idf.csv', [...columns, 'commune_insee_codes'], faults).map((line) => read(line, line.commune_insee_codes)),
    ...readColumns(folder, 'qpv-2015-known.csv', [...columns, 'commune_insee'], faults).map((line) => read(line, line.commune_insee)),
  ]
}
