import { required, SelectInput, TextInput, useRecordContext } from 'react-admin'
import { choicesOf } from '../ui/choices.ts'
import { held } from '../ui/reasons.ts'
import type { Agency } from './agency.queries.ts'

export function AgencyInputs() {
  const can = useRecordContext<Agency>()?.can
  return (
    <>
      <TextInput source="name" validate={required()} />
      <SelectInput source="kind" choices={choicesOf('AgencyKind')} validate={required()} />
      {(!can || held(can.readContact)) && (
        <>
          <TextInput source="email" type="email" />
          <TextInput source="phone" type="tel" />
        </>
      )}
    </>
  )
}
