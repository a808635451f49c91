import { Alert, Box, Button, Stack, Typography, useMediaQuery, type Theme } from '@mui/material'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Loading, useListContext, useNotify, useTranslate } from 'react-admin'
import { daysAfter, firstOf, mondayOf, monthOf, monthsAfter } from '../ui/calendarDays.ts'
import { fromDay, day as dayInWords } from '../ui/paris.ts'
import { EventAgenda } from './EventAgenda.tsx'
import { EventPeek } from './EventPeek.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { whyNotMoved } from './moves.ts'
import { modes, useCalendarPeriod } from './useCalendarPeriod.ts'
import { useEventCards } from './useEventCards.ts'
import { VenueWeek } from './VenueWeek.tsx'
import type { EventCard } from './event.views.queries.ts'

// The grid of days is the heavy part: a phone, which shows an agenda, never fetches it.
const CalendarGrid = lazy(async () => ({ default: (await import('./CalendarGrid.tsx')).CalendarGrid }))

export type Move = { event: EventCard; startsAt: string; endsAt: string; undo: () => void }
/** What is drawn of events, and what a person does with one. */
export type Drawn = { events: EventCard[]; onOpen: (event: EventCard) => void; onMove: (move: Move) => void }

/** The events that the list’s filters let pass, by month, by week, or by venue; dragged or not, a date moves only once it is confirmed. */
export function EventCalendar() {
  const translate = useTranslate()
  const notify = useNotify()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const { filterValues } = useListContext()
  const { mode, day, show } = useCalendarPeriod()
  const [opened, setOpened] = useState<EventCard>()
  const [move, setMove] = useState<Move>()
  const [from, until] = mode === 'month' ? [mondayOf(firstOf(day)), daysAfter(mondayOf(monthsAfter(day, 1)), 7)] : [mondayOf(day), daysAfter(mondayOf(day), 7)]
  const { data, isPending } = useEventCards({ ...filterValues, startsAt: within(filterValues.startsAt as Range, from, until) })
  const events = useMemo(() => data?.items ?? [], [data])
  const step = (way: number) => show({ day: mode === 'month' ? monthsAfter(day, way) : daysAfter(day, way * 7) })
  const drawn: Drawn = {
    events, onOpen: setOpened,
    onMove: (wanted) => {
      const why = whyNotMoved(wanted.event)
      if (!why) return setMove(wanted)
      wanted.undo()
      notify('coaching.eventViews.move.refused', { type: 'warning', messageArgs: { title: wanted.event.title, why }, autoHideDuration: 10_000 })
    },
  }
  const words = (part: string) => translate(`coaching.eventViews.calendar.${part}`)
  return (
    <Box sx={{ p: 1 }}>
      <Stack direction="row" useFlexGap flexWrap="wrap" spacing={1} alignItems="center" sx={{ mb: 1 }}>
        <Button size="small" variant="outlined" aria-label={words(`${mode}.previous`)} onClick={() => step(-1)}>‹</Button>
        <Button size="small" variant="outlined" onClick={() => show({ day: undefined })}>{words('today')}</Button>
        <Button size="small" variant="outlined" aria-label={words(`${mode}.next`)} onClick={() => step(1)}>›</Button>
        <Typography component="h2" variant="h6" aria-live="polite" sx={{ flex: 1, minWidth: 180 }}>
          {mode === 'month' ? monthOf(day) : translate('coaching.eventViews.calendar.weekOf', { day: dayInWords(mondayOf(day)) })}
        </Typography>
        <Stack direction="row" role="group" aria-label={words('span')}>
          {modes.map((one) => (
            <Button key={one} size="small" variant={one === mode ? 'contained' : 'outlined'} aria-pressed={one === mode} onClick={() => show({ mode: one })}>{words(`${one}.name`)}</Button>
          ))}
        </Stack>
      </Stack>
      {Boolean(data?.left) && <Alert severity="info">{translate('coaching.eventViews.left', { smart_count: data!.left })}</Alert>}
      {isPending ? <Loading /> : narrow ? <EventAgenda {...drawn} by={mode === 'venues' ? 'venue' : 'day'} from={mode === 'month' ? firstOf(day) : from} until={mode === 'month' ? monthsAfter(day, 1) : until} />
        : mode === 'venues' ? <VenueWeek {...drawn} monday={from} />
          : <Suspense fallback={<Loading />}><CalendarGrid {...drawn} key={mode + day} mode={mode} day={day} onWeek={(next) => show({ mode: 'week', day: next })} /></Suspense>}
      {opened && <EventPeek event={opened} onClose={() => setOpened(undefined)} onMove={() => { setMove({ event: opened, startsAt: opened.startsAt, endsAt: opened.endsAt, undo: () => {} }); setOpened(undefined) }} />}
      {move && <MoveDialog {...move} onClose={(moved) => { if (!moved) move.undo(); setMove(undefined) }} />}
    </Box>
  )
}

type Range = { from?: string; until?: string } | undefined
/** What the filter lets pass of the days shown. */
function within(asked: Range, from: string, until: string) {
  const [first, last] = [fromDay(from)!, fromDay(until)!]
  return {
    from: asked?.from && Date.parse(asked.from) > Date.parse(first) ? asked.from : first,
    until: asked?.until && Date.parse(asked.until) < Date.parse(last) ? asked.until : last,
  }
}
