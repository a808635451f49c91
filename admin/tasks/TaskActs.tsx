import { Button, Stack } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { completeTask, removeTask, reopenTask, type Task } from './task.queries.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./TaskDialog.tsx')).TaskDialog }))

/** What may be done to a task, each act in one tap; removing asks first. */
export function TaskActs({ task, departmentCode }: { task: Task; departmentCode?: string }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [shown, setShown] = useState<'edit' | 'remove'>()
  const { id, title, can } = task
  const label = (one: string) => translate(`coaching.tasks.${one}`)
  const named = (one: string) => ({ 'aria-label': `${label(one)}\u00a0: ${title}`, size: 'small' as const, disabled: busy })
  return (
    <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
      {open(can.complete) && <Button variant="outlined" {...named('complete')} onClick={() => void act(completeTask, { id }, 'coaching.tasks.completed')}>{label('complete')}</Button>}
      {open(can.reopen) && <Button {...named('reopen')} onClick={() => void act(reopenTask, { id }, 'coaching.tasks.reopened')}>{label('reopen')}</Button>}
      {open(can.assign) && <Button {...named('edit')} onClick={() => setShown('edit')}>{label('edit')}</Button>}
      {open(can.remove) && <Button color="error" {...named('remove')} onClick={() => setShown('remove')}>{label('remove')}</Button>}
      {shown === 'edit' && <Suspense fallback={null}><TaskDialog task={task} departmentCode={departmentCode} onClose={() => setShown(undefined)} /></Suspense>}
      {shown === 'remove' && (
        <ActDialog
          title={translate('coaching.tasks.removeTitle', { title })} verb={label('remove')} dangerous hears={hears} busy={busy} onClose={() => setShown(undefined)}
          onConfirm={async () => { if (await act(removeTask, { id }, 'coaching.tasks.removed')) setShown(undefined) }}
        />
      )}
    </Stack>
  )
}
