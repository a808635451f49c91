import { AutocompleteInput, ReferenceInput, required, SaveButton, SelectInput, Toolbar, useRedirect, type RaRecord } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { CampaignDefaults } from './CampaignDefaults.tsx'
import { EventInputs } from './EventInputs.tsx'

export function EventCreate() {
  const { scope, departments } = useSession()
  return (
    <CreateForm defaultValues={{ departmentCode: scope.departmentCode ?? undefined, referentsNeeded: 0 }} toolbar={<CreateToolbar />}>
      <ReferenceInput source="campaignId" reference="campaigns" filter={{ states: ['OPEN'] }} sort={{ field: 'startsOn', order: 'DESC' }}>
        <AutocompleteInput optionText="name" validate={required()} label="resources.events.fields.campaignId" />
      </ReferenceInput>
      {!scope.departmentCode && <SelectInput source="departmentCode" choices={departments} translateChoice={false} validate={required()} />}
      <CampaignDefaults />
      <EventInputs />
    </CreateForm>
  )
}

/** Saves the event, and goes on to other dates of it for whoever wants several. */
function CreateToolbar() {
  const redirect = useRedirect()
  const others = ({ id }: RaRecord) => redirect(`/events/${id}/show`, undefined, undefined, undefined, { series: true })
  return (
    <Toolbar sx={{ gap: 2, flexWrap: 'wrap', py: 1 }}>
      <SaveButton />
      <SaveButton type="button" variant="outlined" label="coaching.series.fromForm" mutationOptions={{ onSuccess: others }} />
    </Toolbar>
  )
}
