import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { CampaignInput } from './campaign.resolver.ts'

/** Inserts a campaign and the shares of the departments. */
export async function createCampaign({ db, viewer, now }: Context, { id, input: { targets, startsOn, endsOn, ...input } }: { id: string; input: CampaignInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    if (await tx.campaign.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Campaign', 'read', id)
    await tx.campaign.create({
      data: {
        ...input, id, startsOn: new Date(startsOn), endsOn: new Date(endsOn), createdAt: now,
        targets: { create: targets.map(({ departmentCode, target }) => ({ id: v7(), departmentCode, target })) },
      },
    })
    await demand(tx, author, 'Campaign', 'create', id)
    await record(tx, author, 'Campaign', 'create', { id })
  })
}
