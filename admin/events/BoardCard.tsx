import { Button, Card, Link, ListItemText, Menu, MenuItem, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { held, open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { order, type Step } from './EventSteps.tsx'
import type { EventCard } from './event.views.queries.ts'

type Props = { event: EventCard; onDrag: (event: EventCard | undefined) => void; onChoose: (step: Step) => void }

/** One event of the board, with the steps that it may take and, for those it may not yet, why. */
export function BoardCard({ event, onDrag, onChoose }: Props) {
  const translate = useTranslate()
  const path = useCreatePath()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const steps = order.filter((step) => held(event.can[step]) && event.can[step].every(({ code }) => code !== 'WRONG_STATE'))
  return (
    <Card
      draggable={steps.length > 0} onDragStart={(drag) => { drag.dataTransfer.setData('text/plain', event.id); onDrag(event) }} onDragEnd={() => onDrag(undefined)}
      sx={{ p: 1, mb: 1, overflowWrap: 'anywhere', cursor: steps.length > 0 ? 'grab' : undefined }}
    >
      <Link component={RouterLink} draggable={false} to={path({ resource: 'events', id: event.id, type: 'show' })} sx={{ fontWeight: 700 }}>{event.title}</Link>
      <Typography variant="body2">{dayAndHour(event.startsAt)}</Typography>
      <Typography variant="body2">{event.venue ? [event.venue.name, event.venue.city?.name].filter(Boolean).join(', ') : translate('coaching.events.noVenue')}</Typography>
      <Stack direction="row" useFlexGap flexWrap="wrap" alignItems="center" justifyContent="space-between" spacing={1} sx={{ mt: 0.5 }}>
        <StateChip of="Readiness" value={event.readiness} />
        {steps.length > 0 && (
          <Button size="small" aria-haspopup="menu" aria-label={translate('coaching.eventViews.board.stepsOf', { title: event.title })} onClick={({ currentTarget }) => setAnchor(currentTarget)}>
            {translate('coaching.eventViews.board.steps')}
          </Button>
        )}
      </Stack>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={() => setAnchor(undefined)}>
          {steps.map((step) => {
            const may = open(event.can[step])
            return (
              <MenuItem key={step} aria-disabled={!may} onClick={() => { if (may) { setAnchor(undefined); onChoose(step) } }} sx={{ whiteSpace: 'normal', maxWidth: 340, color: may ? undefined : 'text.secondary' }}>
                <ListItemText primary={translate(`coaching.events.steps.${step}.verb`)} secondary={may ? undefined : event.can[step].map(({ sentence }) => sentence).join(' ')} />
              </MenuItem>
            )
          })}
        </Menu>
      )}
    </Card>
  )
}
