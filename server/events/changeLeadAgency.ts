import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change, demand } from '../reading/change.ts'
import { refuseForeignLinks } from './foreignLinks.ts'

/** Gives an event another lead agency, or none; sent again, it changes nothing. Errors: see `change`. */
export async function changeLeadAgency({ pool, viewer, now }: Context, id: string, leadAgencyId: string | null): Promise<void> {
  const author = { nouns, viewer, now }
  await transact(pool, async (tx) => {
    if (leadAgencyId) await demand(tx, author, 'Agency', 'read', leadAgencyId)
    await change(tx, author, 'Event', 'update', { id, set: { leadAgencyId }, stamp: { updatedAt: now } })
    await refuseForeignLinks(tx, id)
  })
}
