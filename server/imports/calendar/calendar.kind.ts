import { writeEvent } from '../../events/updateEvent.ts'
import { grantOf } from '../../access/policy.ts'
import type { Author } from '../../reading/change.ts'
import type { Kind, Tx } from '../kind.ts'
import { calendar, type Column } from './columns.ts'
import { compareEvent } from './compareEvent.ts'
import { createEvents } from './createEvents.ts'
import { exampleCalendar } from './exampleCalendar.ts'
import { heldEvents, type HeldEvent } from './heldEvents.ts'
import { readEvent, type CalendarEvent } from './readEvent.ts'
import { removeEvents } from './removeEvents.ts'

/** A calendar becomes drafts of the departments, in a campaign. */
export const calendarKind: Kind<CalendarEvent, HeldEvent> = {
  ...calendar,
  resource: 'Event',
  as: 'event',
  campaign: true,
  people: false,
  read: readEvent,
  keyOf: ({ importKey }) => importKey,
  ofNoTotal: ['number', 'day'] satisfies Column[],
  total: 'Cette ligne est un total, pas une opération.',
  repeated: { code: 'DUPLICATE_ROW', sentence: (first) => `Cette ligne répète la ligne ${first} : même lieu, même quartier, mêmes horaires. Elle ne sera pas reprise.` },
  says: {
    ...calendar.says,
    outside: 'Cette opération est d’un autre département : seule sa préfecture ou la région peut la reprendre.',
    unchanged: 'La campagne contient déjà cette opération, et cette ligne n’y change rien.',
    shut: 'La campagne contient déjà cette opération. Elle ne se modifie plus par un import : voyez avec sa préfecture.',
    hidden: 'La campagne contient déjà cette opération.',
    changedSince: 'L’opération a changé depuis l’examen de cette ligne : elle n’a pas été reprise. Regardez-la de nouveau.',
    taken: 'Cette ligne est déjà reprise : modifiez l’opération.',
  },
  example: { name: 'exemple-calendrier.csv', lines: exampleCalendar },
  held: heldEvents,
  compare: compareEvent,
  doubts: ({ state }) => state === 'DRAFT' ? [] : [{ code: 'NOT_A_DRAFT', column: null, sentence: 'L’opération n’est plus un brouillon : ce changement prend effet aussitôt, et les référents d’une opération publiée sont prévenus.' }],
  create: createEvents,
  update: write,
  restore: (tx, author, row, { startsAt, endsAt, ...rest }) => write(tx, author, row, { ...rest, ...(startsAt ? { startsAt: new Date(startsAt as string) } : {}), ...(endsAt ? { endsAt: new Date(endsAt as string) } : {}) }),
  remove: removeEvents,
}

/** Whoever may change an event does; whoever may only make drafts changes those by that right. */
function write(tx: Tx, author: Author, { id, version }: { id: string; version: number }, set: Record<string, unknown>): Promise<void> {
  return writeEvent(tx, author, grantOf(author.viewer, 'Event', 'update') ? 'update' : 'import', { id, version, set })
}
