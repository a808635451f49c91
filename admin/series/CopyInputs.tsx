import { Box, Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel, MenuItem, TextField, Typography } from '@mui/material'
import { useId } from 'react'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../ui/useAnswer.ts'
import { openCampaigns, sourceOf } from './series.queries.ts'
import { parts, type SeriesForm } from './seriesForm.ts'

export type InputsProps = { form: SeriesForm; faults: Record<string, string>; onChange: (form: SeriesForm) => void }

/** What of the event is copied; what a copy cannot do without is asked for in its place. */
export function CopyInputs({ eventId, asked, form, faults, onChange }: InputsProps & { eventId: string; asked: boolean }) {
  const translate = useTranslate()
  const id = useId()
  const { data: campaigns } = useAnswer(openCampaigns, {})
  const label = (field: string) => translate(`coaching.series.fields.${field}`)
  const offered = parts.filter((part) => part !== 'REFERENTS' || asked)
  const toggle = (part: (typeof parts)[number]) => onChange({ ...form, what: form.what.includes(part) ? form.what.filter((one) => one !== part) : [...form.what, part] })
  const input = (field: 'title' | 'startHour' | 'endHour' | 'capacity', type: string) => (
    <TextField
      key={field} fullWidth required margin="dense" type={type} label={label(field)} value={form[field]} onChange={({ target }) => onChange({ ...form, [field]: target.value })}
      error={Boolean(faults[field])} helperText={faults[field]} slotProps={{ inputLabel: { shrink: true }, htmlInput: type === 'number' ? { min: 1, step: 1 } : {} }}
    />
  )
  const open = campaigns?.items ?? []
  return (
    <>
      {input('title', 'text')}
      <TextField
        select fullWidth required margin="dense" label={translate('resources.events.fields.campaignId')} value={open.some((one) => one.id === form.campaignId) ? form.campaignId : ''}
        onChange={({ target }) => onChange({ ...form, campaignId: target.value })} error={Boolean(faults.campaignId)}
        helperText={faults.campaignId ?? (campaigns && !open.some((one) => one.id === form.campaignId) ? label('campaignShut') : undefined)}
      >
        {open.map((one) => <MenuItem key={one.id} value={one.id}>{one.name}</MenuItem>)}
      </TextField>
      <FormControl fullWidth sx={{ mt: 2 }}>
        <FormLabel id={id}>{label('what')}</FormLabel>
        <FormGroup aria-labelledby={id} role="group" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {offered.map((part) => <FormControlLabel key={part} control={<Checkbox checked={form.what.includes(part)} onChange={() => toggle(part)} />} label={translate(`enums.CopyPart.${part}`)} />)}
        </FormGroup>
      </FormControl>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {!form.what.includes('HOURS') && [input('startHour', 'time'), input('endHour', 'time')]}
        {!form.what.includes('CAPACITY') && input('capacity', 'number')}
      </Box>
      {asked && form.what.includes('REFERENTS') && <Kept eventId={eventId} />}
    </>
  )
}

/** Whom the copy is to ask, and who is left out and why. */
function Kept({ eventId }: { eventId: string }) {
  const translate = useTranslate()
  const { data } = useAnswer(sourceOf, { id: eventId })
  if (!data) return null
  const kept = data.availabilities.filter(({ referent }) => referent?.active)
  const left = data.availabilities.filter(({ referent }) => !referent?.active)
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2">{translate('coaching.series.kept', { smart_count: kept.length })}</Typography>
      {left.length > 0 && (
        <Typography variant="body2" color="text.secondary">
          {translate('coaching.series.leftOut', { names: left.map(({ referent }) => referent ? translate('coaching.series.inactive', { name: `${referent.firstName} ${referent.lastName}` }) : translate('coaching.invite.outOfReach')).join(', ') })}
        </Typography>
      )}
    </Box>
  )
}
