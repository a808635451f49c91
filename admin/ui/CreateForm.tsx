import { useState, type ReactElement, type ReactNode } from 'react'
import { Create, SimpleForm } from 'react-admin'
import { v7 } from 'uuid'

type Props = { children: ReactNode; defaultValues?: object; redirect?: 'show' | 'list' | 'edit'; transform?: (data: Record<string, unknown>) => object; toolbar?: ReactElement }

/** Errors are told by the fields, in French, not by the browser in its language. A form whose record has its identifier before it is sent: sent twice, it creates once. */
export function CreateForm({ children, defaultValues, redirect = 'show', transform = (data) => data, toolbar }: Props) {
  const [id] = useState(() => v7())
  return (
    <Create redirect={redirect} transform={(data: Record<string, unknown>) => ({ id, ...transform(data) })} mutationOptions={{ retry: false }}>
      <SimpleForm noValidate toolbar={toolbar} defaultValues={defaultValues} sx={{ maxWidth: 880 }}>{children}</SimpleForm>
    </Create>
  )
}
