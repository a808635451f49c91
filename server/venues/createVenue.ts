import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { VenueInput } from './venue.resolver.ts'

/** Inserts a venue of the city's department; without a position of its own it takes the city's, marked approximate. */
export async function createVenue({ db, viewer, now }: Context, { id, cityId, input }: { id: string; cityId: string; input: VenueInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    if (await tx.venue.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Venue', 'read', id)
    const city = await tx.city.findUnique({ where: { id: cityId } })
    if (!city) throw invalid({ cityId: 'Cette commune n’existe pas.' })
    const placed = input.latitude != null && input.longitude != null
    await tx.venue.create({
      data: {
        id, cityId, departmentCode: city.departmentCode, name: input.name.trim(), address: input.address.trim(), postalCode: input.postalCode,
        latitude: placed ? input.latitude! : city.latitude, longitude: placed ? input.longitude! : city.longitude,
        approximate: !placed, access: input.access ?? null,
      },
    })
    await demand(tx, author, 'Venue', 'create', id)
    await record(tx, author, 'Venue', 'create', { id, departmentCode: city.departmentCode })
  })
}
