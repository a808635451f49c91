import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import type { VenueInput } from './venue.resolver.ts'

/** Changes a venue; a position given makes it exact. Errors: see `change`. */
export async function updateVenue({ pool, viewer, now }: Context, { id, version, input: { latitude, longitude, ...rest } }: { id: string; version: number; input: VenueInput }): Promise<void> {
  const placed = latitude != null && longitude != null
  const set = { ...rest, ...(placed ? { latitude, longitude, approximate: false } : {}) }
  await transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'Venue', 'update', { id, version, set }))
}
