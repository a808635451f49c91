import type { CancellationReason, EventState } from '../../server/db/generated/enums.ts'
import { slugOf } from '../../server/events/slug.ts'
import { planOf, type Plan } from './plan.ts'
import type { Place } from './places.ts'
import { daysFrom, halfDay, workingDay } from './workingDay.ts'

type Given = {
  now: Date; id: () => string; campaignId: string; departmentCode: string; n: number; places: Place[]
  venues: { id: string }[]; leadAgencyId: string
}
export type Event = {
  id: string; campaignId: string; departmentCode: string; title: string; venueId: string | null; startsAt: Date; endsAt: Date; capacity: number
  referentsNeeded: number; leadAgencyId: string; contactName: string | null; contactEmail: string | null; contactPhone: string | null
  publicText: string; notes: string | null; state: EventState; slug: string; publishedAt: Date | null; cancelledAt: Date | null
  cancellationReason: CancellationReason | null; sequence: number; createdAt: Date; updatedAt: Date; version: number
}
/** When each thing happened to an event; what did not happen is not there. */
export type Times = { create: Date; submit?: Date; publish?: Date; invite?: Date; assign?: Date; postpone?: Date; cancel?: Date; hold?: Date; close?: Date }
export type Planned = { event: Event; plan: Plan; times: Times; neighbourhoods: string[] }

const trades = ['', ' : métiers du bâtiment', ' : restauration et hôtellerie', ' : métiers du numérique', ' : sanitaire et social', ' : commerce et logistique']
const at = (city: string) => (city.startsWith('Les ') ? `aux ${city.slice(4)}` : city.startsWith('Le ') ? `au ${city.slice(3)}` : `à ${city}`)
const last = (dates: (Date | undefined)[]) => new Date(Math.max(...dates.filter((each) => each !== undefined).map((each) => each.getTime())))

/** The events of a department with what happened to each. */
export const eventsOf = (given: Given): Planned[] =>
  planOf(given.departmentCode, given.n).map((plan, k) => {
    const { now, id: nextId, campaignId, departmentCode, n, places, venues, leadAgencyId } = given
    const { city, neighbourhoods } = places[(k % venues.length) % places.length]!
    const id = nextId()
    const hours = halfDay(workingDay(now, plan.day), plan.half)
    const times = timesOf(plan, hours, now)
    const steps = Object.keys(times).filter((step) => !['create', 'invite', 'assign'].includes(step)).length
    const hasContact = plan.lacks !== 'contact'
    return {
      plan, times,
      neighbourhoods: plan.lacks === 'neighbourhood' ? [] : neighbourhoods.slice(0, 1 + (k % 2)),
      event: {
        id, campaignId, departmentCode, ...hours, leadAgencyId, title: `Apprentissage-coaching ${at(city.name)}${trades[(n + k) % trades.length]}`,
        venueId: plan.lacks === 'venue' ? null : venues[k % venues.length]!.id, capacity: 30 + 10 * ((n + k) % 4),
        referentsNeeded: plan.lacks === 'referents' ? 0 : 4 + (n % 3),
        contactName: hasContact ? 'Dominique Exemple-Accueil' : null, contactEmail: hasContact ? `accueil${departmentCode}@example.org` : null,
        contactPhone: hasContact ? `+3319900${departmentCode}00` : null,
        publicText:
          'Vous avez entre 16 et 29 ans et vous cherchez un apprentissage ? Rencontrez des employeurs et des centres de formation, ' +
          'préparez vos entretiens avec une référente ou un référent, et repartez avec un rendez-vous. Entrée libre, sans inscription. Opération de démonstration.',
        notes: k % 3 === 0 ? 'Prévoir des tables pour les entretiens et un accueil dès 9 h.' : null,
        state: plan.state, slug: slugOf(city.name, id), publishedAt: times.publish ?? null, cancelledAt: times.cancel ?? null,
        cancellationReason: times.cancel ? 'TOO_FEW_PARTICIPANTS' : null,
        createdAt: times.create, updatedAt: last(Object.values(times)), sequence: steps, version: 1 + steps,
      },
    }
  })

function timesOf({ state, recent }: Plan, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): Times {
  if (state === 'DRAFT') return { create: daysFrom(now, -3) }
  if (state === 'SUBMITTED') return { create: daysFrom(now, -5), submit: daysFrom(now, -1) }
  if (recent) return { create: daysFrom(now, -6), submit: daysFrom(now, -4), publish: daysFrom(now, -2), invite: daysFrom(now, -1) }
  const base = startsAt < now ? startsAt : now
  const times: Times = { create: daysFrom(base, -20), submit: daysFrom(base, -17), publish: daysFrom(base, -15), invite: daysFrom(base, -14), assign: daysFrom(base, -9) }
  if (state === 'POSTPONED') times.postpone = daysFrom(now, -1)
  if (state === 'CANCELLED') times.cancel = daysFrom(now, -2)
  if (state === 'HELD' || state === 'CLOSED') times.hold = new Date(endsAt.getTime() + 3_600_000)
  if (state === 'CLOSED') times.close = daysFrom(endsAt, 3)
  return times
}
