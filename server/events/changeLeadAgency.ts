import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change, demand, hold } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { refuseForeignLinks } from './foreignLinks.ts'

type Given = { id: string; version: number; leadAgencyId: string | null }

/** Gives an event another lead agency, or none; whoever is late to give the one it has changes nothing. Errors: see `change`. */
export async function changeLeadAgency({ pool, viewer, now }: Context, { id, version, leadAgencyId }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  await transact(pool, async (tx) => {
    if (leadAgencyId) await demand(tx, author, 'Agency', 'read', leadAgencyId)
    const { held } = await hold<{ held: string | null }>(tx, author, 'Event', 'update', id, ({ at }) => sql`${at}."leadAgencyId" AS held`)
    if (held === leadAgencyId) return
    await change(tx, author, 'Event', 'update', { id, version, set: { leadAgencyId }, stamp: { updatedAt: now } })
    await refuseForeignLinks(tx, id)
  })
}
