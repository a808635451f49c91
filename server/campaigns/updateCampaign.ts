import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { nouns } from '../nouns.ts'
import { change, record, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import type { CampaignInput, TargetInput } from './campaign.resolver.ts'
import { writeChecklist } from './writeChecklist.ts'
import { writtenOf } from './writtenOf.ts'

/** What is written of a campaign beside its columns. */
const beside = { targets: { departmentCode: {}, target: {} }, checklist: { id: {}, title: {}, daysBefore: {} } }

/**
 * Changes a campaign, the shares of the departments and the checklist; the journal keeps the history of all. They are one record with
 * one version, whichever part changes. Errors: see `change`.
 */
export async function updateCampaign({ db, viewer, now }: Context, { id, version, input }: { id: string; version: number; input: CampaignInput }): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    // Whether a column changes or not, the row stays locked: the next one to write parts sees these.
    await change(tx, author, 'Campaign', 'update', { id, version, set: writtenOf(input), beside })
    const relisted = input.checklist ? await writeChecklist(tx, author, id, input.checklist) : false
    const shared = await writeShares(tx, author, id, input.targets)
    if (relisted || shared) await tx.$executeRaw(sql`UPDATE "Campaign" SET "version" = ${version + 1} WHERE "id" = ${id}::uuid`)
  })
}

/** Writes the shares that are given and differ; answers whether any does. */
async function writeShares(tx: Pick<Db, 'campaignTarget' | '$executeRaw' | '$queryRaw'>, author: Author, campaignId: string, wanted: TargetInput[]): Promise<boolean> {
  const before = new Map((await tx.campaignTarget.findMany({ where: { campaignId } })).map((share) => [share.departmentCode, share.target]))
  const differing = wanted.filter(({ departmentCode, target }) => before.get(departmentCode) !== target)
  for (const { departmentCode, target } of differing) {
    await tx.campaignTarget.upsert({
      where: { campaignId_departmentCode: { campaignId, departmentCode } },
      create: { id: v7(), campaignId, departmentCode, target },
      update: { target, version: { increment: 1 } },
    })
    await record(tx, author, 'Campaign', 'updateTarget', { id: campaignId, departmentCode, changes: { [`target ${departmentCode}`]: [before.get(departmentCode) ?? null, target] } })
  }
  return differing.length > 0
}
