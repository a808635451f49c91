import { Box, Typography } from '@mui/material'
import { ArrayInput, AutocompleteInput, DateInput, NumberInput, ReferenceInput, required, SimpleFormIterator, TextInput, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { SharesSum } from './SharesSum.tsx'

const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }
const quarter = { ...pair, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }

const delays = ['venueDays', 'submissionDays', 'publicationDays', 'referentsDays', 'reconfirmFirstDays', 'reconfirmLastDays', 'reminderDays'] as const
/** Source: DESIGN, countdown; the lines are those of the server when none is said. */
export const firstDelays = { venueDays: 35, submissionDays: 28, publicationDays: 21, referentsDays: 10, reconfirmFirstDays: 7, reconfirmLastDays: 2, reminderDays: 4 }

/** A field of the form per department, named so that forms do not take its code for an index. */
export const shareOf = (departmentCode: string) => `d${departmentCode}`

export function CampaignInputs() {
  const translate = useTranslate()
  const { departments } = useSession()
  const heading = (key: string) => <Typography component="h2" variant="h6" sx={{ mt: 2, mb: 1 }}>{translate(`coaching.campaigns.${key}`)}</Typography>
  return (
    <>
      <TextInput source="name" validate={required()} />
      <Box sx={pair}>
        <DateInput source="startsOn" validate={required()} />
        <DateInput source="endsOn" validate={required()} />
        <ReferenceInput source="perimeterId" reference="perimeters"><AutocompleteInput optionText="name" validate={required()} label="resources.campaigns.fields.perimeterId" /></ReferenceInput>
      </Box>
      <NumberInput source="target" validate={required()} min={0} step={1} />
      {heading('shares')}
      <Box sx={quarter}>
        {departments.map(({ id, name }) => <NumberInput key={id} source={`shares.${shareOf(id)}`} label={name} min={0} step={1} />)}
      </Box>
      <SharesSum />
      {heading('defaults')}
      <Box sx={pair}>
        <NumberInput source="defaultCapacity" min={1} step={1} />
        <NumberInput source="defaultReferentsNeeded" min={0} step={1} />
      </Box>
      {heading('delays')}
      <Box sx={quarter}>
        {delays.map((source) => <NumberInput key={source} source={source} validate={required()} min={0} max={365} step={1} />)}
      </Box>
      {heading('checklist')}
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('coaching.campaigns.checklistHelp')}</Typography>
      <ArrayInput source="checklist" label={false}>
        <SimpleFormIterator inline disableReordering>
          <TextInput source="title" validate={required()} helperText={false} sx={{ minWidth: { xs: 200, sm: 420 } }} />
          <NumberInput source="daysBefore" validate={required()} min={-365} max={365} step={1} helperText={false} />
        </SimpleFormIterator>
      </ArrayInput>
    </>
  )
}
