import { v5 } from 'uuid'
import type { Context } from '../context.ts'
import type { Writer } from '../db/transact.ts'
import { conflict, invalid } from '../errors.ts'
import { placeOf } from '../events/placeOf.ts'
import { nouns } from '../nouns.ts'
import { entry, hold, type Author } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'
import { reachableFor } from '../referents/reachable.ts'
import { Recipients } from './message.type.ts'
import { queueMessage } from './queueMessage.ts'
import { unknownVariables, variables } from './templates/eventNote.ts'

type Given = { eventId: string; id: string; subject: string; body: string; to: Recipients }
const HELD = sql`coalesce(s."state" IN ('CONFIRMED', 'PRESENT', 'TO_RECONFIRM'), FALSE)`
type Open = { id: string; departmentCode: string; title: string; startsAt: Date; endsAt: Date; place: string | null }

/**
 * Queues one mail to each active referent of an event among those meant. The same id again writes to nobody. Throws
 * NOT_FOUND or FORBIDDEN, CONFLICT when nobody may be written to, BAD_USER_INPUT for a text that cannot be filled in.
 */
export async function messageReferents({ db, viewer, now }: Context, { eventId, id, subject, body, to }: Given): Promise<void> {
  const author: Author = { nouns, viewer, now }
  refuseUnknown({ subject, body })
  await db.$transaction(async (tx) => {
    const event = await open(tx, author, eventId)
    const before = await tx.auditEntry.findUnique({ where: { id }, select: { resource: true, recordId: true, action: true } })
    if (before?.resource === 'Event' && before.recordId === eventId && before.action === 'message') return
    if (before) throw conflict('Cet identifiant est déjà pris.')
    const told = await tx.$queryRaw<{ referentId: string; holds: boolean }[]>(sql`SELECT a."referentId", ${HELD} AS holds FROM "Availability" a JOIN "Referent" r ON r."id" = a."referentId"
      LEFT JOIN "Assignment" s ON s."eventId" = a."eventId" AND s."referentId" = a."referentId"
      WHERE a."eventId" = ${eventId}::uuid AND (${to === Recipients.ASKED} OR s."state" IN ('CONFIRMED', 'PRESENT')) AND ${reachableFor(sql`r`, HELD)} ORDER BY a."referentId"`)
    if (told.length === 0) throw conflict(to === Recipients.ASKED ? 'Aucun des référents invités ne peut recevoir de courriel\u00a0: ils ne sont plus actifs, ne veulent plus être sollicités, ou leur adresse ne reçoit plus.' : 'Aucun référent n’est confirmé : écrivez à tous les invités, ou confirmez d’abord une place.')
    for (const { referentId, holds } of told)
      await queueMessage(tx, { id: v5(referentId, id), template: 'eventNote', referentId, departmentCode: event.departmentCode, now, essential: holds, variables: { ...event, place: event.place ?? '', subject, body } })
    await tx.$executeRaw(sql`WITH changed AS (SELECT ${eventId}::uuid AS "id", ${event.departmentCode}::text AS "departmentCode")
      ${entry(author, 'Event', 'message', undefined, sql`${JSON.stringify({ message: true, referents: [null, told.length] })}::jsonb`, { id: sql`${id}::uuid` })}`)
  }, { timeout: 30_000 })
}

function refuseUnknown(texts: Record<'subject' | 'body', string>): void {
  const known = variables.map((name) => `{${name}}`).join(', ')
  const fields = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, unknownVariables(text)] as const).filter(([, found]) => found.length > 0)
    .map(([field, found]) => [field, `${found.map((name) => `{${name}}`).join(', ')} : ce nom n’est pas connu. Vous pouvez écrire ${known}.`]))
  if (Object.keys(fields).length > 0) throw invalid(fields)
}

/** The event, locked so that the same message sent twice at once waits for itself, when its referents may be written to. */
const open = (tx: Writer, author: Author, eventId: string) => hold<Open>(tx, author, 'Event', 'message', eventId, ({ at }) =>
  sql`${at}."id", ${at}."departmentCode", ${at}."title", ${at}."startsAt", ${at}."endsAt", ${placeOf(at)} AS place`)
