import { fold } from './fold.ts'

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
  neighbourhoodOf: Map<string, Neighbourhood>
  neighbourhoodsNamed: Map<string, Neighbourhood[]>
}

/** The reference, with its lookups by code and by folded name. A name may be that of several. */
export const territoryOf = (reference: Reference): Territory => ({
  ...reference,
  cityOf: new Map(reference.cities.map((city) => [city.id, city])),
  citiesNamed: Map.groupBy(reference.cities, ({ name }) => fold(name)),
  neighbourhoodOf: new Map(reference.neighbourhoods.map((neighbourhood) => [neighbourhood.id, neighbourhood])),
  neighbourhoodsNamed: Map.groupBy(reference.neighbourhoods, ({ name }) => fold(name)),
})
