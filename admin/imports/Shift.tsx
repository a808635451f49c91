import { Box, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { weekday, weeksAfter, weeksBetween } from '../ui/paris.ts'

/** How many whole weeks the dates move: said by number, or by what the first date becomes. */
export function Shift({ weeks, onChange, first }: { weeks: number; onChange: (weeks: number) => void; first?: string }) {
  const translate = useTranslate()
  const [from, setFrom] = useState(first ?? '')
  const becomes = from ? weeksAfter(from, weeks) : ''
  const shrink = { inputLabel: { shrink: true } }
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', p: 2, m: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, px: 0.5 }}>{translate('coaching.imports.shift')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>{translate('coaching.imports.shiftHelp')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
        <TextField type="date" size="small" slotProps={shrink} label={translate('coaching.imports.first')} value={from} onChange={({ target }) => setFrom(target.value)} />
        <TextField
          type="date" size="small" slotProps={shrink} label={translate('coaching.imports.becomes')} value={becomes} disabled={!from}
          onChange={({ target }) => { if (target.value) onChange(weeksBetween(from, target.value)) }}
        />
        <TextField
          type="number" size="small" label={translate('coaching.imports.weeks')} value={weeks} slotProps={{ htmlInput: { min: -1040, max: 1040, step: 1 } }}
          onChange={({ target }) => onChange(Math.trunc(Number(target.value) || 0))}
        />
      </Box>
      {from && <Typography role="status" sx={{ mt: 2 }}>{translate('coaching.imports.shifted', { from: weekday(from), to: weekday(becomes) })}</Typography>}
    </Box>
  )
}
