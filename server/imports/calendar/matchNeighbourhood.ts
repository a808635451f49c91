import { fold } from '../lines/fold.ts'
import { nearest } from '../lines/nearest.ts'
import type { Notes } from '../lines/notes.ts'
import type { City, Neighbourhood, Territory } from '../lines/reference.ts'

const CODE = /^Q[NP]\d{5}[0-9A-Z]$/
const OLD_CODE = /^QP\d{6}$/

// A merged city's neighbourhoods are listed under the city that took it in.
const lies = (city: City) => ({ cityCodes }: Neighbourhood) => cityCodes.some((code) => code === city.id || code === city.retiredInto)
const latest = (found: Neighbourhood[]) => found.toSorted((a, b) => b.generation - a.generation)[0]

/** The neighbourhood of that code, or of that name in that city: « Centre Ville » is the name of several. Says why when there is none. */
export function matchNeighbourhood(text: string, column: string, city: City, territory: Territory, notes: Notes): Neighbourhood | null {
  const code = text.toUpperCase().replace(/\s/g, '')
  const coded = territory.neighbourhoodOf.get(code)
  const found = coded ? [coded] : (territory.neighbourhoodsNamed.get(fold(text)) ?? [])
  const here = latest(found.filter(lies(city)))
  if (here) return here
  if (found.length) {
    const elsewhere = found.flatMap(({ cityCodes }) => cityCodes).map((id) => territory.cityOf.get(id)?.name ?? id)
    return notes.reject('QPV_COMMUNE_MISMATCH', column, `Le quartier « ${text} » n’est pas à ${city.name} mais à ${[...new Set(elsewhere)].join(', ')}. Corrigez le quartier ou la commune.`)
  }
  if (OLD_CODE.test(code)) {
    return notes.warn('QPV_OLD_GENERATION', column, `Le code « ${text} » est celui d’un quartier de 2015, absent de la liste en vigueur. L’opération sera créée sans quartier : choisissez-le ensuite.`)
  }
  const meant = CODE.test(code) ? undefined : nearest(text, territory.neighbourhoods.filter(lies(city)).map((one) => [fold(one.name), one]))
  const advice = meant ? `Vouliez-vous écrire « ${meant.name} » ?` : 'Écrivez son nom officiel ou son code, ou laissez la case vide.'
  return notes.reject('UNKNOWN_QPV', column, `Aucun quartier prioritaire de ${city.name} ne s’appelle « ${text} ». ${advice}`)
}
