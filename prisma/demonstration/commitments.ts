import type { Answer, AnswerSource, AssignmentState } from '../../server/db/generated/enums.ts'
import type { Planned } from './events.ts'
import type { Referent } from './people.ts'

type Availability = {
  id: string; eventId: string; departmentCode: string; referentId: string; answer: Answer | null; source: AnswerSource | null; askedAt: Date; answeredAt: Date | null
}
type Assignment = { id: string; eventId: string; departmentCode: string; referentId: string; state: AssignmentState; startsAt: Date; endsAt: Date; createdAt: Date }
export type Commitments = { availabilities: Availability[]; assignments: Assignment[] }

const HOUR_MS = 3_600_000
const answers: (Answer | null)[] = ['YES', 'YES', 'YES', 'IF_NEEDED', 'YES', 'NO', 'YES', null, 'IF_NEEDED', 'YES', null, 'NO']

/** Who was asked about each event, what they answered, and who has a place: as the application would have let it happen. */
export function commitmentsOf(planned: Planned[], referents: Referent[], served: { referentId: string; departmentCode: string }[], id: () => string): Commitments {
  const people = new Map(referents.map((each) => [each.id, each]))
  const availabilities: Availability[] = []
  const assignments: Assignment[] = []
  for (const [e, one] of planned.entries()) {
    const inReach = served.filter(({ departmentCode }) => departmentCode === one.event.departmentCode).map(({ referentId }) => people.get(referentId)!)
    const asked = availabilitiesOf(one, e, inReach, id)
    availabilities.push(...asked)
    assignments.push(...assignmentsOf(one, asked, assignments, people, id))
  }
  return { availabilities, assignments }
}

function availabilitiesOf({ event, plan, times }: Planned, e: number, referents: Referent[], id: () => string): Availability[] {
  const { invite } = times
  if (!invite) return []
  const active = referents.filter(({ active }) => active)
  const asked = Array.from({ length: Math.min(9 + (e % 5), active.length) }, (_, i) => active[(e * 5 + i) % active.length]!)
  return asked.map(({ id: referentId }, i) => {
    const answer = plan.recent && i % 4 !== 0 ? null : answers[(i + e) % answers.length]!
    return {
      id: id(), eventId: event.id, departmentCode: event.departmentCode, referentId, answer, askedAt: invite,
      source: answer && ((i + e) % 6 === 5 ? 'STAFF' : 'LINK'), answeredAt: answer && new Date(invite.getTime() + (i + 1) * HOUR_MS),
    }
  })
}

/** The state of the places of an event, once it is what it is. */
const outcome: Record<string, AssignmentState> = { PUBLISHED: 'CONFIRMED', POSTPONED: 'TO_RECONFIRM', CANCELLED: 'RELEASED', HELD: 'PRESENT', CLOSED: 'PRESENT' }

function assignmentsOf({ event, plan, times }: Planned, asked: Availability[], before: Assignment[], people: Map<string, Referent>, id: () => string): Assignment[] {
  const { assign } = times
  if (!assign || plan.missing === undefined) return []
  const { id: eventId, departmentCode, startsAt, endsAt } = event
  const isFree = ({ referentId }: Availability) => {
    const own = before.filter((each) => each.referentId === referentId)
    return own.every((each) => each.endsAt <= startsAt || each.startsAt >= endsAt) && own.length < (people.get(referentId)!.maxDays ?? Infinity)
  }
  const place = ({ referentId }: Availability, state: AssignmentState) => ({ id: id(), eventId, departmentCode, referentId, state, startsAt, endsAt, createdAt: assign })
  const willing = (['YES', 'IF_NEEDED'] as const).flatMap((answer) => asked.filter((each) => each.answer === answer && isFree(each)))
  const places = willing.slice(0, event.referentsNeeded - plan.missing).map((each) => place(each, outcome[event.state]!))
  // The day after, one presence is still to be recorded; before, one place is offered to somebody who has not answered.
  const latest = places.at(-1)
  if (event.state === 'HELD' && plan.missing === 0 && latest) latest.state = 'CONFIRMED'
  const silent = asked.find((each) => each.answer === null && isFree(each))
  return event.state === 'PUBLISHED' && plan.missing > 0 && silent ? [...places, place(silent, 'OFFERED')] : places
}
