import { AutocompleteInput, DataTable, ReferenceInput, SearchInput, SelectArrayInput, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { Venue } from './venue.queries.ts'

export function VenueList() {
  const translate = useTranslate()
  const { departments } = useSession()
  const filters = [
    <SearchInput key="q" source="q" alwaysOn />,
    <SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />,
    <ReferenceInput key="cityId" source="cityId" reference="cities"><AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.venues.fields.cityId" /></ReferenceInput>,
  ]
  return (
    <Listing filters={filters} sort={{ field: 'name', order: 'ASC' }}>
      <Rows<Venue> to="edit" primary={({ name }) => name} secondary={({ address, city }) => `${address}, ${city?.name ?? ''}`}>
        <DataTable.Col source="name" render={({ name }: Venue) => <RowLink to="edit">{name}</RowLink>} />
        <DataTable.Col source="address" disableSort />
        <DataTable.Col source="cityId" disableSort render={({ city }: Venue) => city?.name} />
        <DataTable.Col source="departmentCode" disableSort render={({ department }: Venue) => department?.name} />
        <DataTable.Col source="approximate" disableSort render={({ approximate }: Venue) => approximate ? translate('coaching.venues.approximate') : null} />
      </Rows>
    </Listing>
  )
}
