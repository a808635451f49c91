import { Alert, Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, List, ListItem, ListItemButton, ListItemText, TextField, Typography } from '@mui/material'
import { useId, useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { useAct } from '../ui/useAct.ts'
import { usePages } from '../ui/usePages.ts'
import { askable, inviteReferents, type Askable } from './invitation.queries.ts'

type Props = { eventIds: string[]; departmentCodes: string[]; title: string; preselected?: string[]; children?: ReactNode; onClose: () => void; onSent?: () => void }

const described = ({ city, languages }: Askable) => [city?.name, languages.join(', ')].filter(Boolean).join(' · ')

/** Chooses referents of the departments and sends each one mail for all the events. */
export function InviteDialog({ eventIds, departmentCodes, title, preselected = [], children, onClose, onSent }: Props) {
  const translate = useTranslate()
  const id = useId()
  const { act, busy } = useAct()
  const [q, setQ] = useState('')
  const [language, setLanguage] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(preselected))
  const filter = {
    departmentCodes, reachable: true, ...(eventIds.length === 1 ? { notAskedAbout: eventIds[0] } : {}), ...(q ? { q } : {}), ...(language ? { language } : {}),
  }
  const { items, total, isLoading, hasNextPage, fetchNextPage } = usePages(askable, { filter })

  const toggle = (one: string) => setChosen((before) => {
    const after = new Set(before)
    if (!after.delete(one)) after.add(one)
    return after
  })
  const send = async () => {
    const sent = await act(inviteReferents, { eventIds, referentIds: [...chosen] }, 'coaching.invite.done', { smart_count: chosen.size })
    if (!sent) return
    onSent?.()
    onClose()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {children}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' }, my: 1 }}>
          <TextField size="small" label={translate('coaching.invite.q')} value={q} onChange={({ target }) => setQ(target.value)} type="search" />
          <TextField size="small" label={translate('coaching.invite.language')} value={language} onChange={({ target }) => setLanguage(target.value)} />
        </Box>
        {!isLoading && total === 0 && <Alert severity="info">{translate('coaching.invite.nobody')}</Alert>}
        {total > 0 && (
          <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
            <Typography variant="body2" role="status">{translate('coaching.invite.found', { smart_count: total })} {translate('coaching.invite.chosen', { smart_count: chosen.size })}</Typography>
            <Button onClick={() => setChosen(new Set([...chosen, ...items.map((one) => one.id)]))}>{translate('coaching.invite.all', { smart_count: items.length })}</Button>
          </Box>
        )}
        <List dense sx={{ maxHeight: 360, overflow: 'auto' }}>
          {items.map((one) => (
            <ListItem key={one.id} disablePadding>
              <ListItemButton role="checkbox" aria-checked={chosen.has(one.id)} onClick={() => toggle(one.id)}>
                <Checkbox edge="start" checked={chosen.has(one.id)} tabIndex={-1} disableRipple slotProps={{ input: { 'aria-hidden': true } }} />
                <ListItemText primary={`${one.firstName} ${one.lastName}`} secondary={described(one)} />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{translate('coaching.invite.more')}</Button>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('coaching.act.giveUp')}</Button>
        <Button variant="contained" disabled={busy || chosen.size === 0} onClick={send}>{translate('coaching.invite.send', { smart_count: chosen.size })}</Button>
      </DialogActions>
    </Dialog>
  )
}
