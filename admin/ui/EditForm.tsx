import { useState, type ReactNode } from 'react'
import { Edit, SaveButton, SimpleForm, Toolbar, useNotify, type EditProps, type HttpError, type RaRecord } from 'react-admin'
import type { Refusal } from '../app/dataProvider.ts'
import { Stale } from './Stale.tsx'
import { whole } from './whole.ts'

type Props = { children: ReactNode; redirect?: 'show' | 'list'; defaultValues?: (record: RaRecord) => object; transform?: EditProps['transform']; onRefusal?: (refusal: Refusal | undefined) => void }

/** A form that waits for the server, and keeps what was typed when somebody else changed the record meanwhile. */
export function EditForm({ children, redirect = 'show', defaultValues, transform, onRefusal }: Props) {
  const notify = useNotify()
  const [current, setCurrent] = useState<Record<string, unknown>>()
  const onError = (thrown: unknown) => {
    const { message, body } = thrown as HttpError & { body?: Refusal }
    onRefusal?.(body)
    if (body?.current) setCurrent(body.current)
    else notify(message, { type: 'error' })
  }
  return (
    <Edit mutationMode="pessimistic" redirect={redirect} queryOptions={whole} mutationOptions={{ onError, ...whole }} transform={transform} actions={false}>
      <SimpleForm noValidate toolbar={<Toolbar><SaveButton /></Toolbar>} defaultValues={defaultValues} sx={{ maxWidth: 880 }}>
        {current && <Stale current={current} onKeep={() => setCurrent(undefined)} />}
        {children}
      </SimpleForm>
    </Edit>
  )
}
