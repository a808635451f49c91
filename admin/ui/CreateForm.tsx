import { useState, type ReactElement, type ReactNode } from 'react'
import { Create, SimpleForm, useNotify, type HttpError } from 'react-admin'
import { v7 } from 'uuid'
import type { Refusal } from '../app/dataProvider.ts'
import { FormDraft, useFormDraft } from './FormDraft.tsx'

type Props = { children: ReactNode; defaultValues?: object; redirect?: 'show' | 'list' | 'edit'; transform?: (data: Record<string, unknown>) => object; toolbar?: ReactElement; onRefusal?: (refusal: Refusal | undefined) => void }

/** Errors are told by the fields, in French, not by the browser in its language. A form whose record has its identifier before it is sent: sent twice, it creates once. */
export function CreateForm({ children, defaultValues, redirect = 'show', transform = (data) => data, toolbar, onRefusal }: Props) {
  const draft = useFormDraft('create')
  const [id] = useState(() => draft.found()?.id ?? v7())
  const notify = useNotify()
  const onError = (thrown: unknown) => {
    const { message, body } = thrown as HttpError & { body?: Refusal }
    onRefusal!(body)
    notify(message, { type: 'error' })
  }
  return (
    <Create redirect={redirect} transform={(data: Record<string, unknown>) => ({ id, ...transform(data) })} mutationOptions={{ retry: false, networkMode: 'always', ...(onRefusal ? { onError } : {}) }}>
      <SimpleForm noValidate toolbar={toolbar} defaultValues={defaultValues} sx={{ maxWidth: 880 }}>
        {/* A list of lines empties what the form holds as its first values. */}
        <FormDraft of="create" id={id} base={defaultValues as Record<string, unknown> | undefined} />
        {children}
      </SimpleForm>
    </Create>
  )
}
