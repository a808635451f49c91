import { v7 } from 'uuid'
import { begunOn, said } from '../assignments/reconfirmation.ts'
import type { Db } from '../db/client.ts'
import { placeOf } from '../events/placeOf.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { begin, type Row } from '../reading/noun.ts'
import { name, sql } from '../reading/sql.ts'

type Asked = { id: string; referentId: string; departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null }

/** Asks whoever has a place at an event to come whether it still stands, on each of the two days that the campaign sets; not whoever has just spoken. */
export async function askStillComing(db: Db, now: Date): Promise<void> {
  const row: Row = { noun: nouns.Assignment, at: name('s'), query: begin(nouns, { role: 'PUBLIC' }, now) }
  const due = await db.$queryRaw<{ id: string }[]>(sql`SELECT s."id" FROM "Assignment" s JOIN "Event" e ON e."id" = s."eventId" AND e."state" = 'PUBLISHED' AND e."startsAt" > ${now}
    WHERE s."state" = 'CONFIRMED' AND coalesce(s."reconfirmAskedOn" < ${begunOn(row)}, ${begunOn(row)} IS NOT NULL) AND NOT ${said(row)} ORDER BY s."startsAt", s."id"`)
  for (const { id } of due) await db.$transaction(async (tx) => {
    const [asked] = await tx.$queryRaw<Asked[]>(sql`UPDATE "Assignment" s SET "reconfirmAskedOn" = ${begunOn(row)} FROM "Event" e
      WHERE s."id" = ${id}::uuid AND e."id" = s."eventId" AND e."state" = 'PUBLISHED' AND s."state" = 'CONFIRMED' AND coalesce(s."reconfirmAskedOn" < ${begunOn(row)}, ${begunOn(row)} IS NOT NULL) AND NOT ${said(row)}
      RETURNING s."id", s."referentId", e."departmentCode", e."title", e."startsAt", e."endsAt", ${placeOf(name('e'))} AS place`)
    // Somebody else asked, or the referent spoke meanwhile.
    if (!asked) return
    const { referentId, departmentCode, title, startsAt, endsAt, place } = asked
    await queueMessage(tx, { id: v7(), template: 'eventNews', referentId, departmentCode, now, essential: true, variables: { kind: 'STILL_COMING', title, startsAt, endsAt, place: place ?? '' } })
  })
}
