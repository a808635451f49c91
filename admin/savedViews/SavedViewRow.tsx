import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useResourceContext, useStore, useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { ActDialog } from '../ui/ActDialog.tsx'
import { open } from '../ui/reasons.ts'
import { ActField } from '../ui/Refusals.tsx'
import { useAct } from '../ui/useAct.ts'
import { remove, share, unshare, update, type SavedView } from './savedView.queries.ts'

type Props = { view: SavedView; current: { search: string; hiddenColumns: string[] }; onChosen: () => void }

export function SavedViewRow({ view: { id, name, search, hiddenColumns, shared, version, author, can }, current, onChosen }: Props) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const resource = useResourceContext()
  const [, hide] = useStore<string[]>(`${resource}.datatable`, [])
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState<'rename' | 'replace' | 'remove'>()
  const [newName, setNewName] = useState(name)
  const words = (part: string) => translate(`coaching.savedViews.${part}`, { name })
  const choose = () => {
    hide(hiddenColumns)
    void navigate({ pathname: `/${resource}`, search: `?${search}` })
    onChosen()
  }
  const confirm = async () => {
    const done = asking === 'remove' ? await act(remove, { id }, 'coaching.savedViews.removeDone')
      : await act(update, { id, version, input: asking === 'rename' ? { name: newName.trim(), search, hiddenColumns } : { name, ...current } }, 'coaching.savedViews.updateDone')
    if (done) setAsking(undefined)
  }
  return (
    <Box sx={{ width: 1 }}>
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
        <Button onClick={choose} sx={{ textAlign: 'start' }}>{name}</Button>
        {shared && <Chip size="small" variant="outlined" label={open(can.update) || !author ? words('shared') : translate('coaching.savedViews.sharedBy', { name: author.name })} />}
      </Stack>
      {open(can.update) && (
        <Stack direction="row" useFlexGap flexWrap="wrap">
          <Button size="small" aria-label={words('replaceOf')} onClick={() => setAsking('replace')}>{words('replace')}</Button>
          <Button size="small" aria-label={words('renameOf')} onClick={() => setAsking('rename')}>{words('rename')}</Button>
          {open(can.share) && (
            <Button size="small" disabled={busy} aria-label={words(shared ? 'unshareOf' : 'shareOf')} onClick={() => void act(shared ? unshare : share, { id }, `coaching.savedViews.${shared ? 'unshareDone' : 'shareDone'}`)}>
              {words(shared ? 'unshare' : 'share')}
            </Button>
          )}
          <Button size="small" color="error" aria-label={words('removeOf')} onClick={() => setAsking('remove')}>{words('remove')}</Button>
        </Stack>
      )}
      {asking && (
        <ActDialog
          title={words(`${asking}Title`)} verb={words(asking)} dangerous={asking === 'remove'} hears={hears} busy={busy} ready={asking !== 'rename' || newName.trim() !== ''}
          text={asking === 'rename' ? undefined : words(`${asking}Text`)} onClose={() => setAsking(undefined)} onConfirm={() => void confirm()}
        >
          {asking === 'rename' && (
            <ActField name="name" autoFocus required fullWidth margin="dense" label={words('name')} value={newName} onChange={({ target }) => setNewName(target.value)} slotProps={{ htmlInput: { maxLength: 80 } }} />
          )}
        </ActDialog>
      )}
      {!open(can.update) && <Typography variant="caption" color="text.secondary">{words('readOnly')}</Typography>}
    </Box>
  )
}
