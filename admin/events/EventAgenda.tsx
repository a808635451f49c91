import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hour, localOf, weekday } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import type { Drawn } from './EventCalendar.tsx'
import { byVenue } from './VenueWeek.tsx'

/** The calendar for a narrow screen: days, or venues, one below the other. */
export function EventAgenda({ events, onOpen, by, from, until }: Drawn & { by: 'day' | 'venue'; from: string; until: string }) {
  const translate = useTranslate()
  const within = events.filter(({ startsAt }) => localOf(startsAt) >= from && localOf(startsAt) < until)
  const days = [...new Set(within.map(({ startsAt }) => localOf(startsAt).slice(0, 10)))]
  const groups = by === 'day' ? days.map((day) => ({ key: day, heading: weekday(day), events: within.filter(({ startsAt }) => localOf(startsAt).startsWith(day)) }))
    : byVenue(within).map(({ id, name, city, events }) => ({ key: id, heading: name ? [name, city].filter(Boolean).join(', ') : translate('coaching.events.noVenue'), events }))
  if (groups.length === 0) return <Typography sx={{ p: 2 }}>{translate('coaching.eventViews.calendar.nothing')}</Typography>
  return groups.map(({ key, heading, events }) => (
    <Box component="section" key={key} sx={{ mb: 2 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700 }}>{heading}</Typography>
      {events.map((event) => (
        <Button key={event.id} variant="outlined" fullWidth onClick={() => onOpen(event)} sx={{ display: 'block', textAlign: 'start', mb: 1, fontWeight: 400, color: 'text.primary' }}>
          <strong>{by === 'venue' ? `${weekday(event.startsAt)}, ` : ''}{hour(event.startsAt)}{' – '}{hour(event.endsAt)}</strong><br />{event.title}
          <Stack direction="row" spacing={1} sx={{ mt: 0.5 }}><StateChip of="EventState" value={event.state} /></Stack>
        </Button>
      ))}
    </Box>
  ))
}
