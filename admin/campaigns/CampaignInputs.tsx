import { Box, Typography } from '@mui/material'
import { AutocompleteInput, DateInput, NumberInput, ReferenceInput, required, TextInput, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'

const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }
const quarter = { ...pair, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }

/** A field of the form per department, named so that forms do not take its code for an index. */
export const shareOf = (departmentCode: string) => `d${departmentCode}`

export function CampaignInputs() {
  const translate = useTranslate()
  const { departments } = useSession()
  return (
    <>
      <TextInput source="name" validate={required()} />
      <Box sx={pair}>
        <DateInput source="startsOn" validate={required()} />
        <DateInput source="endsOn" validate={required()} />
        <ReferenceInput source="perimeterId" reference="perimeters"><AutocompleteInput optionText="name" validate={required()} label="resources.campaigns.fields.perimeterId" /></ReferenceInput>
      </Box>
      <NumberInput source="target" validate={required()} min={0} step={1} />
      <Typography component="h2" variant="h6" sx={{ mt: 2, mb: 1 }}>{translate('coaching.campaigns.shares')}</Typography>
      <Box sx={quarter}>
        {departments.map(({ id, name }) => <NumberInput key={id} source={`shares.${shareOf(id)}`} label={name} min={0} step={1} />)}
      </Box>
    </>
  )
}
