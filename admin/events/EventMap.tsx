import { Alert, Box, LinearProgress, Link, Popover, Stack, Typography } from '@mui/material'
import { useEffect, useMemo, useState } from 'react'
import { useCreatePath, useListContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip, toneOf } from '../ui/StateChip.tsx'
import { MAP_HEIGHT, TerritoryMap, type Point } from '../ui/TerritoryMap.tsx'
import { usePages } from '../ui/usePages.ts'
import { eventsOnMap, type EventOnMap } from './map.queries.ts'

/** More than these would hide one another; filters choose among them. */
const MOST = 1000

/** The events that the list’s filters let pass, where they are held; beside the map, the same as a list. */
export function EventMap() {
  const translate = useTranslate()
  const { filterValues } = useListContext()
  const { items, total, isLoading, isError, hasNextPage, isFetching, fetchNextPage } = usePages(eventsOnMap, { filter: filterValues })
  const [opened, setOpened] = useState<{ ids: string[]; mark: HTMLElement }>()
  const more = hasNextPage && items.length < MOST
  useEffect(() => {
    if (more && !isFetching) void fetchNextPage()
  }, [more, isFetching, fetchNextPage])

  const ids = items.map(({ id }) => id).join()
  const placed = useMemo(() => items.filter(({ venue }) => venue?.latitude != null && venue.longitude != null), [ids])
  const points = useMemo((): Point[] => placed.map((event) => ({
    id: event.id, longitude: event.venue!.longitude!, latitude: event.venue!.latitude!, tone: toneOf(event.readiness ?? event.state),
    name: `${event.title}, ${event.venue!.city?.name ?? ''}, ${translate(event.readiness ? `enums.Readiness.${event.readiness}` : `enums.EventState.${event.state}`)}`,
  })), [placed])
  if (isError) return <Alert severity="error">{translate('coaching.message.failure')}</Alert>
  if (isLoading) return <Box role="status" sx={{ height: MAP_HEIGHT, p: 2 }}>{translate('coaching.message.loading')}</Box>
  const homeless = items.length - placed.length
  const shown = opened && placed.filter(({ id }) => opened.ids.includes(id))
  return (
    <Box sx={{ p: 2 }}>
      {more && (
        <Box sx={{ mb: 2 }}>
          <Typography>{translate('coaching.map.coming', { smart_count: items.length, total })}</Typography>
          <LinearProgress variant="determinate" value={(100 * items.length) / Math.min(total, MOST)} aria-label={translate('coaching.message.loading')} />
        </Box>
      )}
      <Typography role="status" sx={{ mb: 2 }}>
        {!more && [
          translate(placed.length === 0 ? 'coaching.map.none' : 'coaching.map.placed', { smart_count: placed.length }), homeless > 0 && translate('coaching.map.homeless', { smart_count: homeless }),
          !more && total > items.length && translate('coaching.map.most', { most: items.length, total }),
        ].filter(Boolean).join(' ')}
      </Typography>
      {placed.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' } }}>
          <TerritoryMap label={translate('coaching.map.title')} points={points} onOpen={(group, mark) => setOpened({ ids: group.map(({ id }) => id), mark })} />
          <Box component="section" aria-label={translate('coaching.map.list')} tabIndex={0} sx={{ maxHeight: MAP_HEIGHT, overflowY: 'auto' }}><Held events={placed} /></Box>
        </Box>
      )}
      {shown && (
        <Popover open anchorEl={opened.mark} onClose={() => setOpened(undefined)} anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }} transformOrigin={{ vertical: 'top', horizontal: 'center' }}>
          <Box role="dialog" aria-label={translate('coaching.map.here', { smart_count: shown.length })} sx={{ p: 2, maxWidth: 320, maxHeight: 320, overflowY: 'auto' }} tabIndex={0}><Held events={shown} /></Box>
        </Popover>
      )}
    </Box>
  )
}

function Held({ events }: { events: EventOnMap[] }) {
  const translate = useTranslate()
  const path = useCreatePath()
  return (
    <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {events.map(({ id, title, startsAt, state, readiness, venue }) => (
        <li key={id}>
          <Link component={RouterLink} to={path({ resource: 'events', id, type: 'show' })} sx={{ fontWeight: 700 }}>{title}</Link>
          <Typography variant="body2">{dayAndHour(startsAt)}</Typography>
          <Typography variant="body2">{[venue!.name, venue!.city?.name, venue!.approximate && translate('coaching.map.approximate')].filter(Boolean).join(', ')}</Typography>
          <Stack direction="row" spacing={1} sx={{ mt: 0.5 }}><StateChip of="EventState" value={state} /><StateChip of="Readiness" value={readiness} /></Stack>
        </li>
      ))}
    </Stack>
  )
}
