import { Alert, Box, Button, LinearProgress, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { Title, useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { v7 } from 'uuid'
import { useSession } from '../app/session.ts'
import { dayAndHour } from '../ui/paris.ts'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { proposals, propose, type ProposalRow } from './proposal.queries.ts'
import { ProposalNeeds } from './ProposalNeeds.tsx'

const LOOK_AGAIN_MS = 1_000

/** Who could fill which places of a campaign: the latest proposal, or an earlier one, and a new one on demand. */
export function Proposals() {
  const translate = useTranslate()
  const { campaigns, me, scope } = useSession()
  const { act, busy } = useAct()
  const [given, setGiven] = useSearchParams()
  // The same click sent twice makes one proposal.
  const [nextId, setNextId] = useState(() => v7())
  const campaign = campaigns.find(({ id }) => id === given.get('campaign')) ?? campaigns.find(({ state }) => state === 'OPEN') ?? campaigns[0]
  const { data, error } = useAnswer(proposals, { campaignId: campaign?.id ?? '' }, Boolean(campaign), ({ items }) => (items.some(({ state }) => state === 'COMPUTING') ? LOOK_AGAIN_MS : false))
  const items = data?.items ?? []
  const own = items.find(({ departmentCode }) => departmentCode === scope.departmentCode)
  // A department without one of its own looks at what the region made for all; the region does not start with one department.
  const shown = items.find(({ id }) => id === given.get('id')) ?? own ?? items.find(({ departmentCode }) => departmentCode === null)
  const creates = me.grants.includes('Proposal.create') && campaign?.state === 'OPEN'
  const go = (set: Record<string, string | undefined>) => setGiven((before) => {
    const after = new URLSearchParams(before)
    for (const [key, value] of Object.entries(set)) if (value) after.set(key, value); else after.delete(key)
    return after
  })
  const create = async () => {
    const made = await act(propose, { id: nextId, campaignId: campaign!.id }, 'coaching.proposals.asked')
    setNextId(v7())
    if (made) go({ id: made.id })
  }
  const whose = ({ departmentCode, department, author }: ProposalRow) =>
    departmentCode === scope.departmentCode ? author?.name : departmentCode === null ? translate('coaching.proposals.regional') : department?.name
  const described = (one: ProposalRow) => translate('coaching.proposals.of', { at: dayAndHour(one.createdAt), who: whose(one) ?? '' })
  return (
    <Box sx={{ mt: 2 }}>
      <Title title="coaching.proposals.title" />
      <Typography sx={{ maxWidth: 800 }}>{translate('coaching.proposals.help')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>{translate('coaching.proposals.travel')}</Typography>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!campaign && <Alert severity="info">{translate('coaching.proposals.noCampaign')}</Alert>}
      {campaign && (
        <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center" sx={{ mb: 2 }}>
          <TextField select size="small" label={translate('resources.events.fields.campaignId')} value={campaign.id} onChange={({ target }) => setGiven({ campaign: target.value })} sx={{ minWidth: 220, width: { xs: 1, sm: 'auto' } }}>
            {campaigns.map(({ id, name, state }) => <MenuItem key={id} value={id}>{name} – {translate(`enums.CampaignState.${state}`)}</MenuItem>)}
          </TextField>
          {items.some((one) => one !== shown) && (
            <TextField select size="small" label={translate('coaching.proposals.which')} value={shown?.id ?? ''} onChange={({ target }) => go({ id: target.value })} sx={{ minWidth: 220, width: { xs: 1, sm: 'auto' } }}>
              {items.map((one) => <MenuItem key={one.id} value={one.id}>{described(one)}</MenuItem>)}
            </TextField>
          )}
          {creates && <Button variant={own ? 'outlined' : 'contained'} disabled={busy} onClick={() => void create()}>{translate(own ? 'coaching.proposals.again' : 'coaching.proposals.propose')}</Button>}
        </Stack>
      )}
      {data && !shown && <Alert severity="info">{translate(creates ? 'coaching.proposals.none' : 'coaching.proposals.noneReader')}</Alert>}
      {shown?.state === 'COMPUTING' && (
        <Box sx={{ maxWidth: 480 }}>
          <Typography role="status">{translate('coaching.proposals.computing', { progress: shown.progress })}</Typography>
          <LinearProgress variant="determinate" value={shown.progress} aria-label={translate('coaching.proposals.progress')} sx={{ mt: 1 }} />
        </Box>
      )}
      {shown?.state === 'FAILED' && <Alert severity="warning">{shown.failure}</Alert>}
      {shown?.state === 'READY' && <ProposalNeeds key={shown.id} proposalId={shown.id} eventId={given.get('event') ?? undefined} showAll={() => go({ event: undefined })} />}
    </Box>
  )
}
