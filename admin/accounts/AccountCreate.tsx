import { AutocompleteInput, ReferenceInput, required, SelectInput, TextInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { useSession } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { CreateForm } from '../ui/CreateForm.tsx'

/** Whom a manager may invite, the server decides; the form proposes what fits the place he acts in. */
export function AccountCreate() {
  const { scope } = useSession()
  return (
    <CreateForm redirect="list" defaultValues={{ departmentCode: scope.departmentCode ?? undefined }}>
      <TextInput source="name" validate={required()} />
      <TextInput source="email" type="email" validate={required()} helperText="coaching.accounts.emailHelp" />
      <Place />
    </CreateForm>
  )
}

function Place() {
  const { scope, departments } = useSession()
  const role = (useWatch({ name: 'role' }) ?? '') as string
  const family = scope.role.split('_')[0]!
  const roles = family === 'REGIONAL' ? choicesOf('Role') : choicesOf('Role').filter(({ id }) => id.startsWith(family) || (family === 'DEPARTMENT' && id.startsWith('AGENCY')))
  return (
    <>
      <SelectInput source="role" choices={roles} validate={required()} />
      {role.startsWith('DEPARTMENT') && <SelectInput source="departmentCode" choices={scope.departmentCode ? departments.filter(({ id }) => id === scope.departmentCode) : departments} translateChoice={false} validate={required()} />}
      {role.startsWith('AGENCY') && (
        <ReferenceInput source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} validate={required()} label="resources.accounts.fields.agencyId" />
        </ReferenceInput>
      )}
    </>
  )
}
