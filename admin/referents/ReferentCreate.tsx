import { required, SelectArrayInput } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { ReferentInputs } from './ReferentInputs.tsx'

/** The department of whoever writes goes without saying. */
export function ReferentCreate() {
  const { scope, departments } = useSession()
  return (
    <CreateForm defaultValues={{ active: true, languages: [], departmentCodes: scope.departmentCode ? [scope.departmentCode] : [] }}>
      <ReferentInputs />
      {!scope.departmentCode && <SelectArrayInput source="departmentCodes" choices={departments} translateChoice={false} validate={required()} />}
    </CreateForm>
  )
}
