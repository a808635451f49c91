import { AutocompleteInput, ReferenceInput, required, SelectInput } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { CampaignDefaults } from './CampaignDefaults.tsx'
import { EventInputs } from './EventInputs.tsx'

export function EventCreate() {
  const { scope, departments } = useSession()
  return (
    <CreateForm defaultValues={{ departmentCode: scope.departmentCode ?? undefined, referentsNeeded: 0 }}>
      <ReferenceInput source="campaignId" reference="campaigns" filter={{ states: ['OPEN'] }} sort={{ field: 'startsOn', order: 'DESC' }}>
        <AutocompleteInput optionText="name" validate={required()} label="resources.events.fields.campaignId" />
      </ReferenceInput>
      {!scope.departmentCode && <SelectInput source="departmentCode" choices={departments} translateChoice={false} validate={required()} />}
      <CampaignDefaults />
      <EventInputs />
    </CreateForm>
  )
}
