import type { ImportKind } from '../db/generated/enums.ts'
import { calendarKind } from './calendar/calendar.kind.ts'
import type { Kind } from './kind.ts'
import { referentsKind } from './referents/referents.kind.ts'

/** All that is imported from files. */
export const kinds: Record<ImportKind, Kind> = { EVENTS: calendarKind, REFERENTS: referentsKind }
