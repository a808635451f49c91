import { fold } from './fold.ts'
import { nearest } from './nearest.ts'

export type Reference = {
  departments: { id: string; name: string }[]
  cities: { id: string; name: string; departmentCode: string; postalCodes: string[]; retiredInto?: string | null }[]
  neighbourhoods: { id: string; name: string; cityCodes: string[]; generation: number }[]
}
export type Department = Reference['departments'][number]
export type City = Reference['cities'][number]
export type Neighbourhood = Reference['neighbourhoods'][number]

export type Territory = Reference & {
  cityOf: Map<string, City>
  citiesNamed: Map<string, City[]>
  /** The city whose name is a few letters away; a name wrong on every line is looked for once. */
  cityMeant: (text: string) => City | undefined
  neighbourhoodOf: Map<string, Neighbourhood>
  neighbourhoodsNamed: Map<string, Neighbourhood[]>
}

/** The reference, with its lookups by code and by folded name. A name may be that of several. */
export function territoryOf(reference: Reference): Territory {
  const citiesNamed = Map.groupBy(reference.cities, ({ name }) => fold(name))
  const meant = new Map<string, City | undefined>()
  return {
    ...reference,
    cityOf: new Map(reference.cities.map((city) => [city.id, city])),
    citiesNamed,
    cityMeant(text) {
      if (!meant.has(text)) meant.set(text, nearest(text, citiesNamed)?.[0])
      return meant.get(text)
    },
    neighbourhoodOf: new Map(reference.neighbourhoods.map((neighbourhood) => [neighbourhood.id, neighbourhood])),
    neighbourhoodsNamed: Map.groupBy(reference.neighbourhoods, ({ name }) => fold(name)),
  }
}
