import type { Event } from '../events/event.queries.ts'
import { choicesOf } from '../ui/choices.ts'
import { dayFrom, weeksAfter } from '../ui/paris.ts'
import type { Copy, Part, Rule } from './series.queries.ts'

export const rhythms = ['ONCE', 'WEEKLY', 'FORTNIGHTLY', 'CHOSEN'] as const
/** What a person chooses, as the screen holds it. */
export type SeriesForm = {
  what: Part[]; title: string; campaignId: string; startHour: string; endHour: string; capacity: string
  rhythm: (typeof rhythms)[number]; on: string; from: string; until: string; days: string[]; avoid: ('PUBLIC_HOLIDAY' | 'SCHOOL_HOLIDAY')[]
}

export const parts = choicesOf('CopyPart').map(({ id }) => id as Part)

/** All is copied at first, and the copy falls on the same weekday one week later. */
export function formOf({ title, campaignId, startsAt, referentsAsked }: Event): SeriesForm {
  const next = weeksAfter(dayFrom(startsAt), 1)
  return {
    what: parts.filter((part) => part !== 'REFERENTS' || Boolean(referentsAsked)), title, campaignId, startHour: '', endHour: '', capacity: '',
    rhythm: 'ONCE', on: next, from: next, until: weeksAfter(next, 5), days: [], avoid: [],
  }
}

export const copyOf = ({ what, title, campaignId, startHour, endHour, capacity }: SeriesForm): Copy => ({
  what, title, campaignId,
  ...(what.includes('HOURS') ? {} : { startHour: startHour || null, endHour: endHour || null }),
  ...(what.includes('CAPACITY') ? {} : { capacity: capacity ? Number(capacity) : null }),
})

export const ruleOf = ({ rhythm, on, from, until, days, avoid }: SeriesForm): Rule =>
  rhythm === 'ONCE' ? { days: on ? [on] : [] }
  : rhythm === 'CHOSEN' ? { days, avoid }
  : { from: from || null, until: until || null, everyWeeks: rhythm === 'WEEKLY' ? 1 : 2, avoid }
