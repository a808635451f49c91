import { Button, Dialog, DialogActions, DialogContent, DialogTitle, List, ListItem, ListItemButton, ListItemText, TextField, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../ui/useAnswer.ts'
import { searched } from './referent.queries.ts'

const ENOUGH = 2

/** Looks for the record that is to be merged with this one. */
export function FindOther({ id, onFound, onClose }: { id: string; onFound: (id: string) => void; onClose: () => void }) {
  const translate = useTranslate()
  const title = useId()
  const [q, setQ] = useState('')
  const asked = q.trim().length >= ENOUGH
  const { data } = useAnswer(searched, { q: q.trim() }, asked)
  const others = asked ? (data?.items ?? []).filter((one) => one.id !== id) : []
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{translate('coaching.referents.merge.find')}</DialogTitle>
      <DialogContent>
        <TextField autoFocus fullWidth size="small" type="search" margin="dense" label={translate('coaching.referents.merge.q')} value={q} onChange={({ target }) => setQ(target.value)} />
        {asked && data && others.length === 0 && <Typography role="status" sx={{ mt: 2 }}>{translate('coaching.referents.merge.nobody')}</Typography>}
        <List dense>
          {others.map(({ id, firstName, lastName, employer, city }) => (
            <ListItem key={id} disablePadding>
              <ListItemButton onClick={() => onFound(id)}><ListItemText primary={`${firstName} ${lastName}`} secondary={[city?.name, employer].filter(Boolean).join(' · ')} /></ListItemButton>
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button></DialogActions>
    </Dialog>
  )
}
