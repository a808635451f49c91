import type { Stored } from '../kind.ts'
import type { CalendarEvent } from './readEvent.ts'

export type StoredEvent = Stored<CalendarEvent>
