import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { positionOf } from './position.ts'
import { refuseDuplicate } from './refuseDuplicate.ts'
import type { VenueInput } from './venue.resolver.ts'

/** Changes a venue; a position given makes it exact. Errors: see `change`. */
export async function updateVenue({ pool, viewer, now }: Context, { id, version, input: { latitude, longitude, ...rest } }: { id: string; version: number; input: VenueInput }): Promise<void> {
  const placed = positionOf({ latitude, longitude })
  const set = { ...rest, ...(placed ? { ...placed, approximate: false } : {}) }
  await transact(pool, async (tx) => {
    await change(tx, { nouns, viewer, now }, 'Venue', 'update', { id, version, set })
    const [venue] = await tx.$queryRaw<{ cityId: string }[]>(sql`SELECT "cityId" FROM "Venue" WHERE "id" = ${id}::uuid`)
    await refuseDuplicate(tx, { id, cityId: venue!.cityId, name: rest.name, address: rest.address })
  })
}
