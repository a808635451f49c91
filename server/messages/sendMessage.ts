import type { Db } from '../db/client.ts'
import { isDead } from '../delivery/status.ts'
import { markDead } from '../delivery/markDead.ts'
import { enqueueMessage } from '../jobs/enqueue.ts'
import { TryAgain, type Helpers } from '../jobs/worker.ts'
import { createLink } from '../links/createLink.ts'
import { htmlOf } from '../mail/layout.ts'
import { Refused, Uncertain } from '../mail/transport.ts'
import { sql } from '../reading/sql.ts'
import { sentences, unreachable, type Unreachable } from '../referents/reachable.ts'
import { groupWaiting } from './groupWaiting.ts'
import { kindOf } from './kinds.ts'
import { messageIdOf } from './messageId.ts'
import { leavesAt } from './quietHours.ts'

const paths = { password: 'm', digest: 'recapitulatif' } as Record<string, string>
/** Longer than the mail server is waited for: whoever was sending is gone. */
export const GONE_MS = 5 * 60_000
/** The database, whose clock wakes the job, may be ahead of this server's by so much. */
const CLOCKS_DIFFER_MS = 60_000

type Message = NonNullable<Awaited<ReturnType<Db['message']['findUnique']>>>

/**
 * The job that sends a message once. It says SENDING before the mail server hears of it: a message found so by a later run may
 * have left, and becomes UNCERTAIN for a person to decide. Without mail server, the message is kept. A mail to a referent first
 * asks whether he may be written to, waits for the hours at which mails leave, and takes along what waits for the same person.
 */
export async function sendMessage({ id }: { id: string }, helpers: Helpers): Promise<void> {
  const { db, now, mail, settings } = helpers
  const message = await db.message.findUnique({ where: { id } })
  if (message?.state === 'SENDING') await giveUpSending(db, now(), id)
  if (message?.state !== 'QUEUED') return
  if (message.referentId && (await withheld(db, message))) return
  if (message.referentId && mail) {
    const leaves = leavesAt({ ...message, waits: kindOf(message.kind)?.waits ?? false }, now(), settings.quietHours)
    const wait = leaves.getTime() - now().getTime()
    if (wait > CLOCKS_DIFFER_MS) return putOff(db, id, leaves, wait)
    if (await groupWaiting(db, message, now())) return
  }
  const { count } = await db.message.updateMany({ where: { id, state: 'QUEUED' }, data: { state: 'SENDING', sendingAt: now(), waitsUntil: null } })
  if (count > 0) await hand(message, helpers)
}

/** What was being sent when its server died may have left or not: a person decides. One that is being sent is left alone. */
export const giveUpSending = (db: Db, at: Date, id?: string) => db.message.updateMany({
  where: { ...(id ? { id } : {}), state: 'SENDING', OR: [{ sendingAt: null }, { sendingAt: { lte: new Date(at.getTime() - GONE_MS) } }] }, data: { state: 'UNCERTAIN' },
})

async function withheld(db: Db, { id, referentId, essential }: Message): Promise<boolean> {
  const [person] = await db.$queryRaw<{ why: Unreachable | null }[]>(sql`SELECT ${unreachable(sql`r`)} AS why FROM "Referent" r WHERE r."id" = ${referentId}::uuid`)
  const why = person?.why ?? null
  if (why === null || (why === 'STOPPED' && essential)) return false
  await db.message.updateMany({ where: { id, state: 'QUEUED' }, data: { state: 'WITHHELD', error: `Ce référent ${sentences[why]}.` } })
  return true
}

const putOff = (db: Db, id: string, waitsUntil: Date, wait: number) => db.$transaction(async (tx) => {
  const { count } = await tx.message.updateMany({ where: { id, state: 'QUEUED' }, data: { waitsUntil } })
  if (count > 0) await enqueueMessage(tx, id, wait)
})

async function hand(message: Message, { db, now, mail, settings, last }: Helpers): Promise<void> {
  const { id, template, body, address, subject, referentId, accountId } = message
  const secretFor = (mark: string, subject: Parameters<typeof createLink>[1]) => ((mail || settings.demonstration) && body.includes(mark) ? createLink(db, subject, now()) : null)
  // Without mail server nobody receives the link; only a demonstration shows it in the console.
  const secret = await secretFor('[lien]', referentId ? { referentId } : { accountId: accountId!, digest: template === 'digest' })
  const link = secret && `${settings.publicUrl}/${referentId ? 'r' : paths[template]}/${secret}`
  if (!mail) {
    await db.message.update({ where: { id }, data: { state: 'KEPT', link } })
    return
  }
  const stop = referentId && (await secretFor('[arrêt]', { referentId, stop: true }))
  const unsubscribe = stop ? `${settings.publicUrl}/sollicitations/${stop}` : template === 'digest' ? link : null
  const text = body.replaceAll('[lien]', link ?? '[lien]').replaceAll('[arrêt]', unsubscribe ?? '[arrêt]')
  const shown = text.split(/\s+/).filter((word) => word.startsWith(`${settings.publicUrl}/`))
  const bounces = settings.bounceAddress?.replace('@', `+${id}.${message.edition}@`) ?? null
  try {
    await mail.send({ to: address, subject, text, html: htmlOf(text, shown), unsubscribe, returnPath: bounces, messageId: messageIdOf(message, settings) })
  } catch (failure) {
    // What servers answer often repeats the address, which the message already has.
    const error = String((failure as Error).message).replaceAll(address, '…').slice(0, 300)
    if (failure instanceof Uncertain) return void (await db.message.update({ where: { id }, data: { state: 'UNCERTAIN', error } }))
    const lasting = last || (failure instanceof Refused && failure.lasting)
    await db.message.update({ where: { id }, data: { state: lasting ? 'FAILED' : 'QUEUED', error } })
    if (!lasting) throw new TryAgain(`Message ${id} was not taken`)
    if (referentId && failure instanceof Refused && failure.lasting && isDead(failure.status)) await markDead(db, { referentId, address }, now())
    return
  }
  // A report may already have said more.
  await db.message.updateMany({ where: { id, state: { in: ['SENDING', 'UNCERTAIN'] } }, data: { state: 'SENT', sentAt: now(), error: null } })
}
