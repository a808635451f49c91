import { Alert, Box } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { Fact, Facts } from '../ui/Fact.tsx'
import { EditForm } from '../ui/EditForm.tsx'
import { FormHistory } from '../ui/FormHistory.tsx'
import { open } from '../ui/reasons.ts'
import { Existing, useExisting } from './Existing.tsx'
import { VenueEvents } from './VenueEvents.tsx'
import { VenueInputs } from './VenueInputs.tsx'
import type { Venue } from './venue.queries.ts'

export function VenueEdit() {
  const { existing, onRefusal } = useExisting()
  return <EditForm redirect="list" transform={unplaced} onRefusal={onRefusal}><Existing venue={existing} /><Notices /><Place /><VenueInputs /><VenueEvents /><FormHistory /></EditForm>
}

/** A position that is only the city’s is not sent back as if somebody had placed it. */
function unplaced(data: Partial<Venue>, { previousData }: { previousData?: Partial<Venue> } = {}) {
  const untouched = previousData?.approximate && data.latitude === previousData.latitude && data.longitude === previousData.longitude
  return untouched ? { ...data, latitude: undefined, longitude: undefined } : data
}

/** A venue stays in its city: a wrong one is another venue. */
function Place() {
  const venue = useRecordContext<Venue>()
  return venue && (
    <Box sx={{ mb: 2, width: 1 }}>
      <Facts>
        <Fact label="resources.venues.fields.cityId">{venue.city?.name}</Fact>
        <Fact label="resources.venues.fields.departmentCode">{venue.department?.name}</Fact>
      </Facts>
    </Box>
  )
}

function Notices() {
  const venue = useRecordContext<Venue>()
  const translate = useTranslate()
  if (!venue) return null
  return (
    <>
      {!open(venue.can.update) && <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.readOnly')}</Alert>}
      {venue.neighbourhood && <Alert severity="info" sx={{ mb: 2 }}>{translate('coaching.venues.liesIn', { name: venue.neighbourhood.name })}</Alert>}
      {venue.approximate && <Alert severity="warning" sx={{ mb: 2 }}>{translate('coaching.venues.approximateHelp', { city: venue.city?.name })}</Alert>}
    </>
  )
}
