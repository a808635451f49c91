import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useId } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { span } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { movable, whyNotMoved } from './moves.ts'
import type { EventCard } from './event.views.queries.ts'

/** One event of the calendar at a glance: open it, or move it without a mouse. */
export function EventPeek({ event, onClose, onMove }: { event: EventCard; onClose: () => void; onMove: () => void }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const id = useId()
  const why = movable(event) ? whyNotMoved(event) : null
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <DialogTitle id={id}>{event.title}</DialogTitle>
      <DialogContent>
        <Stack direction="row" spacing={1} sx={{ mb: 1 }}><StateChip of="EventState" value={event.state} /><StateChip of="Readiness" value={event.readiness} /></Stack>
        <Typography>{span(event.startsAt, event.endsAt)}</Typography>
        <Typography>{event.venue ? `${event.venue.name}, ${event.venue.city?.name ?? ''}` : translate('coaching.events.noVenue')}</Typography>
        {why && <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>{why}</Typography>}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
        {movable(event) && <Button onClick={onMove} disabled={why !== null}>{translate('coaching.eventViews.move.open')}</Button>}
        <Button variant="contained" component={RouterLink} to={path({ resource: 'events', id: event.id, type: 'show' })}>{translate('coaching.eventViews.openRecord')}</Button>
      </DialogActions>
    </Dialog>
  )
}
