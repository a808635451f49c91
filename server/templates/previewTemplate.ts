import type { Context } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { placeOf } from '../events/placeOf.ts'
import { enqueueMessage } from '../jobs/enqueue.ts'
import { htmlOf } from '../mail/layout.ts'
import type { Kind } from '../messages/kinds.ts'
import type { EventFacts, Facts } from '../messages/variables.ts'
import { refuseUnsound, writtenText, type Text } from '../messages/writtenText.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

type Given = { kind: Kind; text: Text; referentId?: string | null }
type Person = { firstName: string; lastName: string }

const DAY = 86_400_000
const SAMPLE: Person = { firstName: 'Camille', lastName: 'Exemple' }
/** What a secret address looks like; this one leads nowhere. */
const UNREAL = 'exemple'

/** A text as it would be received, by the code that sends it. Throws as `refuseUnsound`, and NOT_FOUND for a referent out of reach. */
export async function previewTemplate(context: Context, { kind, text, referentId }: Given): Promise<{ subject: string; text: string; html: string }> {
  refuseUnsound(kind, text)
  const { publicUrl } = context.settings
  const { person, events } = referentId ? await known(context, referentId) : { person: SAMPLE, events: [] }
  const facts: Facts = { events: events.length > 0 ? events : sample(context.now), until: new Date(context.now.getTime() + 3 * DAY) }
  const written = writtenText(text, person, facts)
  const [link, stop] = [`${publicUrl}/r/${UNREAL}`, `${publicUrl}/sollicitations/${UNREAL}`]
  const said = written.body.replaceAll('[lien]', link).replaceAll('[arrêt]', stop)
  return { subject: written.subject, text: said, html: htmlOf(said, [link, stop]) }
}

/** Sends the preview to whoever looks at it. The same id again sends nothing more. */
export async function testTemplate(context: Context, { id, ...given }: Given & { id: string }): Promise<void> {
  const { db, viewer, now } = context
  const { subject, text } = await previewTemplate(context, given)
  await db.$transaction(async (tx) => {
    const before = await tx.message.findUnique({ where: { id }, select: { accountId: true } })
    if (before?.accountId === viewer.account) return
    if (before) throw conflict('Cet identifiant est déjà pris.')
    const { email } = await tx.account.findUniqueOrThrow({ where: { id: viewer.account! }, select: { email: true } })
    await tx.message.create({ data: { id, template: 'templateTest', templateVersion: 0, departmentCode: viewer.department?.[0] ?? null, accountId: viewer.account!, address: email, subject: `Essai\u00a0: ${subject}`.slice(0, 200), body: text, createdAt: now } })
    await enqueueMessage(tx, id)
    await record(tx, { nouns, viewer, now }, 'MessageTemplate', 'test', { id, departmentCode: viewer.department?.[0] ?? null, changes: { kind: [null, given.kind] } })
  })
}

/** A referent in reach, and the dates to come that he was asked about. */
async function known({ db, viewer, now }: Context, id: string): Promise<{ person: Person; events: EventFacts[] }> {
  const asking = begin(nouns, viewer, now)
  const [person] = await db.$queryRaw<Person[]>(rows(asking, 'Referent', 'read', ({ at }) => ({ select: sql`${at}."firstName", ${at}."lastName"`, where: [sql`${at}."id" = ${id}::uuid`] })))
  if (!person) throw notFound()
  const events = await db.$queryRaw<(Omit<EventFacts, 'place'> & { place: string | null })[]>(rows(asking, 'Event', 'read', ({ at }) => ({
    select: sql`${at}."title", ${at}."startsAt", ${at}."endsAt", ${placeOf(at)} AS place`, order: sql`${at}."startsAt"`, most: 3,
    where: [sql`${at}."state" = 'PUBLISHED' AND ${at}."startsAt" > ${now}`, sql`EXISTS (SELECT FROM "Availability" a WHERE a."eventId" = ${at}."id" AND a."referentId" = ${id}::uuid)`],
  })))
  return { person, events: events.map(({ place, ...event }) => ({ ...event, place: place ?? '' })) }
}

/** Two mornings in about ten days. */
function sample(now: Date): EventFacts[] {
  const first = new Date(Math.floor(now.getTime() / DAY + 10) * DAY + 8 * 3_600_000)
  return [
    { title: 'Rencontre avec les métiers du bâtiment', startsAt: first, endsAt: new Date(first.getTime() + 3 * 3_600_000), place: 'Salle des fêtes, Bondy' },
    { title: 'Atelier d’apprentissage', startsAt: new Date(first.getTime() + 7 * DAY), endsAt: new Date(first.getTime() + 7 * DAY + 2 * 3_600_000), place: 'Maison des associations, Montreuil' },
  ]
}
