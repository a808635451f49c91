import { Box } from '@mui/material'
import { NumberInput, required, TextInput } from 'react-admin'

const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }

export const VenueInputs = () => (
  <>
    <TextInput source="name" validate={required()} />
    <TextInput source="address" validate={required()} multiline />
    <TextInput source="postalCode" validate={required()} />
    <TextInput source="access" multiline />
    <Box sx={pair}>
      <NumberInput source="latitude" helperText="coaching.venues.positionHelp" />
      <NumberInput source="longitude" />
    </Box>
  </>
)
