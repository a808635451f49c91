import type { Helpers } from '../jobs/worker.ts'
import { createLink } from '../links/createLink.ts'
import { htmlOf } from '../mail/layout.ts'

const paths = { invitation: 'r', eventNews: 'r', eventNote: 'r', password: 'm', digest: 'recapitulatif' } as Record<string, string>

/**
 * The job that sends a message once. It says SENDING before the mail server hears of it: a message found so by a later
 * run may have left, and becomes UNCERTAIN for a person to decide. Without mail server, the message is kept.
 */
export async function sendMessage({ id }: { id: string }, { db, now, mail, settings, last }: Helpers): Promise<void> {
  const { count } = await db.message.updateMany({ where: { id, state: 'QUEUED' }, data: { state: 'SENDING' } })
  if (count === 0) {
    await db.message.updateMany({ where: { id, state: 'SENDING' }, data: { state: 'UNCERTAIN' } })
    return
  }
  const { template, body, address, subject, referentId, accountId } = await db.message.findUniqueOrThrow({ where: { id } })
  // Without mail server nobody receives the link; only a demonstration shows it in the console.
  const wanted = (mail || settings.demonstration) && body.includes('[lien]')
  const secret = wanted ? await createLink(db, referentId ? { referentId } : { accountId: accountId!, digest: template === 'digest' }, now()) : null
  const link = secret && `${settings.publicUrl}/${paths[template]}/${secret}`
  if (!mail) {
    await db.message.update({ where: { id }, data: { state: 'KEPT', link } })
    return
  }
  const text = link ? body.replaceAll('[lien]', link) : body
  const shown = text.split(/\s+/).filter((word) => word.startsWith(`${settings.publicUrl}/`))
  try {
    await mail.send({ to: address, subject, text, html: htmlOf(text, shown), unsubscribe: template === 'digest' ? link : null, messageId: `<${id}@${new URL(settings.publicUrl).hostname}>` })
  } catch (refusal) {
    // What servers answer often repeats the address, which the message already has.
    const error = String((refusal as Error).message).replaceAll(address, '…').slice(0, 300)
    await db.message.update({ where: { id }, data: { state: last ? 'FAILED' : 'QUEUED', error } })
    if (!last) throw new Error(`Message ${id} was refused; it will be tried again`)
    return
  }
  await db.message.update({ where: { id }, data: { state: 'SENT', sentAt: now(), error: null } })
}
