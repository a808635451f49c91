import { Prisma } from '../../server/db/generated/client.ts'
import { firstChecklist } from '../../server/campaigns/writeChecklist.ts'
import { daysFrom, parisDay } from './workingDay.ts'

/** The checklist of the campaign of the season; the database gives each event its tasks from it. */
export const checklistOf = (campaignId: string, id: () => string) =>
  [...firstChecklist, { title: 'Réservez l’accueil café', daysBefore: 5 }].map((line) => ({ ...line, id: id(), campaignId }))

/** Most of what was due is done, by each department's agent; the rest is his, save what nobody has taken on yet. */
export async function doTasks(tx: Prisma.TransactionClient, now: Date, staff: Map<string, { agent: string }>): Promise<void> {
  for (const [departmentCode, { agent }] of staff) {
    await tx.task.updateMany({ where: { departmentCode, dueOn: { gte: daysFrom(parisDay(now), -2) }, NOT: { title: 'Réservez l’accueil café' } }, data: { assigneeId: agent } })
    await tx.$executeRaw`UPDATE "Task" SET "assigneeId" = ${agent}::uuid, "doneById" = ${agent}::uuid, "doneAt" = least("dueOn" + interval '9 hours', ${now}) WHERE "departmentCode" = ${departmentCode} AND "dueOn" < ${daysFrom(parisDay(now), -2)}::date`
  }
}
