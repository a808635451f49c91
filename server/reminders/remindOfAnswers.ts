import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { placeOf } from '../events/placeOf.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { reachable } from '../referents/reachable.ts'
import { name, sql } from '../reading/sql.ts'

/** Nobody is asked again more often than this, whatever the days. */
const MOST_REMINDERS = 2
/** Whoever answered something, or was written to, so short a while ago is left in peace. */
const JUST_REACHED_DAYS = 2

const days = (count: number) => sql`make_interval(days => ${count}::int)`
/** An invitation that still waits, at an event to come that still looks for people, and was last asked about long enough ago. */
const waits = (now: Date) => sql`a."answer" IS NULL AND a."reminders" < ${MOST_REMINDERS}::int AND coalesce(a."remindedAt", a."askedAt") <= ${now}::timestamptz - make_interval(days => c."reminderDays")
  AND e."state" = 'PUBLISHED' AND e."startsAt" > ${now}::timestamptz + ${days(1)} AND e."referentsConfirmed" < e."referentsNeeded"`
const inPeace = (now: Date) => sql`(EXISTS (SELECT FROM "Message" m WHERE m."referentId" = r."id" AND m."createdAt" > ${now}::timestamptz - ${days(JUST_REACHED_DAYS)})
  OR EXISTS (SELECT FROM "Availability" o WHERE o."referentId" = r."id" AND o."answeredAt" > ${now}::timestamptz - ${days(JUST_REACHED_DAYS)}))`

type Due = { title: string; startsAt: Date; endsAt: Date; place: string | null }

/** Writes to whoever has not answered, one mail for all the dates of a department that still wait. */
export async function remindOfAnswers(db: Db, now: Date): Promise<void> {
  const due = await db.$queryRaw<{ referentId: string; departmentCode: string }[]>(sql`SELECT DISTINCT a."referentId", a."departmentCode" FROM "Availability" a
    JOIN "Event" e ON e."id" = a."eventId" JOIN "Campaign" c ON c."id" = e."campaignId" JOIN "Referent" r ON r."id" = a."referentId" AND ${reachable(name('r'))}
    WHERE ${waits(now)} AND NOT ${inPeace(now)} ORDER BY 1, 2`)
  for (const { referentId, departmentCode } of due) await db.$transaction(async (tx) => {
    const reminded = await tx.$queryRaw<Due[]>(sql`WITH taken AS (UPDATE "Availability" a SET "remindedAt" = ${now}, "reminders" = a."reminders" + 1 FROM "Event" e, "Campaign" c
      WHERE a."referentId" = ${referentId}::uuid AND a."departmentCode" = ${departmentCode} AND e."id" = a."eventId" AND c."id" = e."campaignId" AND ${waits(now)} RETURNING a."eventId")
      SELECT e."title", e."startsAt", e."endsAt", ${placeOf(name('e'))} AS place FROM "Event" e WHERE e."id" IN (SELECT "eventId" FROM taken) ORDER BY e."startsAt", e."id"`)
    if (reminded.length > 0) await queueMessage(tx, { id: v7(), template: 'invitation', referentId, departmentCode, now, variables: { again: true, events: reminded.map(({ place, ...event }) => ({ ...event, place: place ?? '' })) } })
  })
}
