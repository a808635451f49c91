import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Value } from '../conflicts/Value.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { differing, FIELDS, proposed, valueOf, type Field, type Side } from './mergeChoices.ts'
import { compared, merge, type Compared } from './referent.queries.ts'

type Props = { id: string; otherId: string; onClose: () => void }

/** Two records side by side: what both say is kept, what they say differently is chosen field by field, and one record remains. */
export function MergeDialog({ id, otherId, onClose }: Props) {
  const translate = useTranslate()
  const title = useId()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const { data: one } = useAnswer(compared, { id })
  const { data: other, error } = useAnswer(compared, { id: otherId })
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth fullScreen={narrow} maxWidth="md">
      <DialogTitle id={title}>{translate('coaching.referents.merge.title')}</DialogTitle>
      {one && other ? <Choices one={one} other={other} onClose={onClose} /> : (
        <>
          <DialogContent>{error ? <Alert severity="error">{(error as Error).message}</Alert> : translate('coaching.message.loading')}</DialogContent>
          <DialogActions><Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button></DialogActions>
        </>
      )}
    </Dialog>
  )
}

function Choices({ one, other, onClose }: { one: Compared; other: Compared; onClose: () => void }) {
  const translate = useTranslate()
  const { act, busy } = useAct()
  const [chosen, setChosen] = useState<Partial<Record<Field, Side>>>({})
  const differences = differing(one, other)
  const alike = FIELDS.filter((field) => !differences.some((difference) => difference.field === field))
  const sideOf = (difference: (typeof differences)[number]) => chosen[difference.field] ?? proposed(one, other, difference)
  const label = (field: string) => translate(`resources.referents.fields.${field}`)
  const against = [...new Set([...one.can.merge, ...other.can.merge].map(({ sentence }) => sentence))]
  const confirm = async () => {
    const taken = Object.fromEntries(differences.map((difference) => [difference.field, valueOf(one, other, difference.field, sideOf(difference))]))
    const { firstName, lastName, email, phone, cityId, employer, languages, skills, maxDays, maxDistanceKm, notes, active } = { ...one, ...taken }
    const input = { firstName, lastName, email: email ?? '', phone, cityId, employer, languages, skills, maxDays, maxDistanceKm, notes, active }
    if (await act(merge, { id: one.id, version: one.version, otherId: other.id, otherVersion: other.version, input }, 'coaching.referents.merge.done')) onClose()
  }
  return (
    <>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate('coaching.referents.merge.text')}</Typography>
        {against.map((sentence) => <Alert key={sentence} severity="warning" sx={{ mb: 2 }}>{sentence}</Alert>)}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
          {([['one', one], ['other', other]] as const).map(([side, record]) => (
            <Box key={side}>
              <Typography sx={{ fontWeight: 700 }}>{translate(`coaching.referents.merge.${side}`)}</Typography>
              <Typography variant="body2" color="text.secondary">{record.changedAt ? translate('coaching.referents.merge.changedAt', { at: dayAndHour(record.changedAt) }) : translate('coaching.referents.merge.neverChanged')}</Typography>
            </Box>
          ))}
        </Box>
        {differences.map((difference) => (
          <FormControl key={difference.field} component="fieldset" fullWidth sx={{ borderTop: 1, borderColor: 'divider', pt: 2, mt: 2 }}>
            <FormLabel component="legend" sx={{ float: 'left', width: 1, fontWeight: 700, color: 'text.primary' }}>{label(difference.field)}</FormLabel>
            <RadioGroup
              aria-label={label(difference.field)} value={sideOf(difference)} onChange={({ target }) => setChosen({ ...chosen, [difference.field]: target.value as Side })}
              sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 2, width: 1 }}
            >
              {difference.sides.map((side) => (
                <FormControlLabel
                  key={side} value={side} control={<Radio />} sx={{ alignItems: 'flex-start', mr: 0, minWidth: 0, overflowWrap: 'anywhere', ...(side === 'both' ? { gridColumn: '1 / -1' } : {}) }}
                  label={<Box sx={{ pt: 1, whiteSpace: 'pre-line' }}>{side === 'both' ? translate('coaching.referents.merge.both') : <Value resource="referents" name={difference.field} value={valueOf(one, other, difference.field, side)} />}</Box>}
                />
              ))}
            </RadioGroup>
          </FormControl>
        ))}
        <Box component="dl" sx={{ m: 0, mt: 2, pt: 2, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {alike.map((field) => (
            <Box key={field} sx={{ minWidth: 0 }}>
              <Typography component="dt" variant="body2" color="text.secondary">{label(field)}</Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}><Value resource="referents" name={field} value={one[field]} /></Typography>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button>
        <Button variant="contained" disabled={busy || against.length > 0} onClick={() => void confirm()}>{translate('coaching.referents.merge.verb')}</Button>
      </DialogActions>
    </>
  )
}
