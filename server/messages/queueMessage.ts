import { notFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { header } from '../mail/layout.ts'
import type { Db } from '../db/client.ts'
import type { Writer } from '../db/transact.ts'
import { digest, type Digest } from './templates/digest.ts'
import { eventNews, type EventNews } from './templates/eventNews.ts'
import { eventNote, type EventNote } from './templates/eventNote.ts'
import { invitation, type Invitation } from './templates/invitation.ts'
import { mention, type Mention } from './templates/mention.ts'
import { password, type Password } from './templates/password.ts'

/** Increases when a template changes, so that a stored message says which text it was. */
const VERSION = 1

type Transaction = Writer & Pick<Db, 'message' | 'referent' | 'account'>
type ToReferent = { referentId: string } & ({ template: 'invitation'; variables: Invitation } | { template: 'eventNews'; variables: EventNews } | { template: 'eventNote'; variables: EventNote })
type ToAccount = { accountId: string } & ({ template: 'password'; variables: Password } | { template: 'digest'; variables: Digest } | { template: 'mention'; variables: Mention })
type Given = { id: string; departmentCode?: string | null; now: Date } & (ToReferent | ToAccount)

/**
 * Writes a mail and the job that sends it, in the transaction that causes it. « [lien] » stands where the secret address
 * goes, which the job makes while it sends.
 */
export async function queueMessage(tx: Transaction, given: Given): Promise<void> {
  const { id, departmentCode = null, now, template } = given
  const { address, subject, body } = 'accountId' in given ? await toAccount(tx, given) : await toReferent(tx, given)
  await tx.message.create({
    data: {
      id, template, templateVersion: VERSION, departmentCode, address, subject: header(subject), body, createdAt: now,
      ...('accountId' in given ? { accountId: given.accountId } : { referentId: given.referentId }),
    },
  })
  await enqueue(tx, 'sendMessage', { id })
}

async function toReferent(tx: Transaction, given: ToReferent) {
  const person = await tx.referent.findUnique({ where: { id: given.referentId }, select: { firstName: true, email: true } })
  if (!person) throw notFound()
  return {
    address: person.email,
    ...(given.template === 'invitation' ? invitation(person, given.variables) : given.template === 'eventNews' ? eventNews(person, given.variables) : eventNote(person, given.variables)),
  }
}

async function toAccount(tx: Transaction, given: ToAccount) {
  const person = await tx.account.findUnique({ where: { id: given.accountId }, select: { name: true, email: true } })
  if (!person) throw notFound()
  return { address: person.email, ...(given.template === 'password' ? password(person, given.variables) : given.template === 'digest' ? digest(person, given.variables) : mention(person, given.variables)) }
}
