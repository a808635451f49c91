import { AutocompleteInput, ReferenceInput, required } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { Existing, useExisting } from './Existing.tsx'
import { VenueInputs } from './VenueInputs.tsx'

type City = { name?: string; id?: string; postalCodes?: string[] }
/** Codes tell apart the communes of one name; the search finds them by name, postal code or INSEE code. */
const cityName = ({ name, id, postalCodes = [] }: City) => name ? `${name} (${postalCodes.length === 1 ? postalCodes[0] : id})` : ''

export function VenueCreate() {
  const { scope } = useSession()
  const { existing, onRefusal } = useExisting()
  return (
    <CreateForm redirect="list" onRefusal={onRefusal}>
      <Existing venue={existing} />
      <ReferenceInput source="cityId" reference="cities" filter={scope.departmentCode ? { departmentCodes: [scope.departmentCode] } : {}} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput optionText={cityName} filterToQuery={(q: string) => ({ q })} matchSuggestion={() => true} validate={required()} label="resources.venues.fields.cityId" helperText="coaching.venues.cityHelp" />
      </ReferenceInput>
      <VenueInputs />
    </CreateForm>
  )
}
