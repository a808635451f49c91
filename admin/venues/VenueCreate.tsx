import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { VenueInputs } from './VenueInputs.tsx'

export function VenueCreate() {
  const { scope } = useSession()
  return (
    <CreateForm redirect="list">
      <ReferenceInput source="cityId" reference="cities" filter={scope.departmentCode ? { departmentCodes: [scope.departmentCode] } : {}} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} validate={required()} label="resources.venues.fields.cityId" />
      </ReferenceInput>
      <VenueInputs />
    </CreateForm>
  )
}
