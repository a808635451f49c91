import { Box, Button, Stack, Typography } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import type { Event } from '../events/event.queries.ts'
import { useSession } from '../app/session.ts'
import { day } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { TaskActs } from './TaskActs.tsx'

const TaskDialog = lazy(async () => ({ default: (await import('./TaskDialog.tsx')).TaskDialog }))

/** The tasks of one event: those to do first, the first due first. */
export function EventTasks() {
  const event = useRecordContext<Event>()
  const translate = useTranslate()
  const { me } = useSession()
  const [adding, setAdding] = useState(false)
  if (!event) return null
  const tasks = [...event.tasks].sort((one, other) => Number(one.doneAt !== null) - Number(other.doneAt !== null))
  const adds = me.grants.includes('Task.create') && !['CLOSED', 'CANCELLED'].includes(event.state)
  return (
    <Stack spacing={2} alignItems="flex-start">
      {adds && <Button variant="contained" onClick={() => setAdding(true)}>{translate('coaching.tasks.add')}</Button>}
      {tasks.length === 0 && <Typography color="text.secondary">{translate('coaching.tasks.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, width: 1 }}>
        {tasks.map((task) => (
          <Box component="li" key={task.id} sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
            <Box sx={{ minWidth: 0 }}>
              <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
                <Typography sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>{task.title}</Typography>
                <StateChip of="Readiness" value={task.urgency} />
              </Stack>
              <Typography variant="body2" color="text.secondary">
                {[
                  task.doneAt ? translate('coaching.tasks.doneOn', { day: day(task.doneAt), name: task.doneBy?.name ?? '' }) : translate('coaching.events.dueOn', { day: day(task.dueOn) }),
                  task.assignee ? translate('coaching.tasks.givenTo', { name: task.assignee.name }) : !task.doneAt && translate('coaching.tasks.givenToNobody'),
                ].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <TaskActs task={task} departmentCode={event.departmentCode} />
          </Box>
        ))}
      </Box>
      {adding && <Suspense fallback={null}><TaskDialog eventId={event.id} departmentCode={event.departmentCode} onClose={() => setAdding(false)} /></Suspense>}
    </Stack>
  )
}
