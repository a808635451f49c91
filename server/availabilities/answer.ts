import type { Context } from '../context.ts'
import type { Answer, AnswerSource } from '../db/generated/enums.ts'
import { alone, transact, type Writer } from '../db/transact.ts'
import { brokeConstraint } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, lock, Overtaken } from '../reading/change.ts'
import { join, sql, type Sql } from '../reading/sql.ts'

/** How an answer came, by the action that gave it. */
const sources = { answer: 'LINK', record: 'STAFF' } satisfies Record<string, AnswerSource>

/**
 * Writes an answer, with what follows for the assignment, in one statement; the same answer again changes nothing. A yes
 * takes an offered place while there is one and the hour is free; a no gives the place back. Whoever answers while another
 * changes the event waits, and then sees the places as they are. Errors: see `change`.
 */
export async function answer({ pool, viewer, now }: Context, action: keyof typeof sources, id: string, given: Answer): Promise<void> {
  const author = { nouns, viewer, now }
  const upon = { resource: 'Event', id: sql`(SELECT a."eventId" FROM "Availability" a WHERE a."id" = ${id}::uuid)` } as const
  const write = (db: Writer) => change(db, author, 'Availability', action, {
    id, set: { answer: given, source: sources[action] }, stamp: { answeredAt: now }, then: { ...following(id, given), resource: 'Assignment', action, upon },
  })
  await alone(pool, write).catch((thrown: unknown) => {
    // Another change of the event, or the same hour given elsewhere, at the same instant: this time both are seen.
    if (!(thrown instanceof Overtaken) && !brokeConstraint(thrown, 'Assignment_overlap')) throw thrown
    return transact(pool, async (tx) => { await lock(tx, author, upon); return write(tx) })
  })
}

/** What an answer means for the referent's assignment, if there is one. */
const following = (id: string, given: Answer) => ({
  to: given === 'NO' ? sql`CASE WHEN t."state" = 'OFFERED' THEN 'DECLINED' ELSE 'WITHDRAWN' END::"AssignmentState"` : sql`'CONFIRMED'::"AssignmentState"`,
  where: (at: Sql) => join([
    sql`(${at}."eventId", ${at}."referentId") = (SELECT a."eventId", a."referentId" FROM "Availability" a JOIN changed USING ("id"))`,
    ...(given === 'NO' ? [sql`${at}."state" IN ('OFFERED', 'CONFIRMED', 'TO_RECONFIRM')`] : [
      sql`${at}."state" IN ('OFFERED', 'TO_RECONFIRM')`,
      sql`(SELECT e."referentsConfirmed" < e."referentsNeeded" FROM locked e)`,
      sql`NOT EXISTS (SELECT FROM "Assignment" o WHERE o."referentId" = ${at}."referentId" AND o."id" <> ${at}."id" AND o."state" = 'CONFIRMED'
        AND tstzrange(o."startsAt", o."endsAt") && tstzrange(${at}."startsAt", ${at}."endsAt"))`,
    ]),
  ], ' AND '),
})
