import { Box, Typography } from '@mui/material'
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin'
import { held } from '../ui/reasons.ts'
import type { Venue } from './venue.queries.ts'
import { VenuePlace } from './VenuePlace.tsx'

const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }

export function VenueInputs() {
  const translate = useTranslate()
  const can = useRecordContext<Venue>()?.can
  return (
    <>
      <TextInput source="name" validate={required()} />
      <TextInput source="address" validate={required()} multiline />
      <TextInput source="postalCode" validate={required()} />
      <VenuePlace />
      <Typography component="h2" variant="h6" sx={{ mt: 2, mb: 1 }}>{translate('coaching.venues.reception')}</Typography>
      <TextInput source="access" multiline helperText="coaching.venues.accessHelp" />
      <TextInput source="transport" multiline helperText="coaching.venues.transportHelp" />
      {(!can || held(can.readContact)) && (
        <>
          <TextInput source="contactName" helperText="coaching.venues.contactHelp" />
          <Box sx={pair}>
            <TextInput source="contactEmail" type="email" />
            <TextInput source="contactPhone" type="tel" />
          </Box>
        </>
      )}
    </>
  )
}
