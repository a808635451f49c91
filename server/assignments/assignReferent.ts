import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { ask } from '../availabilities/inviteReferents.ts'
import type { Prisma } from '../db/generated/client.ts'
import { conflict, notFound } from '../errors.ts'
import { placeOf } from '../events/placeOf.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { demand, lock, record, refuse, type Author } from '../reading/change.ts'
import type { Writer } from '../db/transact.ts'
import { reasonsAgainst, stepOf, type Reason } from '../reading/lifecycle.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { sentences, unreachable, type Unreachable } from '../referents/reachable.ts'

type Given = { id: string; eventId: string; referentId: string }
type Found = {
  departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null; reasons: Reason[]
  referent: string | null; why: Unreachable | null; answer: 'YES' | 'IF_NEEDED' | 'NO' | null; asked: boolean
}

/**
 * Gives a referent a place at an event: confirmed when he answered yes or if needed, else offered; a mail says which.
 * The database refuses a second place at the same hour and a place too many.
 */
export async function assignReferent({ db, viewer, now }: Context, given: Given): Promise<void> {
  const author = { nouns, viewer, now }
  await db.$transaction(async (tx) => {
    // An answer locks the event too: of the two, the second sees the first. So does the same place given twice at once.
    await lock(tx, author, { resource: 'Event', id: sql`${given.eventId}::uuid` })
    if (await tx.assignment.findUnique({ where: { id: given.id }, select: { id: true } })) return demand(tx, author, 'Assignment', 'read', given.id)
    await assign(tx, author, given)
  })
}

/** The same, inside a transaction, for an assignment that does not exist yet; answers its state. */
export async function assign(tx: Prisma.TransactionClient, author: Author, { id, eventId, referentId }: Given): Promise<'CONFIRMED' | 'OFFERED'> {
  const { now } = author
  // An answer locks the event too: of the two, the second sees the first.
  await lock(tx, author, { resource: 'Event', id: sql`${eventId}::uuid` })
  const found = await look(tx, author, eventId, referentId)
  const { departmentCode, startsAt, endsAt } = found
  const state = found.answer ? 'CONFIRMED' : 'OFFERED'
  await tx.assignment.create({ data: { id, eventId, departmentCode, referentId, state, startsAt, endsAt, createdAt: now } })
  await demand(tx, author, 'Assignment', 'create', id)
  await record(tx, author, 'Assignment', 'create', { id, departmentCode, changes: { state: [null, state] } })
  if (!found.asked) await ask(tx, author, [{ id: eventId, ...found }], [referentId])
  // Asked before: a place given or offered is a reason to write again.
  else await queueMessage(tx, { id: v7(), template: 'eventNews', referentId, departmentCode, now, essential: state === 'CONFIRMED', variables: { kind: state, title: found.title, startsAt, endsAt, place: found.place ?? '' } })
  return state
}

async function look(tx: Writer, author: Author, eventId: string, referentId: string): Promise<Found> {
  const asking = begin(author.nouns, author.viewer, author.now)
  const step = stepOf(author.nouns.Event, 'assign')!
  const referent = rows(asking, 'Referent', 'read', ({ at }) => ({ select: sql`${at}."firstName" || ' ' || ${at}."lastName" AS name, ${unreachable(at)} AS why`, where: [sql`${at}."id" = ${referentId}::uuid`] }))
  const [found] = await tx.$queryRaw<Found[]>(sql`SELECT e.*, r."name" AS referent, r."why", a."answer", a."id" IS NOT NULL AS asked FROM (${
    rows(asking, 'Event', 'read', (row) => ({
      select: sql`${row.at}."id", ${row.at}."departmentCode", ${row.at}."title", ${row.at}."startsAt", ${row.at}."endsAt", ${reasonsAgainst(row, 'assign', step)} AS reasons,
        ${placeOf(row.at)} AS place`,
      where: [sql`${row.at}."id" = ${eventId}::uuid`],
    }))}) e LEFT JOIN (${referent}) r ON TRUE LEFT JOIN "Availability" a ON a."eventId" = e."id" AND a."referentId" = ${referentId}::uuid`)
  if (!found || found.referent === null) throw notFound()
  refuse(found.reasons)
  if (found.why === 'INACTIVE') throw conflict('Ce référent n’est plus actif.')
  // Who answered knows of the date; who did not would only hear of it by a mail.
  if (found.why && !found.answer) throw conflict(`Ce référent ${sentences[found.why]}\u00a0: téléphonez-lui, puis notez sa réponse.`)
  if (found.answer === 'NO') throw conflict('Ce référent a répondu non pour cette date. Notez d’abord sa nouvelle réponse.')
  return found
}
