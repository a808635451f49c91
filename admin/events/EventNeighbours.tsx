import { Button, Stack, Typography } from '@mui/material'
import { useEffect, useMemo, useRef } from 'react'
import { useCreatePath, useRecordContext, useStore, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useSession } from '../app/session.ts'
import { number } from '../ui/paris.ts'
import { usePages } from '../ui/usePages.ts'
import { eventDefaults } from './eventDefaults.ts'
import { eventIds } from './event.views.queries.ts'

/** A record further down has no neighbours: its list was not read that far either. */
const MOST = 1000
type Kept = { filter?: object; sort?: string; order?: string }
type Row = { id: string; title: string }
type Place = { of: string; at: number; total: number; previous?: Row; next?: Row }

/** Where the record stands in the list it was opened from, under the filters and the sort that the list was left with. */
export function EventNeighbours() {
  const record = useRecordContext<Row>()
  return record ? <Neighbours id={record.id} /> : null
}

function Neighbours({ id }: { id: string }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const session = useSession()
  const defaults = useMemo(() => eventDefaults(session), [session])
  const [{ filter = defaults, sort = 'startsAt', order = 'ASC' }] = useStore<Kept>('events.listParams', {})
  const { items, total, hasNextPage, fetchNextPage, isFetching } = usePages(eventIds, { filter, sort: sort as 'startsAt', order: order.toLowerCase() as 'asc' })
  const at = items.findIndex((one) => one.id === id)
  // As far as the record and the one after it, and no further.
  const further = hasNextPage && items.length < MOST && (at < 0 || at === items.length - 1)
  useEffect(() => {
    if (further && !isFetching) void fetchNextPage()
  }, [further, isFetching, fetchNextPage])
  // A step just taken may have led the event out of its list: what came next still comes next.
  const last = useRef<Place>(undefined)
  if (at >= 0) last.current = { of: id, at, total, previous: items[at - 1], next: items[at + 1] }
  const place = last.current?.of === id ? last.current : undefined
  if (!place) return null
  const link = (way: 'previous' | 'next') => {
    const to = place[way]
    return to ? (
      <Button size="small" component={RouterLink} to={path({ resource: 'events', id: to.id, type: 'show' })} aria-label={translate(`coaching.eventViews.${way}Of`, { title: to.title })}>{translate(`coaching.eventViews.${way}`)}</Button>
    ) : <Button size="small" disabled>{translate(`coaching.eventViews.${way}`)}</Button>
  }
  return (
    <Stack component="nav" direction="row" alignItems="center" aria-label={translate('coaching.eventViews.neighbours')} sx={{ mr: 'auto' }}>
      {link('previous')}
      <Typography variant="body2" component="span" sx={{ px: 1 }}>{translate('coaching.eventViews.position', { at: number(place.at + 1), total: number(place.total) })}</Typography>
      {link('next')}
    </Stack>
  )
}
