import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { said } from '../graphql/writing.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { CampaignInput } from './campaign.resolver.ts'
import { firstChecklist } from './writeChecklist.ts'
import { writtenOf } from './writtenOf.ts'

/** Inserts a campaign, the shares of the departments and the checklist. */
export async function createCampaign({ db, viewer, now }: Context, { id, input }: { id: string; input: CampaignInput }): Promise<void> {
  const author = { nouns, viewer, now }
  const { startsOn, endsOn, ...written } = writtenOf(input)
  await db.$transaction(async (tx) => {
    if (await tx.campaign.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'Campaign', 'read', id)
    await tx.campaign.create({
      data: {
        ...said(written), id, startsOn: new Date(startsOn), endsOn: new Date(endsOn), createdAt: now,
        targets: { create: input.targets.map(({ departmentCode, target }) => ({ id: v7(), departmentCode, target })) },
        checklist: { create: (input.checklist ?? firstChecklist).map(({ title, daysBefore }) => ({ id: v7(), title: title.trim(), daysBefore })) },
      },
    })
    await demand(tx, author, 'Campaign', 'create', id)
    await record(tx, author, 'Campaign', 'create', { id })
  })
}
