import { Button, TextField } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { EditButton, TopToolbar, useRecordContext, useRedirect, useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { held, open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { erase, type Referent } from './referent.queries.ts'

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }))
const FindOther = lazy(async () => ({ default: (await import('./FindOther.tsx')).FindOther }))

/** What may be done with a record: change it, make one of it and another, erase the person. */
export function ReferentActs() {
  const referent = useRecordContext<Referent>()
  const translate = useTranslate()
  const [finding, setFinding] = useState(false)
  const [otherId, setOtherId] = useState<string>()
  const [erasing, setErasing] = useState(false)
  if (!referent || referent.erasedAt) return null
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      {held(referent.can.merge) && <ActionButton against={referent.can.merge} size="small" onClick={() => setFinding(true)}>{translate('coaching.referents.merge.find')}</ActionButton>}
      {open(referent.can.erase) && <Button size="small" color="error" onClick={() => setErasing(true)}>{translate('coaching.referents.erase.verb')}</Button>}
      {open(referent.can.update) && <EditButton />}
      <Suspense fallback={null}>
        {finding && <FindOther id={referent.id} onFound={(id) => { setFinding(false); setOtherId(id) }} onClose={() => setFinding(false)} />}
        {otherId && <MergeDialog id={referent.id} otherId={otherId} onClose={() => setOtherId(undefined)} />}
      </Suspense>
      {erasing && <Erase referent={referent} onClose={() => setErasing(false)} />}
    </TopToolbar>
  )
}

/** Nothing brings the person back: a word is typed before. */
function Erase({ referent, onClose }: { referent: Referent; onClose: () => void }) {
  const translate = useTranslate()
  const redirect = useRedirect()
  const { act, busy, hears } = useAct()
  const [typed, setTyped] = useState('')
  const word = translate('coaching.referents.erase.word')
  return (
    <ActDialog
      title={translate('coaching.referents.erase.title', { name: `${referent.firstName} ${referent.lastName}` })} text={translate('coaching.referents.erase.text')} verb={translate('coaching.referents.erase.verb')}
      asksWhy dangerous hears={hears} busy={busy} ready={typed.trim() === word} onClose={onClose}
      onConfirm={async (reason) => { if (await act(erase, { id: referent.id, reason }, 'coaching.referents.erase.done')) redirect('list', 'referents') }}
    >
      <TextField fullWidth required autoFocus autoComplete="off" margin="dense" label={translate('coaching.referents.erase.type', { word })} value={typed} onChange={({ target }) => setTyped(target.value)} />
    </ActDialog>
  )
}
