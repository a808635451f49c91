import french from '@fullcalendar/core/locales/fr'
import dayGrid from '@fullcalendar/daygrid'
import interaction from '@fullcalendar/interaction'
import FullCalendar from '@fullcalendar/react'
import timeGrid from '@fullcalendar/timegrid'
import { Box } from '@mui/material'
import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { hour, instantOf, localOf } from '../ui/paris.ts'
import { movable } from './moves.ts'
import type { Drawn } from './EventCalendar.tsx'

/** The hours a week shows whatever happens in it. */
const [EARLIEST, LATEST] = [8, 20]
const clock = (hours: number) => `${String(hours).padStart(2, '0')}:00:00`

/**
 * The days of a month or a week. The grid knows no time zone by name: it is given the clocks of Paris as if they were
 * UTC, and what it answers is read back likewise, so that an event moved across a change of hour keeps its hour.
 */
export function CalendarGrid({ events, onOpen, onMove, onWeek, mode, day }: Drawn & { mode: 'month' | 'week'; day: string; onWeek: (day: string) => void }) {
  const translate = useTranslate()
  const shown = useMemo(() => events.map((event) => ({
    id: event.id, title: event.title, start: `${localOf(event.startsAt)}:00Z`, end: `${localOf(event.endsAt)}:00Z`, startEditable: movable(event), classNames: [event.state], extendedProps: { event },
  })), [events])
  const hours = events.flatMap(({ startsAt, endsAt }) => localOf(startsAt).slice(0, 10) === localOf(endsAt).slice(0, 10) ? [[startsAt, 0], [endsAt, 59]] as const : [])
    .map(([at, more]) => Math.floor((Number(localOf(at).slice(11, 13)) * 60 + Number(localOf(at).slice(14, 16)) + more) / 60))
  return (
    <Box sx={look}>
      <FullCalendar
        plugins={[dayGrid, timeGrid, interaction]} locale={french} timeZone="UTC" firstDay={1} initialDate={day} initialView={mode === 'month' ? 'dayGridMonth' : 'timeGridWeek'}
        headerToolbar={false} height="auto" allDaySlot={false} dayMaxEvents={4} moreLinkClick={({ date }) => { onWeek(date.toISOString().slice(0, 10)); return 'none' }} slotLabelContent={({ date }) => `${date.getUTCHours()}\u00a0h`} now={() => `${localOf(new Date())}:00Z`} nowIndicator
        slotMinTime={clock(Math.min(EARLIEST, ...hours))} slotMaxTime={clock(Math.max(LATEST, ...hours))} slotEventOverlap={false}
        events={shown} eventInteractive eventDisplay="block" eventDurationEditable={false} longPressDelay={400}
        eventClick={({ event, jsEvent }) => { jsEvent.preventDefault(); onOpen(event.extendedProps.event) }}
        eventDrop={({ event, revert }) => onMove({ event: event.extendedProps.event, startsAt: instantOf(event.startStr.slice(0, 16))!, endsAt: instantOf(event.endStr.slice(0, 16))!, undo: revert })}
        eventContent={({ event: { title, extendedProps: { event } } }) => (
          <Box component="span" sx={{ display: 'block', px: 0.5, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            <strong>{hour(event.startsAt)}</strong> {title} <em>({translate(`enums.EventState.${event.state}`).toLowerCase()})</em>
          </Box>
        )}
      />
    </Box>
  )
}

const look = {
  '& .fc': { fontSize: 13 },
  '& .fc-event': { backgroundColor: 'background.paper', borderColor: 'primary.main', borderLeftWidth: 4, cursor: 'pointer' },
  '& .fc-event .fc-event-main, & .fc-event': { color: 'text.primary' },
  '& .fc-event.DRAFT, & .fc-event.SUBMITTED': { borderStyle: 'dashed' },
  '& .fc-event.CANCELLED': { textDecoration: 'line-through', borderColor: 'error.main' },
  '& .fc-event.POSTPONED': { borderColor: 'warning.main' },
  '& .fc-daygrid-day-number, & .fc-col-header-cell-cushion': { color: 'text.primary' },
  '& .fc-day-other .fc-daygrid-day-top': { opacity: 1 },
  '& .fc-day-other .fc-daygrid-day-number': { color: 'text.secondary' },
} as const
