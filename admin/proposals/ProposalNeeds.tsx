import { Alert, Button, Chip, Skeleton, Stack } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { usePages } from '../ui/usePages.ts'
import { AcceptAll } from './AcceptAll.tsx'
import { NeedCard } from './NeedCard.tsx'
import { proposalNeeds } from './proposal.queries.ts'

type Props = { proposalId: string; eventId?: string; showAll: () => void }

/** What a proposal says event by event, the nearest first; or of one event only. */
export function ProposalNeeds({ proposalId, eventId, showAll }: Props) {
  const translate = useTranslate()
  const [missing, setMissing] = useState(false)
  const { items, isLoading, error, hasNextPage, fetchNextPage } = usePages(proposalNeeds, { filter: { proposalId, ...(eventId ? { eventId } : {}), ...(missing ? { missing } : {}) } })
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (isLoading) return <Skeleton variant="rectangular" height={240} />
  const filters = [[false, 'all'], [true, 'onlyMissing']] as const
  return (
    <Stack spacing={2}>
      {eventId
        ? <Alert severity="info" action={<Button color="inherit" size="small" onClick={showAll}>{translate('coaching.proposals.showAll')}</Button>}>{translate(items.length > 0 ? 'coaching.proposals.one' : 'coaching.proposals.notHere')}</Alert>
        : (
          <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" role="group" aria-label={translate('coaching.proposals.filter')}>
            {filters.map(([value, label]) => (
              <Chip key={label} label={translate(`coaching.proposals.${label}`)} color={missing === value ? 'primary' : 'default'} aria-pressed={missing === value} onClick={() => setMissing(value)} />
            ))}
          </Stack>
        )}
      {!eventId && items.length === 0 && <Alert severity={missing ? 'success' : 'info'}>{translate(missing ? 'coaching.proposals.noneMissing' : 'coaching.proposals.noEvents')}</Alert>}
      <AcceptAll proposalId={proposalId} eventId={eventId} />
      {items.map((need) => <NeedCard key={need.id} need={need} />)}
      {hasNextPage && <Button sx={{ alignSelf: 'start' }} onClick={() => void fetchNextPage()}>{translate('coaching.proposals.more')}</Button>}
    </Stack>
  )
}
