import { useEffect } from 'react'
import { useGetOne } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Campaign } from '../campaigns/campaign.queries.ts'

/** Gives a new event what its campaign says it starts with, where nothing was typed yet. */
export function CampaignDefaults() {
  const id = useWatch({ name: 'campaignId' }) as string | undefined
  const { data } = useGetOne<Campaign>('campaigns', { id: id ?? '' }, { enabled: Boolean(id) })
  const { setValue, getFieldState } = useFormContext()
  useEffect(() => {
    for (const [field, given] of [['capacity', data?.defaultCapacity], ['referentsNeeded', data?.defaultReferentsNeeded]] as const)
      if (given !== undefined && given !== null && !getFieldState(field).isDirty) setValue(field, given)
  }, [data, setValue, getFieldState])
  return null
}
