import { Alert, Link } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Refusal } from '../app/dataProvider.ts'

type Known = NonNullable<Refusal['existing']>

/** The venue that a refusal named: there already, under the same name at the same address. */
export function useExisting() {
  const [existing, setExisting] = useState<Known>()
  return { existing, onRefusal: (refusal: Refusal | undefined) => setExisting(refusal?.existing) }
}

/** Leads to the venue there is, in another tab: what was typed stays. */
export function Existing({ venue }: { venue: Known | undefined }) {
  const translate = useTranslate()
  const path = useCreatePath()
  if (!venue) return null
  return (
    <Alert severity="warning" sx={{ mb: 2, width: 1 }}>
      <Link component={RouterLink} to={path({ resource: 'venues', id: venue.id, type: 'edit' })} target="_blank">{translate('coaching.venues.existing', { name: venue.name })}</Link>
    </Alert>
  )
}
