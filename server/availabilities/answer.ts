import type { Context } from '../context.ts'
import type { Answer, AnswerSource } from '../db/generated/enums.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change, follow } from '../reading/change.ts'
import { join, sql } from '../reading/sql.ts'

/** How an answer came, by the action that gave it. */
const sources = { answer: 'LINK', record: 'STAFF' } satisfies Record<string, AnswerSource>

/**
 * Writes an answer, with what follows for the assignment, in one transaction; the same answer again changes nothing. A yes
 * takes an offered place while there is one and the hour is free; a no gives the place back. Two statements: the answer
 * locks the event, which it counts on, so that what follows sees the places as they are by then. Errors: see `change`.
 */
export async function answer({ pool, viewer, now }: Context, action: keyof typeof sources, id: string, given: Answer): Promise<void> {
  const no = given === 'NO'
  const author = { nouns, viewer, now }
  await transact(pool, async (tx) => {
    if (!(await change(tx, author, 'Availability', action, { id, set: { answer: given, source: sources[action] }, stamp: { answeredAt: now } }))) return
    await follow(tx, author, {
      resource: 'Assignment', action,
      to: no ? sql`CASE WHEN t."state" = 'OFFERED' THEN 'DECLINED' ELSE 'WITHDRAWN' END::"AssignmentState"` : sql`'CONFIRMED'::"AssignmentState"`,
      where: (at) => join([
        sql`(${at}."eventId", ${at}."referentId") = (SELECT a."eventId", a."referentId" FROM "Availability" a WHERE a."id" = ${id}::uuid)`,
        ...(no ? [sql`${at}."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')`] : [
          sql`${at}."state" IN ('OFFERED', 'TO_RECONFIRM')`,
          sql`EXISTS (SELECT FROM "Event" e WHERE e."id" = ${at}."eventId" AND e."referentsConfirmed" < e."referentsNeeded")`,
          sql`NOT EXISTS (SELECT FROM "Assignment" o WHERE o."referentId" = ${at}."referentId" AND o."id" <> ${at}."id" AND o."state" = 'CONFIRMED'
            AND tstzrange(o."startsAt", o."endsAt") && tstzrange(${at}."startsAt", ${at}."endsAt"))`,
        ]),
      ], ' AND '),
    })
  })
}
