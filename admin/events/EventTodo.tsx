import { Link, Stack, Typography } from '@mui/material'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { day } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import type { Event } from './event.queries.ts'

/** Where each lack is made good: elsewhere than on the page itself. */
const cures: Record<string, 'edit' | 'referents' | 'tasks'> = { VENUE: 'edit', SUBMISSION: 'edit', NEW_DATE: 'edit', REFERENTS: 'referents', SILENT: 'referents', TASK: 'tasks' }

/** What the event still lacks, the first due first; each sentence leads to where it is made good. */
export function EventTodo({ event: { id, undone, can } }: { event: Event }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const due = (undone ?? []).filter(({ urgency }) => urgency !== 'GREEN')
  if (due.length === 0) return null
  const to = (code: string) => {
    const cure = cures[code]
    if (!cure) return null
    return cure !== 'edit' ? `${path({ resource: 'events', id, type: 'show' })}/${cure}` : can.update.length === 0 ? path({ resource: 'events', id, type: 'edit' }) : null
  }
  return (
    <Stack component="section" spacing={1} sx={{ mt: 2 }}>
      <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 700 }}>{translate('coaching.events.todo')}</Typography>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {due.map(({ code, sentence, dueOn, urgency, taskId }) => {
          const address = to(code)
          return (
            <Stack component="li" key={taskId ?? code} direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
              <StateChip of="Readiness" value={urgency} />
              {address ? <Link component={RouterLink} to={address}>{sentence}</Link> : <Typography component="span">{sentence}</Typography>}
              <Typography component="span" variant="body2" color="text.secondary">{translate('coaching.events.dueOn', { day: day(dueOn) })}</Typography>
            </Stack>
          )
        })}
      </Stack>
    </Stack>
  )
}
