import type { Context } from '../context.ts'
import type { Writer } from '../db/transact.ts'
import { CONCERNED, tellReferents } from '../events/tellReferents.ts'
import { nouns } from '../nouns.ts'
import { change, hold } from '../reading/change.ts'
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
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { cityId } = await hold<{ cityId: string }>(tx, author, 'Venue', 'update', id, ({ at }) => sql`${at}."cityId"`)
    const before = await addressOf(tx, id)
    await refuseElsewhere(tx, cityId, { postalCode: rest.postalCode, placed })
    await refuseDuplicate(tx, { id, cityId, name: rest.name, address: rest.address })
    await change(tx, author, 'Venue', 'update', { id, version, set })
    const after = await addressOf(tx, id)
    if (before === after) return
    const events = await tx.$queryRaw<{ id: string }[]>(sql`SELECT "id" FROM "Event" WHERE "venueId" = ${id}::uuid AND "state" = 'PUBLISHED' AND "startsAt" > ${now} ORDER BY "id"`)
    for (const event of events) await tellReferents(tx, event.id, CONCERNED, { kind: 'MOVED', now })
  }, { timeout: 30_000 })
}

/** The place as calendars and mails tell it. */
const addressOf = async (tx: Writer, id: string): Promise<string> =>
  (await tx.$queryRaw<{ told: string }[]>(sql`SELECT concat_ws(E'\\n', "name", "address", "postalCode") AS told FROM "Venue" WHERE "id" = ${id}::uuid`))[0]!.told
