import type { Context } from '../context.ts'
import type { Prisma } from '../db/generated/client.ts'
import { conflict } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { entry, record, refuse, type Author } from '../reading/change.ts'
import { NO_RIGHT } from '../reading/lifecycle.ts'
import { name, sql } from '../reading/sql.ts'
import { touched } from './import.lifecycle.ts'
import { rejudge } from './judgeImport.ts'
import { foundImport } from './openedImport.ts'

type Tx = Prisma.TransactionClient

/**
 * Removes the drafts that an import made, and the venues that it alone made and nothing uses; its lines may then be taken
 * again. Undone already: nothing. Throws NOT_FOUND out of reach, CONFLICT with all that stands against it.
 */
export async function undoImport({ db, viewer, now }: Context, id: string): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    const { departmentCode, undoneAt, reasons } = await foundImport(tx, author, 'undo', id)
    // Whoever may not undo it hears so, also once it is undone.
    if (undoneAt && !reasons.some(({ code }) => code === NO_RIGHT.code)) return
    refuse(reasons)
    const made = (await tx.importLine.findMany({ where: { importId: id, outcome: 'CREATED' }, select: { eventId: true } })).flatMap(({ eventId }) => eventId ?? [])
    // Lines of other imports that found these events in place may be taken anew too.
    await tx.importLine.updateMany({ where: { OR: [{ importId: id }, { eventId: { in: made } }] }, data: { outcome: null, takenAt: null, eventId: null } })
    await removeEvents(tx, author, made)
    const venues = await removeVenues(tx, author, id)
    await tx.import.update({ where: { id }, data: { appliedAt: null, undoneAt: now, venueIds: [] } })
    await rejudge(tx, author, id)
    await record(tx, author, 'Import', 'undo', { id, departmentCode, changes: { events: [made.length, 0], venues: [venues, 0] } })
  }, { timeout: 120_000 })
}

async function removeEvents(tx: Tx, author: Author, ids: string[]): Promise<void> {
  const removed = await tx.$executeRaw(sql`WITH changed AS (DELETE FROM "Event" e WHERE e."id" = ANY(${ids}::uuid[]) AND NOT ${touched(name('e'))} RETURNING e."id", e."departmentCode")
    ${entry(author, 'Event', 'remove', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
  // Somebody changed one between the guard and this statement.
  if (removed < ids.length) throw conflict('Une opération de cet import vient de changer. Rechargez la page.')
}

/** A venue that somebody completed, or that another event uses, stays; answers how many went. */
const removeVenues = (tx: Tx, author: Author, id: string): Promise<number> => tx.$executeRaw(sql`WITH changed AS (
    DELETE FROM "Venue" v USING "Import" i WHERE i."id" = ${id}::uuid AND v."id" = ANY(i."venueIds") AND v."version" = 1
      AND NOT EXISTS (SELECT FROM "Event" e WHERE e."venueId" = v."id") RETURNING v."id", v."departmentCode")
  ${entry(author, 'Venue', 'remove', undefined, sql`'{}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
