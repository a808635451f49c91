import { Alert } from '@mui/material'
import { useGetOne, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { Campaign } from '../campaigns/campaign.queries.ts'
import { day, dayFrom } from '../ui/paris.ts'

/** Warns of a date outside the campaign’s window, which may be meant. */
export function WindowHint() {
  const translate = useTranslate()
  const [campaignId, startsAt] = useWatch({ name: ['campaignId', 'startsAt'] }) as [string | undefined, string | null | undefined]
  const { data } = useGetOne<Campaign>('campaigns', { id: campaignId ?? '' }, { enabled: Boolean(campaignId) })
  const on = dayFrom(startsAt)
  if (!data || !on || (on >= data.startsOn && on <= data.endsOn)) return null
  return <Alert severity="warning" role="status" sx={{ mt: 1 }}>{translate('coaching.events.outsideWindow', { name: data.name, from: day(data.startsOn), until: day(data.endsOn) })}</Alert>
}
