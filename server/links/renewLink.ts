import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { hashOf } from './secret.ts'

/** Mails a new link to the referent of an old one, about the dates still open; nothing when the link never was one. */
export async function renewLink(db: Db, { secret, now }: { secret: string; now: Date }): Promise<void> {
  const link = await db.accessLink.findUnique({ where: { tokenHash: hashOf(secret) }, select: { referentId: true, referent: { select: { active: true } } } })
  if (!link?.referentId || !link.referent?.active) return
  const referentId = link.referentId
  const events = await db.event.findMany({
    where: { state: 'PUBLISHED', startsAt: { gt: now }, availabilities: { some: { referentId } } }, orderBy: { startsAt: 'asc' },
    select: { title: true, startsAt: true, endsAt: true, departmentCode: true, venue: { select: { name: true, city: { select: { name: true } } } } },
  })
  if (events.length === 0) return
  await db.$transaction((tx) => queueMessage(tx, {
    id: v7(), template: 'invitation', referentId, essential: true, departmentCode: events[0]!.departmentCode, now,
    variables: { events: events.map(({ title, startsAt, endsAt, venue }) => ({ title, startsAt, endsAt, place: venue ? `${venue.name}, ${venue.city.name}` : '' })) },
  }))
}
