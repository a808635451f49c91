import { Alert, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayAndHour } from '../ui/paris.ts'
import type { Event } from './event.queries.ts'

/** Why the event is where it is, in the words of whoever brought it there: what a draft sent back is to change, why a cancelled one is. */
export function EventStanding({ event: { id, state, cancellationReason, history } }: { event: Event }) {
  const translate = useTranslate()
  const last = (action: string) => history?.filter((entry) => entry.recordId === id && entry.action === action).at(-1)
  const by = (entry: ReturnType<typeof last>) => entry && translate('coaching.events.standing.by', { name: entry.author?.name ?? translate('coaching.history.system'), at: dayAndHour(entry.at) })
  if (state === 'DRAFT') {
    const asked = last('requestChanges')
    return asked?.reason ? (
      <Alert severity="warning" sx={{ mt: 2 }}>
        <Typography variant="body2" sx={{ fontWeight: 700 }}>{translate('coaching.events.standing.changes')}</Typography>
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{`«\u00a0${asked.reason}\u00a0»`}</Typography>
        <Typography variant="body2">{by(asked)}</Typography>
      </Alert>
    ) : null
  }
  if (!cancellationReason) return null
  const cancelled = last('cancel')
  return (
    <Alert severity="error" sx={{ mt: 2 }}>
      <Typography variant="body2" sx={{ fontWeight: 700 }}>{translate(`enums.CancellationReason.${cancellationReason}`)}</Typography>
      {cancelled?.reason && <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{`«\u00a0${cancelled.reason}\u00a0»`}</Typography>}
      {cancelled && <Typography variant="body2">{by(cancelled)}</Typography>}
    </Alert>
  )
}
