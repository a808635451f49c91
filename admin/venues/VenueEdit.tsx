import { Alert } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { EditForm } from '../ui/EditForm.tsx'
import { FormHistory } from '../ui/FormHistory.tsx'
import { open } from '../ui/reasons.ts'
import { VenueInputs } from './VenueInputs.tsx'
import type { Venue } from './venue.queries.ts'

export const VenueEdit = () => <EditForm redirect="list" transform={unplaced}><Notices /><VenueInputs /><FormHistory /></EditForm>

/** A position that is only the city’s is not sent back as if somebody had placed it. */
function unplaced(data: Partial<Venue>, { previousData }: { previousData?: Partial<Venue> } = {}) {
  const untouched = previousData?.approximate && data.latitude === previousData.latitude && data.longitude === previousData.longitude
  return untouched ? { ...data, latitude: undefined, longitude: undefined } : data
}

function Notices() {
  const venue = useRecordContext<Venue>()
  const translate = useTranslate()
  if (!venue) return null
  return (
    <>
      {!open(venue.can.update) && <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.readOnly')}</Alert>}
      {venue.approximate && <Alert severity="warning" sx={{ mb: 2 }}>{translate('coaching.venues.approximateHelp', { city: venue.city?.name })}</Alert>}
    </>
  )
}
