import { Alert, Box, Chip, LinearProgress, Link, List, ListItem, ListItemText, Typography } from '@mui/material'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { isLeft, type Outcome, type Run } from './storedRun.ts'

const colours = { DONE: 'success', SETTLED: 'default', REFUSED: 'error', FAILED: 'warning', WAITING: 'default' } as const satisfies Record<Outcome, string>

/** How far it went, and what became of each event. */
export function BulkResult({ run, running }: { run: Run; running: boolean }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const left = run.items.filter(isLeft).length
  const done = run.items.length - left
  const count = (...outcomes: Outcome[]) => run.items.filter(({ outcome }) => outcomes.includes(outcome)).length
  return (
    <>
      <Typography role="status" sx={{ mb: 1 }}>
        {translate(running ? 'coaching.bulk.running' : left > 0 ? 'coaching.bulk.stopped' : 'coaching.bulk.finished', { done, total: run.items.length, left, changed: count('DONE'), refused: count('REFUSED') })}
        {!running && count('SETTLED') > 0 && ` ${translate('coaching.bulk.settled', { smart_count: count('SETTLED') })}`}
      </Typography>
      {running && <LinearProgress variant="determinate" value={(100 * done) / run.items.length} aria-label={translate('coaching.bulk.progress')} />}
      {!running && run.items.some(({ outcome }) => outcome === 'FAILED') && <Alert severity="warning">{translate('coaching.bulk.away')}</Alert>}
      <List dense>
        {run.items.map(({ id, title, startsAt, outcome, why }) => (
          <ListItem key={id} disableGutters sx={{ alignItems: 'flex-start', gap: 1 }}>
            <ListItemText primary={<><Link component={RouterLink} to={path({ resource: 'events', type: 'show', id })} target="_blank">{title}</Link>{' · '}{dayAndHour(startsAt)}</>} secondary={why || undefined} />
            <Box sx={{ flexShrink: 0 }}><Chip size="small" variant="outlined" color={colours[outcome]} label={translate(`coaching.bulk.outcomes.${outcome}`)} /></Box>
          </ListItem>
        ))}
      </List>
    </>
  )
}
