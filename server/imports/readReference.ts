import type { Db } from '../db/client.ts'
import type { Reference } from './lines/reference.ts'

/** The territory that files are judged against. */
export async function readReference(db: Pick<Db, 'department' | 'city' | 'neighbourhood'>): Promise<Reference> {
  const [departments, cities, neighbourhoods] = await Promise.all([
    db.department.findMany({ select: { id: true, name: true } }),
    db.city.findMany({ select: { id: true, name: true, departmentCode: true, postalCodes: true, mergedIntoId: true } }),
    db.neighbourhood.findMany({ select: { id: true, name: true, generation: true, cities: { select: { cityId: true } } } }),
  ])
  return {
    departments,
    cities: cities.map(({ mergedIntoId, ...city }) => ({ ...city, retiredInto: mergedIntoId })),
    neighbourhoods: neighbourhoods.map(({ cities, ...neighbourhood }) => ({ ...neighbourhood, cityCodes: cities.map(({ cityId }) => cityId) })),
  }
}
