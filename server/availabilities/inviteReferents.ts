import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { placeOf } from '../events/placeOf.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { record, refuse, type Author } from '../reading/change.ts'
import type { Writer } from '../db/transact.ts'
import { reasonsAgainst, stepOf, type Reason } from '../reading/lifecycle.ts'
import { begin, rows } from '../reading/noun.ts'
import { join, sql } from '../reading/sql.ts'
import { sentences, unreachable, type Unreachable } from '../referents/reachable.ts'

type Invited = { id: string; departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null }
type Given = { eventIds: string[]; referentIds: string[] }

/**
 * Asks each referent about each event he has not been asked about yet, and queues one mail per referent asked. Sent
 * twice, it asks once. Throws NOT_FOUND for what is out of reach, CONFLICT when an event cannot be asked about.
 */
export async function inviteReferents({ db, viewer, now }: Context, given: Given): Promise<void> {
  const author = { nouns, viewer, now }
  const eventIds = [...new Set(given.eventIds)]
  const referentIds = [...new Set(given.referentIds)]
  if (eventIds.length === 0) throw invalid({ eventIds: 'Choisissez au moins une opération.' })
  if (referentIds.length === 0) throw invalid({ referentIds: 'Choisissez au moins un référent.' })
  await db.$transaction(async (tx) => {
    const events = await open(tx, author, eventIds)
    await mayBeAsked(tx, author, referentIds)
    await ask(tx, author, events, referentIds)
  }, { timeout: 30_000 })
}

/** The events, locked, when each may be asked about. */
async function open(tx: Writer, author: Author, ids: string[]): Promise<Invited[]> {
  const asking = begin(author.nouns, author.viewer, author.now)
  const step = stepOf(author.nouns.Event, 'invite')!
  const found = await tx.$queryRaw<(Invited & { reasons: Reason[] })[]>(sql`${rows(asking, 'Event', 'read', (row) => ({
    select: sql`${row.at}."id", ${row.at}."departmentCode", ${row.at}."title", ${row.at}."startsAt", ${row.at}."endsAt", ${reasonsAgainst(row, 'invite', step)} AS reasons,
      ${placeOf(row.at)} AS place`,
    where: [sql`${row.at}."id" = ANY(${ids}::uuid[])`],
    order: sql`${row.at}."startsAt", ${row.at}."id"`,
  }))} FOR SHARE`)
  if (found.length < ids.length) throw notFound()
  refuse(found.flatMap(({ title, reasons }) => reasons.map(({ code, sentence }) => ({ code, sentence: found.length > 1 ? `« ${title} » : ${sentence}` : sentence }))))
  return found
}

async function mayBeAsked(tx: Writer, author: Author, ids: string[]): Promise<void> {
  const found = await tx.$queryRaw<{ name: string; why: Unreachable | null }[]>(rows(begin(author.nouns, author.viewer, author.now), 'Referent', 'read', ({ at }) => ({
    select: sql`${at}."firstName" || ' ' || ${at}."lastName" AS name, ${unreachable(at)} AS why`, where: [sql`${at}."id" = ANY(${ids}::uuid[])`],
  })))
  if (found.length < ids.length) throw notFound()
  const left = found.flatMap(({ name, why }) => (why ? [`${name} ${sentences[why]}`] : []))
  if (left.length > 0) throw conflict(`${left.join(', ')}\u00a0: ${left.length > 1 ? 'retirez-les' : 'retirez-le'} de la liste.`)
}

/** Asks and queues the mails; answers whom it asked. Also serves an offer to somebody who was not asked before. */
export async function ask(tx: Parameters<typeof queueMessage>[0], author: Author, events: Invited[], referentIds: string[]): Promise<void> {
  const pairs = events.flatMap(({ id, departmentCode }) => referentIds.map((referentId) => sql`(${v7()}::uuid, ${id}::uuid, ${departmentCode}, ${referentId}::uuid, ${author.now}::timestamptz)`))
  const asked = await tx.$queryRaw<{ eventId: string; referentId: string }[]>(sql`
    INSERT INTO "Availability" ("id", "eventId", "departmentCode", "referentId", "askedAt") VALUES ${join(pairs)}
    ON CONFLICT ("eventId", "referentId") DO NOTHING RETURNING "eventId", "referentId"`)
  for (const event of events) {
    const count = asked.filter(({ eventId }) => eventId === event.id).length
    if (count > 0) await record(tx, author, 'Event', 'invite', { id: event.id, departmentCode: event.departmentCode, changes: { referents: [null, count] } })
  }
  for (const referentId of referentIds) {
    const about = events.filter(({ id }) => asked.some((pair) => pair.referentId === referentId && pair.eventId === id))
    if (about.length > 0)
      await queueMessage(tx, {
        id: v7(), template: 'invitation', referentId, departmentCode: about[0]!.departmentCode, now: author.now,
        variables: { events: about.map(({ title, startsAt, endsAt, place }) => ({ title, startsAt, endsAt, place: place ?? '' })) },
      })
  }
}
