import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { said } from '../graphql/writing.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { positionOf } from './position.ts'
import { refuseDuplicate } from './refuseDuplicate.ts'
import { refuseElsewhere } from './refuseElsewhere.ts'
import type { VenueInput } from './venue.resolver.ts'

/** Inserts a venue of the city's department; without a position of its own it takes the city's, marked approximate. */
export async function createVenue({ db, viewer, now }: Context, { id, cityId, input }: { id: string; cityId: string; input: VenueInput }): Promise<void> {
  const author = { nouns, viewer, now }
  const placed = positionOf(input)
  const [name, address] = [input.name.trim(), input.address.trim()]
  await db.$transaction(async (tx) => {
    if (await tx.venue.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Venue', 'read', id)
    const city = await tx.city.findUnique({ where: { id: cityId } })
    if (!city) throw invalid({ cityId: 'Cette commune n’existe pas.' })
    await refuseElsewhere(tx, cityId, { postalCode: input.postalCode, placed })
    await refuseDuplicate(tx, { id, cityId, name, address })
    await tx.venue.create({
      data: {
        ...said(input), id, cityId, departmentCode: city.departmentCode, name, address,
        ...(placed ?? { latitude: city.latitude, longitude: city.longitude }), approximate: !placed,
      },
    })
    await demand(tx, author, 'Venue', 'create', id)
    await record(tx, author, 'Venue', 'create', { id, departmentCode: city.departmentCode })
  })
}
