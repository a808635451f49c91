import { useState, type ReactNode } from 'react'
import { Create, SimpleForm } from 'react-admin'
import { v7 } from 'uuid'
import { FormDraft, useFormDraft } from './FormDraft.tsx'

type Props = { children: ReactNode; defaultValues?: object; redirect?: 'show' | 'list' | 'edit'; transform?: (data: Record<string, unknown>) => object }

/** Errors are told by the fields, in French, not by the browser in its language. A form whose record has its identifier before it is sent: sent twice, it creates once. */
export function CreateForm({ children, defaultValues, redirect = 'show', transform = (data) => data }: Props) {
  const draft = useFormDraft('create')
  const [id] = useState(() => draft.found()?.id ?? v7())
  return (
    <Create redirect={redirect} transform={(data: Record<string, unknown>) => ({ id, ...transform(data) })} mutationOptions={{ retry: false, networkMode: 'always' }}>
      <SimpleForm noValidate defaultValues={defaultValues} sx={{ maxWidth: 880 }}>
        <FormDraft of="create" id={id} />
        {children}
      </SimpleForm>
    </Create>
  )
}
