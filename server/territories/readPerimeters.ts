import { readColumns } from './readColumns.ts'
import type { Neighbourhood } from './readTerritory.ts'
import type { Faults } from './territoryFaults.ts'

export type Perimeter = { id: string; name: string; official: boolean; source: string; cities: string[]; neighbourhoods: string[] }
type Known = { cityCodes: Set<string>; neighbourhoods: Neighbourhood[] }

/** The perimeters that `perimeters.csv` names, each with the list in its own file. */
export function readPerimeters(folder: string, known: Known, faults: Faults): Perimeter[] {
  const seen = new Set<string>()
  return readColumns(folder, 'perimeters.csv', ['id', 'name', 'official', 'source', 'list'], faults).map((each) => {
    const { id, name, official, source } = each
    if (seen.has(id)) faults.at(each.file, each.line, `le périmètre ${id} y est deux fois.`)
    seen.add(id)
    if (!id || !name || !source) faults.at(each.file, each.line, 'l’identifiant, le nom et la source du périmètre sont nécessaires.')
    if (official !== 'true' && official !== 'false') faults.at(each.file, each.line, 'la colonne « official » vaut true ou false.')
    return { id, name, official: official === 'true', source, ...readMembers(folder, each.list, known, faults) }
  })
}

function readMembers(folder: string, file: string, { cityCodes, neighbourhoods }: Known, faults: Faults) {
  const touched = new Map(neighbourhoods.map(({ id, cities }) => [id, cities]))
  const members = new Set<string>()
  const lines = readColumns(folder, file, ['qpv_code', 'commune_insee'], faults)
  for (const { line, qpv_code: code, commune_insee: city } of lines) {
    if (!cityCodes.has(city)) faults.at(file, line, `la commune ${city} est inconnue.`)
    if (!code) faults.at(file, line, `la commune ${city} est dans le périmètre sans quartier.`)
    else if (!touched.has(code)) faults.at(file, line, `le quartier ${code} est inconnu.`)
    else if (!touched.get(code)!.includes(city)) faults.at(file, line, `le quartier ${code} n’est pas dans la commune ${city}.`)
    if (members.has(code)) faults.at(file, line, `le quartier ${code} y est deux fois.`)
    members.add(code)
  }
  return { cities: [...new Set(lines.map(({ commune_insee }) => commune_insee))], neighbourhoods: [...members] }
}
