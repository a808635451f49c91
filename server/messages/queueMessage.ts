import { notFound } from '../errors.ts'
import { enqueueMessage } from '../jobs/enqueue.ts'
import { header } from '../mail/layout.ts'
import type { Db } from '../db/client.ts'
import type { Writer } from '../db/transact.ts'
import { sql } from '../reading/sql.ts'
import { kindOf, kinds, type Kind } from './kinds.ts'
import { NEAR_MS } from './quietHours.ts'
import { digest, type Digest } from './templates/digest.ts'
import { eventNote, type EventNote } from './templates/eventNote.ts'
import { mention, type Mention } from './templates/mention.ts'
import { password, type Password } from './templates/password.ts'
import type { EventFacts, Facts } from './variables.ts'
import { withFarewell, writtenText } from './writtenText.ts'
import { placesFreed, type PlacesFreed } from './templates/placesFreed.ts'

/** Increases when a text of origin changes, so that a stored message says which it was. */
export const VERSION = 2

/** What became of an event that a referent was asked about; `reconfirmBy`: until when a place waits to be confirmed again, where one does. */
export type EventNews = EventFacts & { kind: Exclude<Kind, 'INVITATION' | 'REMINDER'>; reconfirmBy?: Date | undefined }
/** Dates a referent is asked about; `again`: he was before, and has not answered. */
export type Invitation = { events: EventFacts[]; again?: boolean }

type Transaction = Writer & Pick<Db, 'message' | 'account'>
type ToReferent = {
  referentId: string
  /** Whether it goes even to who asked not to be solicited: it is about a place held, or was asked for. */
  essential?: boolean
} & ({ template: 'invitation'; variables: Invitation } | { template: 'eventNews'; variables: EventNews } | { template: 'eventNote'; variables: EventNote })
type ToAccount = { accountId: string } & ({ template: 'password'; variables: Password } | { template: 'digest'; variables: Digest } | { template: 'mention'; variables: Mention } | { template: 'placesFreed'; variables: PlacesFreed })
type Given = { id: string; departmentCode?: string | null; now: Date } & (ToReferent | ToAccount)
type Written = { address: string; subject: string; body: string; templateVersion: number; templateId?: string | null; kind?: Kind; urgentFrom?: Date | null; essential?: boolean }

/**
 * Writes a mail and the job that sends it, in the transaction that causes it. « [lien] » and « [arrêt] » stand where the secret
 * addresses go, which the job makes while it sends; the job also asks whether the referent may be written to.
 */
export async function queueMessage(tx: Transaction, given: Given): Promise<void> {
  const { id, departmentCode = null, now, template } = given
  const written = 'accountId' in given ? await toAccount(tx, given) : await toReferent(tx, given)
  await tx.message.create({
    data: {
      ...written, id, template, departmentCode, subject: header(written.subject), createdAt: now,
      ...('accountId' in given ? { accountId: given.accountId } : { referentId: given.referentId }),
    },
  })
  await enqueueMessage(tx, id)
}

type Person = { firstName: string; lastName: string; email: string | null; templateId: string | null; version: number | null; subject: string | null; body: string | null }

async function toReferent(tx: Writer, given: ToReferent & { departmentCode?: string | null }): Promise<Written> {
  const { kind, facts } = told(given)
  const [person] = await tx.$queryRaw<Person[]>(sql`SELECT r."firstName", r."lastName", r."email", t."id" AS "templateId", t."version", t."subject", t."body"
    FROM "Referent" r LEFT JOIN LATERAL (${textInUse(kind, given.departmentCode ?? null)}) t ON TRUE WHERE r."id" = ${given.referentId}::uuid`)
  // Nobody writes to whoever was erased.
  if (!person?.email) throw notFound()
  const to = { address: person.email ?? '', essential: given.essential ?? false }
  if (!kind) {
    const { subject, body } = eventNote(person, given.variables as EventNote)
    return { ...to, subject, body: withFarewell(body), templateVersion: VERSION }
  }
  const own = person.subject !== null && person.body !== null ? { subject: person.subject, body: person.body } : null
  return {
    ...to, kind, ...writtenText(own ?? kinds[kind], person, facts),
    ...(own ? { templateId: person.templateId, templateVersion: person.version! } : { templateVersion: VERSION }),
    urgentFrom: kindOf(kind)!.urgent ? new Date(facts.events[0]!.startsAt.getTime() - NEAR_MS) : null,
  }
}

/** Which text says it, and what it speaks of; a note has its own. */
function told(given: ToReferent): { kind: Kind | null; facts: Facts } {
  if (given.template === 'eventNote') return { kind: null, facts: { events: [given.variables] } }
  if (given.template === 'invitation') return { kind: given.variables.again ? 'REMINDER' : 'INVITATION', facts: given.variables }
  const { kind, reconfirmBy, ...event } = given.variables
  return { kind: kind === 'RESCHEDULED' && reconfirmBy ? 'TO_RECONFIRM' : kind, facts: { events: [event], until: reconfirmBy } }
}

/** The text that counts for a department: the last it wrote, else the last of the region; none, or one that gave way, leaves that of origin. */
export const textInUse = (kind: Kind | null, departmentCode: string | null) => sql`SELECT l."id", l."version", l."subject", l."body"
  FROM (SELECT DISTINCT ON (m."departmentCode") m.* FROM "MessageTemplate" m
    WHERE m."kind" = ${kind}::text AND (m."departmentCode" IS NULL OR m."departmentCode" = ${departmentCode}::text) ORDER BY m."departmentCode", m."version" DESC) l
  WHERE l."body" IS NOT NULL ORDER BY l."departmentCode" NULLS LAST LIMIT 1`

async function toAccount(tx: Transaction, given: ToAccount): Promise<Written> {
  const person = await tx.account.findUnique({ where: { id: given.accountId }, select: { name: true, email: true } })
  if (!person) throw notFound()
  return {
    address: person.email, templateVersion: VERSION,
    ...(given.template === 'password' ? password(person, given.variables) : given.template === 'digest' ? digest(person, given.variables) : given.template === 'placesFreed' ? placesFreed(person, given.variables) : mention(person, given.variables)),
  }
}
