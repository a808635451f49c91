import { Box, Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { dayOfWeek, daysAfter } from '../ui/calendarDays.ts'
import { hour, instantOf, localOf } from '../ui/paris.ts'
import type { Drawn } from './EventCalendar.tsx'
import { movable } from './moves.ts'
import type { EventCard } from './event.views.queries.ts'

/** A week, a row per venue: what is free, and what would meet. Dragged along its row, an event keeps its hours. */
export function VenueWeek({ events, onOpen, onMove, monday }: Drawn & { monday: string }) {
  const translate = useTranslate()
  const [dragged, setDragged] = useState<EventCard>()
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => daysAfter(monday, n))
  const venues = byVenue(events)
  if (venues.length === 0) return <Typography sx={{ p: 2 }}>{translate('coaching.eventViews.calendar.nothing')}</Typography>
  const drop = (day: string) => {
    if (!dragged) return
    const days = (Date.parse(day) - Date.parse(localOf(dragged.startsAt).slice(0, 10))) / 86_400_000
    const on = (at: string) => instantOf(`${daysAfter(localOf(at).slice(0, 10), days)}${localOf(at).slice(10)}`)!
    if (days !== 0) onMove({ event: dragged, startsAt: on(dragged.startsAt), endsAt: on(dragged.endsAt), undo: () => {} })
    setDragged(undefined)
  }
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('coaching.eventViews.calendar.venues.name')}>
      <Table size="small" sx={{ minWidth: 900, tableLayout: 'fixed', '& td, & th': { verticalAlign: 'top', borderRight: 1, borderColor: 'divider' } }}>
        <TableHead><TableRow><TableCell sx={{ width: 170 }}>{translate('resources.events.fields.venueId')}</TableCell>{days.map((day) => <TableCell key={day}>{dayOfWeek(day)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {venues.map(({ id, name, city, events: here }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">{name ?? translate('coaching.events.noVenue')}{city && <Typography variant="caption" component="p">{city}</Typography>}</TableCell>
              {days.map((day) => (
                <TableCell
                  key={day} sx={{ p: 0.5 }} onDragOver={(drag) => { if (dragged && (dragged.venue?.id ?? '') === id) drag.preventDefault() }}
                  onDrop={(drag) => { drag.preventDefault(); drop(day) }}
                >
                  {here.filter((event) => localOf(event.startsAt).startsWith(day)).map((event) => (
                    <Box key={event.id} draggable={movable(event)} onDragStart={(drag) => { drag.dataTransfer.setData('text/plain', event.id); setDragged(event) }} onDragEnd={() => setDragged(undefined)} sx={{ mb: 0.5 }}>
                      <Button
                        size="small" variant="outlined" fullWidth onClick={() => onOpen(event)}
                        sx={{ px: 0.5, fontSize: 12, hyphens: 'auto', display: 'block', textAlign: 'start', lineHeight: 1.3, fontWeight: 400, color: 'text.primary', borderStyle: ['DRAFT', 'SUBMITTED'].includes(event.state) ? 'dashed' : 'solid', overflowWrap: 'break-word' }}
                      >
                        <strong>{hour(event.startsAt)}{' – '}{hour(event.endsAt)}</strong> {event.title} <em>({translate(`enums.EventState.${event.state}`).toLowerCase()})</em>
                      </Button>
                    </Box>
                  ))}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

/** The venues in use, by name; what has none comes first, for it is to be found. */
export function byVenue(events: EventCard[]) {
  const found = new Map<string, { id: string; name: string | null; city: string | undefined; events: EventCard[] }>()
  for (const event of events) {
    const id = event.venue?.id ?? ''
    const venue = found.get(id) ?? { id, name: event.venue?.name ?? null, city: event.venue?.city?.name, events: [] }
    venue.events.push(event)
    found.set(id, venue)
  }
  return [...found.values()].sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'fr'))
}
