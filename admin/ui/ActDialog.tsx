import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useId, useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { ActField, Refusals } from './Refusals.tsx'
import type { Hearing } from './useAct.ts'

type Props = {
  title: string
  text?: string
  /** The act itself, on the button: never “OK”. */
  verb: string
  asksWhy?: boolean
  dangerous?: boolean
  busy?: boolean
  ready?: boolean
  /** Of the `useAct` that does it; `undefined` where a refusal is told otherwise. */
  hears: Hearing | undefined
  children?: ReactNode
  onClose: () => void
  onConfirm: (reason: string) => void
}

/** Asks before an act, and why when the journal must say it. */
export function ActDialog({ title, text, verb, asksWhy, dangerous, busy, ready = true, hears, children, onClose, onConfirm }: Props) {
  const translate = useTranslate()
  const [reason, setReason] = useState('')
  const id = useId()
  const told = reason.trim().length >= 3
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); onConfirm(reason.trim()) }}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {text && <DialogContentText sx={{ mb: 2 }}>{text}</DialogContentText>}
          <Refusals hears={hears}>
            {children}
            {asksWhy && (
              <ActField
                name="reason" label={translate('coaching.act.reason')} helperText={translate('coaching.act.reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)}
                multiline minRows={2} fullWidth required autoFocus={!children} margin="dense" slotProps={{ htmlInput: { maxLength: 500 } }}
              />
            )}
          </Refusals>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button>
          <Button type="submit" variant="contained" color={dangerous ? 'error' : 'primary'} disabled={busy || !ready || (asksWhy && !told)} autoFocus={!asksWhy && !children}>{verb}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
