import { Link, Stack, Typography } from '@mui/material'
import { useCreatePath, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import type { Venue } from './venue.queries.ts'

/** The events in reach that are held there, the latest first. */
export function VenueEvents() {
  const venue = useRecordContext<Venue>()
  const translate = useTranslate()
  const path = useCreatePath()
  if (!venue?.events) return null
  return (
    <>
      <Typography component="h2" variant="h6" sx={{ mt: 3, mb: 1 }}>{translate('coaching.venues.events')}</Typography>
      {venue.events.length === 0 && <Typography color="text.secondary">{translate('coaching.venues.noEvents')}</Typography>}
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }}>
        {[...venue.events].reverse().map(({ id, title, startsAt, state }) => (
          <Stack component="li" key={id} direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
            <Link component={RouterLink} to={path({ resource: 'events', id, type: 'show' })}>{title}</Link>
            <Typography component="span" variant="body2" color="text.secondary">{dayAndHour(startsAt)}</Typography>
            <StateChip of="EventState" value={state} />
          </Stack>
        ))}
      </Stack>
    </>
  )
}
