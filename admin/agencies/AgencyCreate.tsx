import { required, SelectArrayInput } from 'react-admin'
import { useSession } from '../app/session.ts'
import { CreateForm } from '../ui/CreateForm.tsx'
import { AgencyInputs } from './AgencyInputs.tsx'

export function AgencyCreate() {
  const { scope, departments } = useSession()
  return (
    <CreateForm redirect="list" defaultValues={{ departmentCodes: scope.departmentCode ? [scope.departmentCode] : [] }}>
      <AgencyInputs />
      {!scope.departmentCode && <SelectArrayInput source="departmentCodes" choices={departments} translateChoice={false} validate={required()} />}
    </CreateForm>
  )
}
