import { Box, Link, Typography } from '@mui/material'
import {
  AutocompleteArrayInput, AutocompleteInput, DateTimeInput, NumberInput, ReferenceArrayInput, ReferenceInput, required, TextArrayInput, TextInput, useCreatePath, useTranslate, useRecordContext,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { Link as RouterLink } from 'react-router-dom'
import { instantOf, localOf } from '../ui/paris.ts'
import { held } from '../ui/reasons.ts'
import type { Event } from './event.queries.ts'
import { NeighbourhoodHint } from './NeighbourhoodHint.tsx'
import { WindowHint } from './WindowHint.tsx'

const pair = { display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1 }

/** What is written about an event, on creation and on change. */
export function EventInputs() {
  const translate = useTranslate()
  const path = useCreatePath()
  const departmentCode = useWatch({ name: 'departmentCode' }) as string | undefined
  const can = useRecordContext<Event>()?.can
  const within = { departmentCodes: departmentCode ? [departmentCode] : undefined }
  const heading = (key: string) => <Typography component="h2" variant="h6" sx={{ mt: 2, mb: 1 }}>{translate(`coaching.events.${key}`)}</Typography>
  return (
    <>
      <TextInput source="title" validate={required()} />
      <Box sx={pair}>
        <DateTimeInput source="startsAt" validate={required()} parse={instantOf} format={localOf} helperText="coaching.parisTime" />
        <DateTimeInput source="endsAt" validate={required()} parse={instantOf} format={localOf} />
        <NumberInput source="capacity" validate={required()} min={1} step={1} />
        <NumberInput source="referentsNeeded" min={0} step={1} helperText="coaching.events.referentsNeededHelp" />
      </Box>
      <WindowHint />
      {(!can || held(can.readInternal)) && <TextArrayInput source="languagesWanted" helperText="coaching.events.languagesWantedHelp" />}
      {heading('place')}
      <ReferenceInput source="venueId" reference="venues" filter={within} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput optionText={(venue: { name: string; city?: { name: string } }) => venue.name && `${venue.name}, ${venue.city?.name ?? ''}`} filterToQuery={(q: string) => ({ q })} label="resources.events.fields.venueId" />
      </ReferenceInput>
      <Typography variant="body2" sx={{ mb: 2 }}>
        <Link component={RouterLink} to={path({ resource: 'venues', type: 'create' })} target="_blank">{translate('coaching.events.addVenue')}</Link>
      </Typography>
      <ReferenceArrayInput source="neighbourhoodIds" reference="neighbourhoods" filter={within} perPage={100} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteArrayInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.events.fields.neighbourhoodIds" />
      </ReferenceArrayInput>
      <NeighbourhoodHint />
      {(!can || held(can.readInternal)) && <TextInput source="noNeighbourhoodReason" multiline />}
      {heading('people')}
      <ReferenceInput source="leadAgencyId" reference="agencies" filter={within} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.events.fields.leadAgencyId" />
      </ReferenceInput>
      {(!can || held(can.readContact)) && (
        <>
          <TextInput source="contactName" helperText="coaching.events.contactHelp" />
          <Box sx={pair}>
            <TextInput source="contactEmail" type="email" />
            <TextInput source="contactPhone" type="tel" />
          </Box>
        </>
      )}
      {heading('texts')}
      <TextInput source="publicText" multiline minRows={4} helperText="coaching.events.publicTextHelp" />
      {(!can || held(can.readInternal)) && <TextInput source="notes" multiline minRows={3} helperText="coaching.events.notesHelp" />}
    </>
  )
}
