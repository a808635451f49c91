import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { change, record } from '../reading/change.ts'
import type { CampaignInput } from './campaign.resolver.ts'
import { writeChecklist } from './writeChecklist.ts'
import { writtenOf } from './writtenOf.ts'

/** Changes a campaign, the shares of the departments and the checklist; the journal keeps the history of all. Errors: see `change`. */
export async function updateCampaign({ db, viewer, now }: Context, { id, version, input }: { id: string; version: number; input: CampaignInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    await change(tx, author, 'Campaign', 'update', { id, version, set: writtenOf(input) })
    if (input.checklist) await writeChecklist(tx, author, id, input.checklist)
    const before = new Map((await tx.campaignTarget.findMany({ where: { campaignId: id } })).map((share) => [share.departmentCode, share]))
    for (const { departmentCode, target } of input.targets) {
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
