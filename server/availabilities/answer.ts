import type { Context } from '../context.ts'
import type { Answer, AnswerSource } from '../db/generated/enums.ts'
import { alone, transact, type Writer } from '../db/transact.ts'
import { brokeConstraint } from '../errors.ts'
import { nouns } from '../nouns.ts'
import { change, lock, Overtaken, type Author } from '../reading/change.ts'
import { allowed } from '../reading/lifecycle.ts'
import { begin, rows } from '../reading/noun.ts'
import { join, sql, type Sql } from '../reading/sql.ts'
import { lifecycle } from './availability.lifecycle.ts'

/** How an answer came, by the action that gave it. */
const sources = { answer: 'LINK', record: 'STAFF' } satisfies Record<string, AnswerSource>

/**
 * Writes an answer, with what follows for the assignment, in one statement; the same answer again changes nothing. A yes
 * takes an offered place while there is one and the hour is free; a no gives the place back. Whoever answers while another
 * changes the event waits, and then sees the places as they are. Errors: see `change`.
 */
export async function answer({ pool, viewer, now }: Context, action: keyof typeof sources, id: string, given: Answer, reason?: string): Promise<void> {
  const author = { nouns, viewer, now }
  const upon = eventOf(id)
  const write = (db: Writer) => writeAnswer(db, author, action, { id, given, reason })
  await alone(pool, write).catch((thrown: unknown) => {
    // Another change of the event, or the same hour given elsewhere, at the same instant: this time both are seen.
    if (!(thrown instanceof Overtaken) && !brokeConstraint(thrown, 'Assignment_overlap')) throw thrown
    return transact(pool, async (tx) => { await lock(tx, author, upon); return write(tx) })
  })
}

/**
 * Says no to every date a referent has not answered yet and still may, in one transaction. Each event is locked in the same order as
 * elsewhere. Answers nothing when there is none.
 */
export const declineRest = ({ pool, viewer, now }: Context, referentId: string): Promise<void> =>
  transact(pool, async (tx) => {
    const author = { nouns, viewer, now }
    const left = await tx.$queryRaw<{ id: string; eventId: string }[]>(rows(begin(nouns, viewer, now), 'Availability', 'read', (row) => ({
      select: sql`${row.at}."id", ${row.at}."eventId"`, order: sql`${row.at}."eventId"`,
      where: [sql`${row.at}."referentId" = ${referentId}::uuid AND ${row.at}."answer" IS NULL`, allowed(row, 'answer', lifecycle.answer)],
    })))
    for (const { id, eventId } of left) {
      await lock(tx, author, { resource: 'Event', id: sql`${eventId}::uuid` })
      await writeAnswer(tx, author, 'answer', { id, given: 'NO' })
    }
  })

const eventOf = (id: string) => ({ resource: 'Event', id: sql`(SELECT a."eventId" FROM "Availability" a WHERE a."id" = ${id}::uuid)` }) as const

const writeAnswer = (db: Writer, author: Author, action: keyof typeof sources, { id, given, reason }: { id: string; given: Answer; reason?: string | undefined }) =>
  change(db, author, 'Availability', action, {
    id, set: { answer: given, source: sources[action] }, stamp: { answeredAt: author.now },
    then: { ...following(id, given), resource: 'Assignment', action, upon: eventOf(id), ...(reason ? { reason } : {}) },
  })

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
