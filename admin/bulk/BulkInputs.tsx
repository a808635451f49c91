import { Autocomplete, MenuItem, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { colleagues } from '../tasks/task.queries.ts'
import { agenciesFound, type Recipients } from './bulk.queries.ts'
import { actionOf, type ActionName, type Given } from './bulkActions.ts'

type Props = { action: ActionName; given: Given; faults: Record<string, string>; onChange: (given: Given) => void }

/** What an action asks for, once for all the events. */
export function BulkInputs({ action, given, faults, onChange }: Props) {
  const translate = useTranslate()
  const { asks } = actionOf(action)
  const label = (field: string) => translate(`coaching.bulk.fields.${field}`)
  const text = (field: 'reason' | 'subject' | 'body' | 'title', help: string | undefined, rows?: number) => (
    <TextField
      fullWidth required margin="dense" label={label(field)} value={given[field]} onChange={({ target }) => onChange({ ...given, [field]: target.value })}
      error={Boolean(faults[field])} helperText={faults[field] ?? help} {...(rows ? { multiline: true, minRows: rows } : {})}
    />
  )
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate(`coaching.bulk.actions.${action}.text`)}</Typography>
      {asks.includes('title') && text('title', undefined)}
      {asks.includes('dueOn') && (
        <TextField
          fullWidth required type="date" margin="dense" label={label('dueOn')} value={given.dueOn} onChange={({ target }) => onChange({ ...given, dueOn: target.value })}
          error={Boolean(faults.dueOn)} helperText={faults.dueOn} slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {asks.includes('assigneeId') && <AssigneeInput given={given} fault={faults.assigneeId} onChange={onChange} label={label('assigneeId')} />}
      {asks.includes('agency') && <AgencyInput given={given} onChange={onChange} label={label('agency')} />}
      {asks.includes('cancellationReason') && (
        <TextField select fullWidth required margin="dense" label={translate('resources.events.fields.cancellationReason')} value={given.cancellationReason} onChange={({ target }) => onChange({ ...given, cancellationReason: target.value as Given['cancellationReason'] })}>
          {choicesOf('CancellationReason').map(({ id, name }) => <MenuItem key={id} value={id}>{translate(name)}</MenuItem>)}
        </TextField>
      )}
      {asks.includes('reason') && text('reason', translate('coaching.act.reasonHelp'), 2)}
      {asks.includes('to') && (
        <TextField select fullWidth margin="dense" label={label('to')} value={given.to} onChange={({ target }) => onChange({ ...given, to: target.value as Recipients })}>
          {choicesOf('Recipients').map(({ id, name }) => <MenuItem key={id} value={id}>{translate(name)}</MenuItem>)}
        </TextField>
      )}
      {asks.includes('subject') && text('subject', undefined)}
      {asks.includes('body') && text('body', translate('coaching.bulk.variables'), 5)}
    </>
  )
}

function AssigneeInput({ given, fault, onChange, label }: Pick<Props, 'given' | 'onChange'> & { label: string; fault: string | undefined }) {
  const translate = useTranslate()
  const { scope } = useSession()
  const { data } = useAnswer(colleagues, scope.departmentCode ? { departmentCodes: [scope.departmentCode] } : {})
  return (
    <TextField
      select fullWidth margin="dense" label={label} value={given.assigneeId} onChange={({ target }) => onChange({ ...given, assigneeId: target.value })} error={Boolean(fault)} helperText={fault}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('coaching.tasks.nobody')}</MenuItem>
      {data?.items.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
    </TextField>
  )
}

function AgencyInput({ given, onChange, label }: Pick<Props, 'given' | 'onChange'> & { label: string }) {
  const translate = useTranslate()
  const { scope } = useSession()
  const [q, setQ] = useState('')
  const { data } = useAnswer(agenciesFound, { filter: { ...(q && q !== given.agency?.name ? { q } : {}), ...(scope.departmentCode ? { departmentCodes: [scope.departmentCode] } : {}) } })
  return (
    <Autocomplete
      options={data?.items ?? []} value={given.agency} getOptionLabel={({ name }) => name} getOptionKey={({ id }) => id} isOptionEqualToValue={(one, other) => one.id === other.id} filterOptions={(all) => all}
      onChange={(_, agency) => onChange({ ...given, agency })} onInputChange={(_, text) => setQ(text)} noOptionsText={translate('ra.navigation.no_results')}
      openText={translate('coaching.bulk.openList')} closeText={translate('coaching.bulk.closeList')} clearText={translate('coaching.bulk.clearChoice')}
      renderInput={(props) => <TextField {...props} required margin="dense" label={label} />}
    />
  )
}
