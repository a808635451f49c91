import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { change, record } from '../reading/change.ts'
import type { CampaignInput } from './campaign.resolver.ts'

/** Changes a campaign and the shares of the departments; the journal keeps the history of both. Errors: see `change`. */
export async function updateCampaign({ db, viewer, now }: Context, { id, version, input: { targets, ...set } }: { id: string; version: number; input: CampaignInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await change(tx, author, 'Campaign', 'update', { id, version, set: { ...set } })
    const before = new Map((await tx.campaignTarget.findMany({ where: { campaignId: id } })).map((share) => [share.departmentCode, share]))
    for (const { departmentCode, target } of targets) {
      const share = before.get(departmentCode)
      if (share?.target === target) continue
      await tx.campaignTarget.upsert({
        where: { campaignId_departmentCode: { campaignId: id, departmentCode } },
        create: { id: v7(), campaignId: id, departmentCode, target },
        update: { target, version: { increment: 1 } },
      })
      await record(tx, author, 'Campaign', 'updateTarget', { id, departmentCode, changes: { [`target ${departmentCode}`]: [share?.target ?? null, target] } })
    }
  })
}
