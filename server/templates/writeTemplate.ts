import type { Context } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { kindOf, type Kind } from '../messages/kinds.ts'
import { refuseUnsound, type Text } from '../messages/writtenText.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import { sql } from '../reading/sql.ts'

type Given = { id: string; kind: Kind; departmentCode: string | null; version: number }

/**
 * Writes the next version of a text; null goes back to the text that stood before any. The same id again does nothing more.
 * Throws CONFLICT, with the text as it is, when `version` is no longer the last; BAD_USER_INPUT for a text that cannot be filled in.
 */
export async function writeTemplate({ db, viewer, now }: Context, { id, kind, departmentCode, version }: Given, text: Text | null): Promise<void> {
  const author = { nouns, viewer, now }
  if (text) refuseUnsound(kind, text)
  await db.$transaction(async (tx) => {
    // The first version has no row to lock: two who write at once take turns all the same.
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext(${`MessageTemplate ${kind} ${departmentCode ?? ''}`}))`)
    if (await tx.messageTemplate.findUnique({ where: { id }, select: { id: true } })) return demand(tx, author, 'MessageTemplate', 'read', id)
    const last = await tx.messageTemplate.findFirst({ where: { kind, departmentCode }, orderBy: { version: 'desc' }, select: { version: true, subject: true, body: true } })
    await tx.messageTemplate.create({
      data: { id, kind, departmentCode, version: (last?.version ?? 0) + 1, subject: text ? text.subject.trim() : null, body: text ? text.body.trim() : null, authorId: viewer.account!, createdAt: now },
    })
    await demand(tx, author, 'MessageTemplate', 'create', id)
    if ((last?.version ?? 0) !== version) throw conflict('Quelqu’un a modifié ce texte pendant votre saisie. Comparez, puis enregistrez de nouveau.', { current: { ...(last ?? { version: 0 }) } })
    await record(tx, author, 'MessageTemplate', 'create', { id, departmentCode, changes: { kind: [null, kind], version: [version || null, version + 1] } })
  })
}

/** Writes an earlier version anew, as the last. Errors: as above, and NOT_FOUND. */
export async function restoreTemplate(context: Context, { id, from, version }: { id: string; from: string; version: number }): Promise<void> {
  const { db, viewer, now } = context
  await db.$transaction((tx) => demand(tx, { nouns, viewer, now }, 'MessageTemplate', 'create', from))
  const { kind, departmentCode, subject, body } = await db.messageTemplate.findUniqueOrThrow({ where: { id: from } })
  if (!kindOf(kind)) throw notFound()
  await writeTemplate(context, { id, kind: kind as Kind, departmentCode, version }, subject !== null && body !== null ? { subject, body } : null)
}
