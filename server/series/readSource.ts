import type { Writer } from '../db/transact.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { parisInstant } from '../imports/calendar/parisTime.ts'
import type { Author } from '../reading/change.ts'
import { begin, rows } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { dayAfter } from '../daysOff/daysOff.ts'
import { CopyPart, type CopyInput } from './series.inputs.ts'

/** The event that is copied, with its hours on the clocks of Paris, and the campaign that its copies go to. */
export type Source = {
  id: string; departmentCode: string; title: string; capacity: number; referentsNeeded: number; venueId: string | null; place: string | null; leadAgencyId: string | null
  contactName: string | null; contactEmail: string | null; contactPhone: string | null; publicText: string | null; notes: string | null; noNeighbourhoodReason: string | null
  startHour: string; endHour: string
  /** Days between its first and its last. */
  nights: number
  from: string; campaignId: string; otherCampaign: boolean; state: string; startsOn: string; endsOn: string
}

/** Reads it, where the viewer may read the event. Throws NOT_FOUND, or what is wrong with the campaign. */
export async function readSource(db: Writer, author: Author, id: string, campaignId?: string | null): Promise<Source> {
  const asking = begin(author.nouns, author.viewer, author.now)
  const [event] = await db.$queryRaw<Source[]>(rows(asking, 'Event', 'read', ({ at }) => ({
    select: sql`${at}."id", ${at}."departmentCode", ${at}."title", ${at}."capacity", ${at}."referentsNeeded", ${at}."venueId", ${at}."leadAgencyId", ${at}."contactName", ${at}."contactEmail",
      ${at}."contactPhone", ${at}."publicText", ${at}."notes", ${at}."noNeighbourhoodReason",
      (SELECT c."name" FROM "Venue" v JOIN "City" c ON c."id" = v."cityId" WHERE v."id" = ${at}."venueId") AS place,
      to_char(${at}."startsAt" AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS "startHour", to_char(${at}."endsAt" AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS "endHour",
      (${at}."endsAt" AT TIME ZONE 'Europe/Paris')::date - (${at}."startsAt" AT TIME ZONE 'Europe/Paris')::date AS nights,
      to_char(${at}."startsAt" AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS "from",
      coalesce(${campaignId ?? null}::uuid, ${at}."campaignId") AS "campaignId", ${campaignId ?? null}::uuid IS DISTINCT FROM NULL AND ${campaignId ?? null}::uuid <> ${at}."campaignId" AS "otherCampaign"`,
    where: [sql`${at}."id" = ${id}::uuid`],
  })))
  if (!event) throw notFound()
  const [campaign] = await db.$queryRaw<Pick<Source, 'state' | 'startsOn' | 'endsOn'>[]>(rows(asking, 'Campaign', 'read', ({ at }) => ({
    select: sql`${at}."state"::text, to_char(${at}."startsOn", 'YYYY-MM-DD') AS "startsOn", to_char(${at}."endsOn", 'YYYY-MM-DD') AS "endsOn"`,
    where: [sql`${at}."id" = ${event.campaignId}::uuid`],
  })))
  if (!campaign) throw invalid({ campaignId: 'Cette campagne n’existe pas.' })
  return { ...event, ...campaign }
}

/** Refuses a campaign in which no event is created. */
export function demandOpen({ state, otherCampaign }: Source): void {
  if (state === 'OPEN') return
  if (otherCampaign) throw invalid({ campaignId: 'Cette campagne n’est pas ouverte : choisissez-en une autre.' })
  throw conflict('La campagne de cette opération n’est pas ouverte : choisissez-en une autre pour la copie.')
}

export type Hours = { startHour: string; endHour: string; nights: number }

/** The hours of the copies: the event's, or those given. Throws what is missing. */
export function hoursOf(source: Source, { what, startHour, endHour }: CopyInput): Hours {
  if (what.includes(CopyPart.HOURS)) return source
  const missing = { ...(startHour ? {} : { startHour: 'Indiquez l’heure de début.' }), ...(endHour ? {} : { endHour: 'Indiquez l’heure de fin.' }) }
  if (Object.keys(missing).length > 0) throw invalid(missing)
  if (endHour! <= startHour!) throw invalid({ endHour: 'La fin doit venir après le début.' })
  return { startHour: startHour!, endHour: endHour!, nights: 0 }
}

/** The instants at which the clocks of Paris show these hours on that day. */
export const instantsOf = (on: string, { startHour, endHour, nights }: Hours) => ({ startsAt: at(on, startHour), endsAt: at(dayAfter(on, nights), endHour) })

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** Whether one of these hours is among those that the clocks of Paris skip in spring, on that day. */
export function isSkipped(on: string, hours: Hours): boolean {
  const { startsAt, endsAt } = instantsOf(on, hours)
  return clock.format(startsAt) !== hours.startHour || clock.format(endsAt) !== hours.endHour
}

function at(on: string, hour: string): Date {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const [hours, minutes] = hour.split(':').map(Number) as [number, number]
  return parisInstant({ year, month, day }, { hour: hours, minute: minutes })
}
