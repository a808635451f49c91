import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { record, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import type { ChecklistLineInput } from './campaign.resolver.ts'

/** What a campaign asks at first, until facts say it. Source: DESIGN, countdown: partners D-7, list printed D-1, attendance D+1. */
export const firstChecklist: ChecklistLineInput[] = [
  { title: 'Confirmez les structures attendues', daysBefore: 7 },
  { title: 'Imprimez la liste des jeunes attendus', daysBefore: 1 },
  { title: 'Relevez les présences', daysBefore: -1 },
]

/** Makes a campaign's checklist what is wanted, and says in the journal what changed; triggers bring it to the events to come. Answers whether anything did. */
export async function writeChecklist(tx: Pick<Db, 'checklistLine' | '$executeRaw'>, author: Author, campaignId: string, wanted: ChecklistLineInput[]): Promise<boolean> {
  const before = await tx.checklistLine.findMany({ where: { campaignId }, orderBy: [{ daysBefore: 'desc' }, { title: 'asc' }] })
  const known = new Map(before.map((line) => [line.id, line]))
  const lines = wanted.map(({ id, title, daysBefore }) => ({ id: id && known.has(id) ? id : v7(), title: title.trim(), daysBefore }))
  const left = before.filter(({ id }) => !lines.some((line) => line.id === id))
  const added = lines.filter(({ id }) => !known.has(id))
  const changed = lines.filter(({ id, title, daysBefore }) => known.has(id) && (known.get(id)!.title !== title || known.get(id)!.daysBefore !== daysBefore))
  if (left.length + added.length + changed.length === 0) return false
  await tx.checklistLine.deleteMany({ where: { id: { in: left.map(({ id }) => id) } } })
  // In one statement: titles that two lines swap are each there once only when it is done.
  await tx.$executeRaw(sql`UPDATE "ChecklistLine" l SET "title" = g."title", "daysBefore" = g."daysBefore"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS g("id" uuid, "title" text, "daysBefore" int) WHERE l."id" = g."id"`)
  await tx.checklistLine.createMany({ data: added.map((line) => ({ ...line, campaignId })) })
  const said = (some: { title: string; daysBefore: number }[]) => some.map(({ title, daysBefore }) => `${title} (${daysBefore < 0 ? `J+${-daysBefore}` : `J-${daysBefore}`})`)
  await record(tx as never, author, 'Campaign', 'updateChecklist', { id: campaignId, changes: { checklist: [said(before), said(lines)] } })
  return true
}
