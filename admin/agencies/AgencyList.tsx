import { DataTable, SearchInput, SelectArrayInput, useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { Listing } from '../ui/Listing.tsx'
import { phone } from '../ui/phone.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { Agency } from './agency.queries.ts'

export function AgencyList() {
  const translate = useTranslate()
  const { departments } = useSession()
  const kindOf = ({ kind }: Agency) => translate(`enums.AgencyKind.${kind}`)
  const filters = [
    <SearchInput key="q" source="q" alwaysOn />,
    <SelectArrayInput key="kinds" source="kinds" choices={choicesOf('AgencyKind')} />,
    <SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />,
  ]
  return (
    <Listing filters={filters} sort={{ field: 'name', order: 'ASC' }}>
      <Rows<Agency> to="edit" primary={({ name }) => name} secondary={kindOf}>
        <DataTable.Col source="name" render={({ name }: Agency) => <RowLink to="edit">{name}</RowLink>} />
        <DataTable.Col source="kind" render={kindOf} />
        <DataTable.Col source="departments" disableSort render={({ departments }: Agency) => departments.map(({ name }) => name).join(', ')} />
        <DataTable.Col source="phone" disableSort render={(record: { phone?: string | null }) => phone(record.phone)} />
      </Rows>
    </Listing>
  )
}
