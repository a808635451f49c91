import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { remarksOf, windowOf, type Remark } from './calendar/remarks.ts'

/** What would be said of the dates of an import if they were moved by so many weeks; changes nothing. None where there are no dates. Throws NOT_FOUND out of reach. */
export async function importRemarks(context: Context, { id, weeks }: { id: string; weeks: number }): Promise<Remark[]> {
  await context.confirm()
  const { db, viewer, now } = context
  const asking = () => begin(nouns, viewer, now)
  const [file] = await db.$queryRaw<{ campaignId: string | null; weeks: number }[]>(rows(asking(), 'Import', 'read', ({ at }) => ({ select: sql`${at}."campaignId", ${at}."weeks"`, where: [sql`${at}."id" = ${id}::uuid`] })))
  if (!file) throw notFound()
  if (!file.campaignId) return []
  const lines = await db.$queryRaw<{ startsAt: string }[]>(rows(asking(), 'ImportLine', 'read', ({ at }) => ({
    select: sql`${at}."event"->>'startsAt' AS "startsAt"`, where: [sql`${at}."importId" = ${id}::uuid AND ${at}."event" IS NOT NULL AND ${at}."outcome" IS NULL`],
  })))
  return remarksOf(lines.map(({ startsAt }) => startsAt), await windowOf(db, file.campaignId), now, weeks - file.weeks)
}
