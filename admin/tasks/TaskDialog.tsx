import { MenuItem, Stack } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { v7 } from 'uuid'
import { ActDialog } from '../ui/ActDialog.tsx'
import { open } from '../ui/reasons.ts'
import { ActField } from '../ui/Refusals.tsx'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { assignTask, colleagues, createTask, updateTask, type Task } from './task.queries.ts'

type Props = { task?: Task; eventId?: string; departmentCode?: string | undefined; onClose: () => void }

/** Writes a new task of an event, or changes one; of a task of the checklist, only whom it is given to. What is refused stays typed. */
export function TaskDialog({ task, eventId, departmentCode, onClose }: Props) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [id] = useState(() => task?.id ?? v7())
  const [title, setTitle] = useState(task?.title ?? '')
  const [dueOn, setDueOn] = useState(task?.dueOn ?? '')
  const [assigneeId, setAssignee] = useState(task?.assigneeId ?? '')
  const { data } = useAnswer(colleagues, departmentCode ? { departmentCodes: [departmentCode] } : {})
  const people = data?.items ?? []
  const free = !task || open(task.can.update)
  const label = (one: string) => translate(`resources.tasks.fields.${one}`)
  const input = { title: title.trim(), dueOn, assigneeId: assigneeId || null }
  const save = async () => {
    const saved = !task ? await act(createTask, { id, eventId: eventId!, input }, 'coaching.tasks.created')
      : free ? await act(updateTask, { id, version: task.version, input }, 'coaching.tasks.updated') : await act(assignTask, { id, assigneeId: input.assigneeId }, 'coaching.tasks.updated')
    if (saved) onClose()
  }
  return (
    <ActDialog
      title={translate(task ? 'coaching.tasks.editTitle' : 'coaching.tasks.addTitle', { title: task?.title })} verb={translate('ra.action.save')} hears={hears} busy={busy}
      ready={!free || (input.title.length >= 3 && dueOn !== '')} onClose={onClose} onConfirm={save}
    >
      <Stack spacing={2} sx={{ mt: 1 }}>
        <ActField name="title" label={label('title')} value={title} onChange={({ target }) => setTitle(target.value)} disabled={!free} required autoFocus={free} slotProps={{ htmlInput: { maxLength: 200 } }} helperText={free ? undefined : translate('coaching.tasks.fromChecklist')} />
        <ActField name="dueOn" label={label('dueOn')} type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} disabled={!free} required slotProps={{ inputLabel: { shrink: true } }} />
        <ActField name="assigneeId" select label={label('assigneeId')} value={people.some((one) => one.id === assigneeId) ? assigneeId : ''} onChange={({ target }) => setAssignee(target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{translate('coaching.tasks.nobody')}</MenuItem>
          {people.map((one) => <MenuItem key={one.id} value={one.id}>{one.name}</MenuItem>)}
        </ActField>
      </Stack>
    </ActDialog>
  )
}
