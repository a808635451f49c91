import { Chip } from '@mui/material'
import { DataTable, SearchInput, useTranslate } from 'react-admin'
import { Listing } from '../ui/Listing.tsx'
import { RowLink, Rows } from '../ui/Rows.tsx'
import type { Account } from './account.queries.ts'
import { useRoleName } from './useRoleName.ts'

const filters = [<SearchInput key="q" source="q" alwaysOn />]

export function AccountList() {
  const translate = useTranslate()
  const roleName = useRoleName()
  const roles = ({ memberships }: Account) => memberships.map(roleName).join(', ')
  const standing = ({ disabledAt, hasPassword }: Account) => disabledAt ? 'disabled' : hasPassword ? 'active' : 'invited'
  const chip = (account: Account) => <Chip size="small" variant="outlined" label={translate(`coaching.accounts.${standing(account)}`)} />
  return (
    <Listing filters={filters} sort={{ field: 'name', order: 'ASC' }}>
      <Rows<Account> primary={({ name }) => name} secondary={roles} tertiary={chip}>
        <DataTable.Col source="name" render={({ name }: Account) => <RowLink>{name}</RowLink>} />
        <DataTable.Col source="email" />
        <DataTable.Col source="memberships" disableSort render={roles} />
        <DataTable.Col source="standing" disableSort render={chip} />
      </Rows>
    </Listing>
  )
}
