import { AutocompleteInput, BooleanInput, DataTable, ReferenceInput, SearchInput, SelectArrayInput, TextInput, useTranslate } from 'react-admin'
import { useSession, type Session } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { phone } from '../ui/phone.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { ReferentRow } from './referent.queries.ts'

const filters = ({ scope, departments }: Session) => [
  <SearchInput key="q" source="q" alwaysOn />,
  ...(scope.departmentCode ? [] : [<SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />]),
  <ReferenceInput key="cityId" source="cityId" reference="cities"><AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.referents.fields.cityId" /></ReferenceInput>,
  <TextInput key="language" source="language" />,
  <BooleanInput key="active" source="active" defaultValue />,
]
const nameOf = ({ firstName, lastName }: ReferentRow) => `${lastName} ${firstName}`

export function ReferentList() {
  const translate = useTranslate()
  return (
    <Listing filters={filters(useSession())} sort={{ field: 'lastName', order: 'ASC' }}>
      <Rows<ReferentRow> primary={nameOf} secondary={(row) => [row.city?.name, phone(row.phone)].filter(Boolean).join(' · ')}>
        <DataTable.Col source="lastName" render={(row: ReferentRow) => <RowLink>{nameOf(row)}</RowLink>} />
        <DataTable.Col source="cityId" disableSort render={({ city }: ReferentRow) => city?.name} />
        <DataTable.Col source="departments" disableSort render={({ departments }: ReferentRow) => departments.map(({ name }) => name).join(', ')} />
        <DataTable.Col source="languages" disableSort render={({ languages }: ReferentRow) => languages.join(', ')} />
        <DataTable.Col source="phone" disableSort render={(row: ReferentRow) => phone(row.phone)} />
        <DataTable.Col source="active" disableSort render={({ active }: ReferentRow) => active ? null : translate('coaching.referents.inactive')} />
      </Rows>
    </Listing>
  )
}
