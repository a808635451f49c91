import type { Context } from '../context.ts'
import { retried, type Writer } from '../db/transact.ts'
import { CONCERNED, tellReferents } from '../events/tellReferents.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { positionOf } from './position.ts'
import { refuseDuplicate } from './refuseDuplicate.ts'
import { refuseElsewhere } from './refuseElsewhere.ts'
import type { VenueInput } from './venue.resolver.ts'

/**
 * Changes a venue; a position given makes it exact. When it gets another name or address, whoever is concerned by a published
 * event there hears of it, and calendars take it: a trigger raises their sequence. Errors: see `change`.
 */
export async function updateVenue({ db, viewer, now }: Context, { id, version, input: { latitude, longitude, ...rest } }: { id: string; version: number; input: VenueInput }): Promise<void> {
  const placed = positionOf({ latitude, longitude })
  const set = { ...rest, ...(placed ? { ...placed, approximate: false } : {}) }
  await retried(() => db.$transaction(async (tx) => {
    const before = await addressOf(tx, id)
    await change(tx, { nouns, viewer, now }, 'Venue', 'update', { id, version, set })
    const after = await addressOf(tx, id)
    await refuseElsewhere(tx, after!.cityId, { postalCode: rest.postalCode, placed })
    await refuseDuplicate(tx, { id, cityId: after!.cityId, name: rest.name, address: rest.address })
    if (before!.told === after!.told) return
    const events = await tx.$queryRaw<{ id: string }[]>(sql`SELECT "id" FROM "Event" WHERE "venueId" = ${id}::uuid AND "state" = 'PUBLISHED' AND "startsAt" > ${now} ORDER BY "id"`)
    for (const event of events) await tellReferents(tx, event.id, CONCERNED, { kind: 'MOVED', now })
  }, { timeout: 30_000 }))
}

const addressOf = async (tx: Writer, id: string) =>
  (await tx.$queryRaw<{ cityId: string; told: string }[]>(sql`SELECT "cityId", concat_ws(E'\\n', "name", "address", "postalCode") AS told FROM "Venue" WHERE "id" = ${id}::uuid`))[0]
