import type { Writer } from '../db/transact.ts'
import { invalid } from '../errors.ts'
import { sql } from '../reading/sql.ts'

/** Refuses to give a task to somebody who does not work for its department; the transaction then rolls back. */
export async function refuseStranger(tx: Writer, taskId: string): Promise<void> {
  const strangers = await tx.$queryRaw<object[]>(sql`SELECT FROM "Task" t WHERE t."id" = ${taskId}::uuid AND t."assigneeId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Membership" m JOIN "Account" a ON a."id" = m."accountId" WHERE a."id" = t."assigneeId" AND m."departmentCode" = t."departmentCode" AND a."disabledAt" IS NULL)`)
  if (strangers.length > 0) throw invalid({ assigneeId: 'Cette personne n’est pas de l’équipe du département : choisissez-en une autre.' })
}
