import type { Prisma } from '../../server/db/generated/client.ts'

export type Place = {
  city: { id: string; name: string; departmentCode: string; postalCodes: string[]; latitude: number | null; longitude: number | null }
  neighbourhoods: string[]
}

/** The cities of the perimeter with its neighbourhoods in each, by department, the seat of its prefecture first. */
export async function placesOf(tx: Prisma.TransactionClient, perimeterId: string): Promise<Map<string, Place[]>> {
  const cities = await tx.city.findMany({
    where: { retiredOn: null, perimeters: { some: { perimeterId } } },
    select: {
      id: true, name: true, departmentCode: true, postalCodes: true, latitude: true, longitude: true, prefectures: { select: { id: true } },
      neighbourhoods: { where: { neighbourhood: { perimeters: { some: { perimeterId } } } }, select: { neighbourhoodId: true }, orderBy: { neighbourhoodId: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  const places = new Map<string, Place[]>()
  for (const { neighbourhoods, prefectures, ...city } of cities) {
    const place = { city, neighbourhoods: neighbourhoods.map(({ neighbourhoodId }) => neighbourhoodId) }
    const others = places.get(city.departmentCode) ?? []
    places.set(city.departmentCode, prefectures.length ? [place, ...others] : [...others, place])
  }
  return places
}

const rooms = ['Salle polyvalente', 'Maison de quartier', 'Espace jeunesse']
const accesses = ['Entrée de plain-pied, ascenseur.', 'Rampe à l’entrée principale.', null]

/** Three plainly fictional venues in real cities: their position is the city's. */
export const venuesOf = (places: Place[], id: () => string) =>
  rooms.map((name, k) => {
    const { city } = places[k % places.length]!
    return {
      id: id(), departmentCode: city.departmentCode, cityId: city.id, name: `${name} (lieu fictif)`, address: `${12 + 10 * k} rue de l’Exemple`,
      postalCode: city.postalCodes[0] ?? '', latitude: city.latitude, longitude: city.longitude, approximate: true, access: accesses[k]!, contactName: 'Accueil (fictif)', contactEmail: 'accueil@example.org',
    }
  })
