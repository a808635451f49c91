import { Button, Dialog, DialogActions, DialogContent, DialogTitle, List, ListItem, Stack, Typography } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { useListContext, useStore, useTranslate } from 'react-admin'
import { useLocation } from 'react-router-dom'
import { v7 } from 'uuid'
import { ActField, Refusals } from '../ui/Refusals.tsx'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { create, savedViews } from './savedView.queries.ts'
import { SavedViewRow } from './SavedViewRow.tsx'

/** What the list shows, as a view keeps it: the address says all but the columns. */
function useCurrent() {
  const { search } = useLocation()
  const { filterValues, displayedFilters, sort, perPage, resource } = useListContext()
  const [hiddenColumns] = useStore<string[]>(`${resource}.datatable`, [])
  const view = new URLSearchParams(search).get('view') ?? 'list'
  const params = new URLSearchParams({
    filter: JSON.stringify(filterValues), displayedFilters: JSON.stringify(displayedFilters ?? {}), sort: sort.field, order: sort.order, page: '1', perPage: String(perPage), view,
  })
  return { search: params.toString(), hiddenColumns }
}

/** The views one has kept, and those that colleagues share: choose one, keep the present one, rename, share, remove. */
export function SavedViews({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const id = useId()
  const current = useCurrent()
  const { data, isPending } = useAnswer(savedViews, {})
  const { act, busy, hears } = useAct()
  const [name, setName] = useState('')
  // The same id until it is kept: sending twice keeps one.
  const [next, setNext] = useState(() => v7())
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!(await act(create, { id: next, input: { name: name.trim(), ...current } }, 'coaching.savedViews.kept'))) return
    setName('')
    setNext(v7())
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{translate('coaching.savedViews.title')}</DialogTitle>
      <DialogContent>
        <Refusals hears={hears}>
          <Stack component="form" direction={{ xs: 'column', sm: 'row' }} spacing={1} onSubmit={keep} sx={{ pt: 1, alignItems: { sm: 'flex-start' } }}>
            <ActField
              name="name" size="small" required fullWidth label={translate('coaching.savedViews.name')} helperText={translate('coaching.savedViews.nameHelp')} value={name} onChange={({ target }) => setName(target.value)}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <Button type="submit" variant="contained" disabled={busy || name.trim() === ''} sx={{ flexShrink: 0 }}>{translate('coaching.savedViews.keep')}</Button>
          </Stack>
        </Refusals>
        {!isPending && data?.items.length === 0 && <Typography sx={{ mt: 2 }}>{translate('coaching.savedViews.none')}</Typography>}
        <List>
          {data?.items.map((view) => <ListItem key={view.id} disableGutters divider><SavedViewRow view={view} current={current} onChosen={onClose} /></ListItem>)}
        </List>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('ra.action.close')}</Button></DialogActions>
    </Dialog>
  )
}
