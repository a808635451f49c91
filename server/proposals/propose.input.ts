/** What a proposal is made from: plain data, so that the same answers give the same proposal whenever and wherever it is made. */
export type ProposalInput = { events: EventToFill[]; people: Person[]; answers: Answer[] }

/** In degrees (WGS 84). */
export type Place = { latitude: number; longitude: number }

/** From an instant to another, in milliseconds since 1970; the end is not part of it. */
export type Span = { startsAt: number; endsAt: number }

/** Time spent somewhere; null: it is not known where. */
export type Stay = Span & { place: Place | null }

export type EventToFill = Stay & {
  id: string
  /** Places of referents that nobody holds. */
  places: number
  /** Languages wanted that nobody confirmed there speaks. */
  languages: string[]
}

export type Person = {
  id: string
  /** Where the home city is; null: not said. */
  home: Place | null
  /** How far from home, in kilometres; null: no limit said. */
  maxDistanceKm: number | null
  /** How many days of the campaign, confirmed ones included; null: no limit said. */
  maxDays: number | null
  languages: string[]
  /** Where the person is confirmed, in any department; `counts`: in the campaign, towards the load and the days. */
  taken: (Stay & { counts: boolean })[]
  /** When the person cannot come. */
  unavailable: Span[]
}

/** Whoever may come to an event, and is not confirmed there. */
export type Answer = {
  eventId: string
  personId: string
  answer: 'YES' | 'IF_NEEDED'
  /** Why the person is not proposed all the same; null: nothing known. */
  bar: Bar | null
}

/** INACTIVE: no longer a referent of the department; ENDED: had a place there already, given up or pending; REFUSED: put aside in an earlier proposal. */
export type Bar = 'INACTIVE' | 'ENDED' | 'REFUSED'

/** Why somebody who may come is not proposed, the first that holds. */
export type Obstacle = Bar | 'UNAVAILABLE' | 'DISTANCE' | 'TAKEN' | 'TRAVEL' | 'MAX_DAYS'

/** One person for one place. */
export type Line = { eventId: string; personId: string; answer: 'YES' | 'IF_NEEDED'; distanceKm: number | null; load: number }

/** Places of an event that stay open, and how many people each obstacle keeps away. */
export type Gap = { eventId: string; missing: number; obstacles: { obstacle: Obstacle; people: number }[]; languages: string[] }

export type ProposalResult = { lines: Line[]; gaps: Gap[] }
