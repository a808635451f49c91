import { invalid, notFound } from '../errors.ts'
import type { Context } from '../context.ts'
import { said } from '../graphql/writing.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { EventInput } from './event.inputs.ts'
import { refuseForeignLinks } from './foreignLinks.ts'
import { slugOf } from './slug.ts'

type Given = { id: string; campaignId: string; departmentCode: string; input: EventInput }

/** Inserts a draft and its journal entry; when the id is already there, nothing. Throws NOT_FOUND outside the viewer's reach. */
export async function createEvent({ db, viewer, now }: Context, { id, campaignId, departmentCode, input: { neighbourhoodIds, ...input } }: Given): Promise<void> {
  const author = { nouns, viewer, now }
  if (input.endsAt <= input.startsAt) throw invalid({ endsAt: 'La fin doit venir après le début.' })
  await db.$transaction(async (tx) => {
    if (await tx.event.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Event', 'read', id)
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: { state: true } })
    if (!campaign) throw notFound()
    if (campaign.state !== 'OPEN') throw invalid({ campaignId: 'Cette campagne n’est pas ouverte : choisissez-en une autre.' })
    const place = input.venueId ? await tx.venue.findUnique({ where: { id: input.venueId }, select: { city: { select: { name: true } } } }) : null
    const slug = slugOf(place?.city.name ?? input.title, id)
    await tx.event.create({
      data: {
        ...said({ ...input, languagesWanted: input.languagesWanted ?? undefined }), id, campaignId, departmentCode, slug, createdAt: now, updatedAt: now,
        neighbourhoods: { create: [...new Set(neighbourhoodIds)].map((neighbourhoodId) => ({ neighbourhoodId })) },
      },
    })
    await demand(tx, author, 'Event', 'create', id)
    await refuseForeignLinks(tx, id)
    await record(tx, author, 'Event', 'create', { id, departmentCode })
  })
}
