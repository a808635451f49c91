import type { Writer } from '../db/transact.ts'
import { entry, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

/** Takes back the open tasks of somebody who no longer works for their department: they are nobody's, and found as such. */
export const freeTasks = (tx: Writer, author: Author, accountId: string): Promise<number> => tx.$executeRaw(sql`WITH changed AS (
    UPDATE "Task" t SET "assigneeId" = NULL, "version" = t."version" + 1 FROM "Event" e
     WHERE t."assigneeId" = ${accountId}::uuid AND t."doneAt" IS NULL AND e."id" = t."eventId" AND e."state" NOT IN ('CLOSED', 'CANCELLED') AND NOT EXISTS (
       SELECT FROM "Membership" m JOIN "Account" a ON a."id" = m."accountId" WHERE a."id" = t."assigneeId" AND m."departmentCode" = t."departmentCode" AND a."disabledAt" IS NULL)
    RETURNING t."id", t."departmentCode")
  ${entry(author, 'Task', 'assign', undefined, sql`'{"assigneeId": true}'::jsonb`, { id: sql`gen_random_uuid()` })}`)
