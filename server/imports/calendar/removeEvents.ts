import { conflict } from '../../errors.ts'
import { entry, type Author } from '../../reading/change.ts'
import { name, sql } from '../../reading/sql.ts'
import type { Tx } from '../kind.ts'
import { touchedEvent } from './touchedEvent.ts'

/** Removes drafts, and the venues that their import alone made and nothing uses. */
export async function removeEvents(tx: Tx, author: Author, importId: string, ids: string[]): Promise<Record<string, [number, number]>> {
  await removeDrafts(tx, author, ids)
  const venues = await removeVenues(tx, author, importId)
  await tx.import.update({ where: { id: importId }, data: { venueIds: [] } })
  return { events: [ids.length, 0], venues: [venues, 0] }
}

async function removeDrafts(tx: Tx, author: Author, ids: string[]): Promise<void> {
  const removed = await tx.$executeRaw(sql`WITH changed AS (DELETE FROM "Event" e WHERE e."id" = ANY(${ids}::uuid[]) AND NOT ${touchedEvent(name('e'))} RETURNING e."id", e."departmentCode")
    ${entry(author, 'Event', 'remove', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
  // Somebody changed one between the guard and this statement.
  if (removed < ids.length) throw conflict('Une opération de cet import vient de changer. Rechargez la page.')
}

/** A venue that somebody completed, or that another event uses, stays; answers how many went. */
const removeVenues = (tx: Tx, author: Author, id: string): Promise<number> => tx.$executeRaw(sql`WITH changed AS (
    DELETE FROM "Venue" v USING "Import" i WHERE i."id" = ${id}::uuid AND v."id" = ANY(i."venueIds") AND v."version" = 1
      AND NOT EXISTS (SELECT FROM "Event" e WHERE e."venueId" = v."id") RETURNING v."id", v."departmentCode")
  ${entry(author, 'Venue', 'remove', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
