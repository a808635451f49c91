import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type Dated = {
  id: string; slug: string; title: string; startsAt: string; endsAt: string; state: string; sequence: number
  /** Whether the reader is expected there: else the date is only pencilled in. */
  firm?: boolean
  venue: { name: string; address: string; postalCode: string; city: { name: string } | null } | null
}

/** A calendar file; instants are in UTC, which every calendar shows in its own time. The same event keeps its UID, and a moved one a higher SEQUENCE: calendars then take the change. */
export function calendarOf(name: string, events: Dated[], { publicUrl, now }: { publicUrl: string; now: Date }): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'apprentissage-coaching', product: 'calendrier', language: 'FR' } })
  for (const { id, slug, title, startsAt, endsAt, state, sequence, venue, firm = true } of events)
    calendar.createEvent({
      id: `${id}@${new URL(publicUrl).hostname}`, sequence, summary: title, start: new Date(startsAt), end: new Date(endsAt), stamp: now,
      url: `${publicUrl}/operations/${slug}`, status: state === 'CANCELLED' ? ICalEventStatus.CANCELLED : state === 'POSTPONED' || !firm ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      ...(venue ? { location: `${venue.name}, ${venue.address}, ${venue.postalCode} ${venue.city?.name ?? ''}`.trim() } : {}),
    })
  return calendar.toString()
}
