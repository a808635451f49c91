import { Box } from '@mui/material'
import { AutocompleteInput, BooleanInput, NumberInput, ReferenceInput, required, TextArrayInput, TextInput } from 'react-admin'

const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }

export const ReferentInputs = () => (
  <>
    <Box sx={pair}>
      <TextInput source="firstName" validate={required()} />
      <TextInput source="lastName" validate={required()} />
      <TextInput source="email" type="email" validate={required()} />
      <TextInput source="phone" type="tel" />
    </Box>
    <ReferenceInput source="cityId" reference="cities" sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.referents.fields.cityId" />
    </ReferenceInput>
    <TextArrayInput source="languages" helperText="coaching.referents.languagesHelp" />
    <TextInput source="employer" />
    <TextInput source="skills" multiline />
    <Box sx={pair}>
      <NumberInput source="maxDays" min={1} step={1} />
      <NumberInput source="maxDistanceKm" min={0} step={1} />
    </Box>
    <TextInput source="notes" multiline helperText="coaching.referents.notesHelp" />
    <BooleanInput source="active" helperText="coaching.referents.activeHelp" />
  </>
)
