import { Box, Link, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useDataProvider, useNotify, useRefresh, useTranslate, type HttpError } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Provider } from '../app/dataProvider.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import { useAct } from '../ui/useAct.ts'
import { Decide } from './Decide.tsx'
import { acceptLine, refuseLine, type Line } from './proposal.queries.ts'

/** Somebody proposed for a place, and what is decided about it. */
export function LineRow({ line: { id, state, answer, distanceKm, load, outdatedBecause, referent, can }, title }: { line: Line; title: string }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const provider = useDataProvider<Provider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const { act, busy, hears } = useAct()
  const [accepting, setAccepting] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const name = referent ? `${referent.firstName} ${referent.lastName}` : translate('coaching.invite.outOfReach')
  const words = (key: string, more: object = {}) => translate(`coaching.proposals.${key}`, { name, ...more })
  // Not `useAct`: the server answers well also when it was no longer possible, and says why.
  const accept = async () => {
    setAccepting(true)
    try {
      const { state, outdatedBecause } = await provider.ask(acceptLine, { id })
      notify(state === 'ACCEPTED' ? words('accepted') : words('notAccepted', { why: outdatedBecause }), { type: state === 'ACCEPTED' ? 'success' : 'warning' })
    } catch (thrown) {
      const { status, message } = thrown as HttpError
      if (status === 401) location.reload()
      notify(message, { type: 'error' })
    } finally {
      setAccepting(false)
      refresh()
    }
  }
  const facts = [
    `${translate('coaching.proposals.columns.distance')}\u00a0: ${distanceKm === null ? words('kmUnknown') : words('km', { km: distanceKm })}`,
    `${translate('coaching.proposals.columns.load')}\u00a0: ${words('places', { smart_count: load })}`,
  ]
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', borderTop: 1, borderColor: 'divider', pt: 1 }}>
      <Box sx={{ minWidth: 200, flex: 1 }}>
        <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
          {referent ? <Link component={RouterLink} to={path({ resource: 'referents', type: 'show', id: referent.id })} sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>{name}</Link> : name}
          <StateChip of="Answer" value={answer} />
          {state !== 'PROPOSED' && <StateChip of="ProposalLineState" value={state} />}
        </Stack>
        <Typography variant="body2" color="text.secondary">{facts.join(' · ')}</Typography>
        {outdatedBecause && <Typography variant="body2">{outdatedBecause}</Typography>}
      </Box>
      {state === 'PROPOSED' && (
        <Stack direction="row" spacing={1}>
          <Decide against={can.accept} variant="contained" busy={busy || accepting} name={words('acceptOf')} onClick={() => void accept()}>{words('accept')}</Decide>
          <Decide against={can.refuse} busy={busy || accepting} name={words('refuseOf')} onClick={() => setRefusing(true)}>{words('refuse')}</Decide>
        </Stack>
      )}
      {refusing && (
        <ActDialog
          title={words('refuseTitle', { title })} text={words('refuseText')} verb={words('refuse')} hears={hears} busy={busy} onClose={() => setRefusing(false)}
          onConfirm={async () => { if (await act(refuseLine, { id }, 'coaching.proposals.refused', { name })) setRefusing(false) }}
        />
      )}
    </Box>
  )
}
