import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { record, type Author } from '../reading/change.ts'
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
  const left = before.filter(({ id }) => !wanted.some((line) => line.id === id))
  await tx.checklistLine.deleteMany({ where: { id: { in: left.map(({ id }) => id) } } })
  let changed = left.length > 0
  for (const { id, title, daysBefore } of wanted.map((line) => ({ ...line, title: line.title.trim() }))) {
    const line = id ? known.get(id) : undefined
    if (line?.title === title && line.daysBefore === daysBefore) continue
    changed = true
    if (line) await tx.checklistLine.update({ where: { id: line.id }, data: { title, daysBefore } })
    else await tx.checklistLine.create({ data: { id: v7(), campaignId, title, daysBefore } })
  }
  const said = (lines: { title: string; daysBefore: number }[]) => lines.map(({ title, daysBefore }) => `${title} (${daysBefore < 0 ? `J+${-daysBefore}` : `J-${daysBefore}`})`)
  if (changed) await record(tx as never, author, 'Campaign', 'updateChecklist', { id: campaignId, changes: { checklist: [said(before), said(wanted)] } })
  return changed
}
