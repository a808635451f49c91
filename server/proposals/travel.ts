import type { Place, Span, Stay } from './propose.input.ts'
import { parisDay } from '../parisDay.ts'

/**
 * How long it takes from one event to the next of the same day: a straight line at 20 km/h and half an hour besides.
 * Assumption, for public transport from door to door in Île-de-France: 10 km then take an hour, 30 km two.
 */
export const SPEED_KMH = 20
export const MARGIN_MINUTES = 30
/** Assumed between two places when the position of one is not known. */
export const UNKNOWN_KM = 20

const EARTH_RADIUS_KM = 6_371
const MINUTE_MS = 60_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** In a straight line, in kilometres. */
export function distanceKm(from: Place, to: Place): number {
  const [north, east] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)]
  const chord = Math.sin(north / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** In minutes; none within one place. */
export function travelMinutes(from: Place | null, to: Place | null): number {
  const km = from && to ? distanceKm(from, to) : UNKNOWN_KM
  return km === 0 ? 0 : MARGIN_MINUTES + (km / SPEED_KMH) * 60
}


/** The calendar day in Paris, as `2026-10-15`. */
export const dayOf = (instant: number) => parisDay(instant)

const DAY_MS = 86_400_000
/** Each calendar day of Paris that it touches; what ends at midnight does not touch the day that begins. */
export function daysOf({ startsAt, endsAt }: Span): string[] {
  const days = [dayOf(startsAt)]
  for (let at = startsAt; at < endsAt; at += DAY_MS / 2) days.push(dayOf(at))
  return [...new Set([...days, dayOf(Math.max(startsAt, endsAt - 1))])]
}

export const overlap = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt

/** What keeps one person from both: they overlap, or one cannot be reached from the other in time on the same day. */
export function clash(one: Stay, other: Stay): 'TAKEN' | 'TRAVEL' | null {
  if (overlap(one, other)) return 'TAKEN'
  const [first, second] = one.startsAt < other.startsAt ? [one, other] : [other, one]
  const pause = second.startsAt - first.endsAt
  if (pause >= DAY_MS || dayOf(first.endsAt - 1) !== dayOf(second.startsAt)) return null
  return pause < travelMinutes(first.place, second.place) * MINUTE_MS ? 'TRAVEL' : null
}
