import { Alert, Box, Button, Checkbox, Chip, FormControl, FormControlLabel, FormGroup, FormLabel, Radio, RadioGroup, Stack, TextField } from '@mui/material'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { choicesOf } from '../ui/choices.ts'
import { weekday } from '../ui/paris.ts'
import type { InputsProps } from './CopyInputs.tsx'
import { rhythms, type SeriesForm } from './seriesForm.ts'

/** On which days: one, one every week or two, or some chosen one by one. */
export function RuleInputs({ form, faults, onChange }: InputsProps) {
  const translate = useTranslate()
  const id = useId()
  const label = (field: string) => translate(`coaching.series.fields.${field}`)
  const day = (field: 'on' | 'from' | 'until') => (
    <TextField
      key={field} fullWidth required margin="dense" type="date" label={label(field)} value={form[field]} onChange={({ target }) => onChange({ ...form, [field]: target.value })}
      error={Boolean(faults[field])} helperText={faults[field] ?? (form[field] ? weekday(form[field]) : undefined)} slotProps={{ inputLabel: { shrink: true } }}
    />
  )
  const avoided = (kind: string) => form.avoid.includes(kind as SeriesForm['avoid'][number])
  return (
    <>
      <FormControl fullWidth sx={{ mt: 2 }}>
        <FormLabel id={id}>{label('rhythm')}</FormLabel>
        <RadioGroup row aria-labelledby={id} value={form.rhythm} onChange={({ target }) => onChange({ ...form, rhythm: target.value as SeriesForm['rhythm'] })}>
          {rhythms.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`coaching.series.rhythms.${one}`)} />)}
        </RadioGroup>
      </FormControl>
      {form.rhythm === 'ONCE' && day('on')}
      {form.rhythm === 'CHOSEN' && <ChosenDays form={form} faults={faults} onChange={onChange} />}
      {(form.rhythm === 'WEEKLY' || form.rhythm === 'FORTNIGHTLY') && <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>{[day('from'), day('until')]}</Box>}
      {form.rhythm !== 'ONCE' && (
        <FormControl fullWidth sx={{ mt: 1 }}>
          <FormLabel id={`${id}-avoid`}>{label('avoid')}</FormLabel>
          <FormGroup row role="group" aria-labelledby={`${id}-avoid`}>
            {choicesOf('DayOffKind').map(({ id: kind, name }) => (
              <FormControlLabel key={kind} label={translate(name)} control={<Checkbox checked={avoided(kind)} onChange={() => onChange({ ...form, avoid: avoided(kind) ? form.avoid.filter((one) => one !== kind) : [...form.avoid, kind as 'PUBLIC_HOLIDAY'] })} />} />
            ))}
          </FormGroup>
        </FormControl>
      )}
    </>
  )
}

function ChosenDays({ form, faults, onChange }: InputsProps) {
  const translate = useTranslate()
  const [next, setNext] = useState(form.on)
  const add = () => {
    onChange({ ...form, days: [...new Set([...form.days, next])].sort() })
    setNext('')
  }
  return (
    <>
      <Stack direction="row" spacing={1} alignItems="center">
        <TextField fullWidth margin="dense" type="date" label={translate('coaching.series.fields.day')} value={next} onChange={({ target }) => setNext(target.value)} slotProps={{ inputLabel: { shrink: true } }} />
        <Button variant="outlined" disabled={!next} onClick={add} sx={{ flexShrink: 0 }}>{translate('coaching.series.addDay')}</Button>
      </Stack>
      {faults.days && <Alert severity="error">{faults.days}</Alert>}
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" sx={{ my: 1 }}>
        {form.days.map((one) => (
          <Chip key={one} label={weekday(one)} onDelete={() => onChange({ ...form, days: form.days.filter((other) => other !== one) })} aria-label={translate('coaching.series.removeDay', { day: weekday(one) })} />
        ))}
      </Stack>
    </>
  )
}
