import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useResourceContext, useSaveContext, useTranslate, type RaRecord } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import type { Entry } from '../ui/History.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { comparisonOf, namesOf } from '../ui/typed.ts'
import { Value } from './Value.tsx'

type Values = Record<string, unknown>
type Props = {
  /** The record as somebody else saved it. */
  theirs: RaRecord
  /** What the form began with, when it is not the record it was opened on. */
  base: Values | undefined
  labelOf?: ((name: string) => string | undefined) | undefined
  onClose: () => void
  /** Hears that all was chosen, just before it is saved on their version. */
  onChoose: () => void
}
type Side = 'mine' | 'theirs'

/** What two people changed at once: each field both changed is chosen by hand, each that one changed is taken as it is, and said. */
export function Conflict({ theirs, base, labelOf, onClose, onChoose }: Props) {
  const translate = useTranslate()
  const resource = useResourceContext()!
  const form = useFormContext()
  const { save } = useSaveContext()
  const id = useId()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const title = useRef<HTMLHeadingElement>(null)
  const was = base ?? (form.formState.defaultValues as Values)
  const [fields] = useState(() => comparisonOf(namesOf(form), was, theirs, form.getValues()))
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  useEffect(() => title.current?.focus(), [])
  const label = (name: string) => labelOf?.(name) ?? translate(`resources.${resource}.fields.${name}`, { _: name })
  const both = fields.filter(({ changedBy }) => changedBy === 'BOTH')
  const left = both.filter(({ name }) => !chosen[name]).length
  const keep = () => {
    for (const { name, theirs: value, changedBy } of fields) if (changedBy === 'THEM' || chosen[name] === 'theirs') form.setValue(name, value ?? null, { shouldDirty: true })
    form.setValue('version', theirs.version)
    onChoose()
    void form.handleSubmit(async (values) => {
      const errors = (await save?.(values)) as Record<string, string> | undefined
      for (const [name, message] of Object.entries(errors ?? {})) form.setError(name, { message })
    })()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth fullScreen={narrow} maxWidth="md">
      <DialogTitle id={id} ref={title} tabIndex={-1}>{translate('coaching.conflict.title')}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>{translate('coaching.conflict.text')}</Alert>
        <Changes was={was} theirs={theirs} label={label} />
        {both.map(({ name, ...values }) => (
          <FormControl key={name} component="fieldset" fullWidth sx={{ borderTop: 1, borderColor: 'divider', pt: 2, mt: 2 }}>
            <FormLabel component="legend" sx={{ float: 'left', width: 1, fontWeight: 700, color: 'text.primary' }}>{label(name)}</FormLabel>
            <Box component="dl" sx={{ m: 0, mt: 1, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' }, width: 1 }}>
              {(['was', 'theirs', 'mine'] as const).map((side) => <Side key={side} title={translate(`coaching.conflict.${side}`)}><Value resource={resource} name={name} value={values[side]} /></Side>)}
            </Box>
            <RadioGroup row aria-label={label(name)} value={chosen[name] ?? ''} onChange={({ target }) => setChosen({ ...chosen, [name]: target.value as Side })}>
              {(['mine', 'theirs'] as const).map((side) => <FormControlLabel key={side} value={side} control={<Radio />} label={translate(`coaching.conflict.keep.${side}`)} />)}
            </RadioGroup>
          </FormControl>
        ))}
        {(['THEM', 'ME'] as const).map((side) => {
          const alone = fields.filter(({ changedBy }) => changedBy === side)
          return alone.length > 0 && (
            <Box key={side} sx={{ borderTop: 1, borderColor: 'divider', pt: 2, mt: 2 }}>
              <Typography sx={{ fontWeight: 700 }}>{translate(`coaching.conflict.alone.${side}`)}</Typography>
              <Box component="dl" sx={{ m: 0, mt: 1, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
                {alone.map(({ name, ...values }) => <Side key={name} title={label(name)}><Value resource={resource} name={name} value={side === 'THEM' ? values.theirs : values.mine} /></Side>)}
              </Box>
            </Box>
          )
        })}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Typography role="status" variant="body2" sx={{ flex: 1, minWidth: 180, pl: 2 }}>{left > 0 && translate('coaching.conflict.left', { smart_count: left })}</Typography>
        <Button onClick={onClose}>{translate('coaching.conflict.back')}</Button>
        <Button variant="contained" disabled={left > 0} onClick={keep}>{translate('coaching.conflict.save')}</Button>
      </DialogActions>
    </Dialog>
  )
}

const Side = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography component="dt" variant="body2" color="text.secondary">{title}</Typography>
    <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{children}</Typography>
  </Box>
)

/** Who changed the record since it was opened here, when and what, from its journal. */
function Changes({ was, theirs, label }: { was: Values; theirs: RaRecord; label: (name: string) => string }) {
  const translate = useTranslate()
  const known = new Set(((was.history ?? []) as Entry[]).map(({ id }) => id))
  const lines = ((theirs.history ?? []) as Entry[]).filter(({ id, recordId }) => recordId === theirs.id && !known.has(id))
  return (
    <Box component="ul" sx={{ m: 0, pl: 3 }}>
      {lines.map(({ id, at, author, action, changes }) => (
        <Typography component="li" key={id}>
          {translate('coaching.conflict.by', { name: author?.name ?? translate('coaching.history.system'), at: dayAndHour(at), act: translate(`coaching.history.actions.${action}`, { _: action }) })}
          {Object.keys(changes).length > 0 && `\u00a0: ${Object.keys(changes).map(label).join(', ')}`}
        </Typography>
      ))}
    </Box>
  )
}
