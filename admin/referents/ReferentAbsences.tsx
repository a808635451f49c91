import { Box, Button, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { day } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { ActField, Refusals } from '../ui/Refusals.tsx'
import { useAct } from '../ui/useAct.ts'
import { addUnavailability, removeUnavailability, type Referent } from './referent.queries.ts'

/** The days on which a referent cannot come: those he notes from his page, and those he tells by phone. */
export function ReferentAbsences() {
  const referent = useRecordContext<Referent>()
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [days, setDays] = useState({ startsOn: '', endsOn: '' })
  if (!referent) return null
  const label = (one: string, words = {}) => translate(`coaching.referents.absences.${one}`, words)
  const said = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => (startsOn === endsOn ? label('one', { day: day(startsOn) }) : label('span', { from: day(startsOn), until: day(endsOn) }))
  const add = async () => {
    if (await act(addUnavailability, { referentId: referent.id, startsOn: days.startsOn, endsOn: days.endsOn || days.startsOn }, 'coaching.referents.absences.noted')) setDays({ startsOn: '', endsOn: '' })
  }
  return (
    <Box sx={{ mt: 3 }}>
      <Typography component="h2" variant="h6">{label('title')}</Typography>
      {referent.unavailabilities.length === 0 && <Typography color="text.secondary">{label('none')}</Typography>}
      {referent.unavailabilities.map((one) => (
        <Stack key={one.id} direction="row" spacing={2} alignItems="center">
          <Typography>{said(one)}</Typography>
          {open(one.can.remove) && <Button size="small" disabled={busy} aria-label={label('removeThis', { days: said(one) })} onClick={() => void act(removeUnavailability, { id: one.id }, 'coaching.referents.absences.removed')}>{label('remove')}</Button>}
        </Stack>
      ))}
      {open(referent.can.update) && (
        <Refusals hears={hears}>
          <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center" sx={{ mt: 1 }} component="form" onSubmit={(event) => { event.preventDefault(); void add() }}>
            {(['startsOn', 'endsOn'] as const).map((field) => (
              <ActField key={field} name={field} type="date" size="small" required={field === 'startsOn'} label={label(field)} value={days[field]} onChange={({ target }) => setDays({ ...days, [field]: target.value })} slotProps={{ inputLabel: { shrink: true } }} />
            ))}
            <Button type="submit" variant="outlined" disabled={busy || !days.startsOn}>{label('add')}</Button>
          </Stack>
        </Refusals>
      )}
    </Box>
  )
}
