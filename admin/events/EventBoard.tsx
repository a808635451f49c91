import { Alert, Box, Typography } from '@mui/material'
import { useState } from 'react'
import { Loading, useListContext, useNotify, useTranslate } from 'react-admin'
import { choicesOf } from '../ui/choices.ts'
import { number } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { BoardCard } from './BoardCard.tsx'
import { order, StepDialog, type Step } from './EventSteps.tsx'
import { useEventCards } from './useEventCards.ts'
import type { EventCard } from './event.views.queries.ts'

/** Where a card goes by each step; whether it may is what `can` says. */
const leadsTo: Record<Step, EventCard['state']> = {
  submit: 'SUBMITTED', requestChanges: 'DRAFT', publish: 'PUBLISHED', postpone: 'POSTPONED', hold: 'HELD', close: 'CLOSED', reopen: 'HELD', cancel: 'CANCELLED',
}

/** Events by state, in the order of their life. A card moves by a step of its menu, or dragged to where one leads; each is confirmed. */
export function EventBoard() {
  const translate = useTranslate()
  const notify = useNotify()
  const { filterValues } = useListContext()
  const { data, isPending } = useEventCards(filterValues)
  const [dragged, setDragged] = useState<EventCard>()
  const [chosen, setChosen] = useState<{ event: EventCard; step: Step }>()
  if (isPending) return <Loading />
  const drop = (state: string) => {
    if (!dragged || dragged.state === state) return
    const steps = order.filter((step) => leadsTo[step] === state)
    const step = steps.find((one) => open(dragged.can[one]))
    if (step) return setChosen({ event: dragged, step })
    const why = [...new Set(steps.flatMap((one) => dragged.can[one].map(({ sentence }) => sentence)))].join(' ') || translate('coaching.eventViews.board.noStep')
    notify('coaching.eventViews.board.refused', { type: 'warning', messageArgs: { title: dragged.title, why }, autoHideDuration: 10_000 })
  }
  return (
    <>
      {Boolean(data?.left) && <Alert severity="info">{translate('coaching.eventViews.left', { smart_count: data!.left })}</Alert>}
      <Box
        tabIndex={0} role="region" aria-label={translate('coaching.eventViews.names.board')}
        sx={{ p: 1, display: 'grid', gap: 1, overflowX: 'auto', gridAutoFlow: { xs: 'row', sm: 'column' }, gridAutoColumns: { sm: 'minmax(215px, 1fr)' } }}
      >
        {choicesOf('EventState').map(({ id, name }) => {
          const cards = data?.items.filter(({ state }) => state === id) ?? []
          return (
            <Box
              component="section" key={id} aria-labelledby={`column-${id}`} sx={{ backgroundColor: 'grey.100', p: 1, minHeight: { sm: 240 } }}
              onDragOver={(drag) => { if (dragged) drag.preventDefault() }} onDrop={(drag) => { drag.preventDefault(); drop(id); setDragged(undefined) }}
            >
              <Typography id={`column-${id}`} component="h2" variant="subtitle1" sx={{ fontWeight: 700, mb: 1 }}>{translate(name)} ({number(cards.length)})</Typography>
              {cards.map((event) => (
                <BoardCard key={event.id} event={event} onDrag={setDragged} onChoose={(step) => setChosen({ event, step })} />
              ))}
            </Box>
          )
        })}
      </Box>
      {chosen && <StepDialog key={chosen.event.id + chosen.step} step={chosen.step} event={chosen.event} onClose={() => setChosen(undefined)} />}
    </>
  )
}
