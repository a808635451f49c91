import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Edit, SaveButton, SimpleForm, Toolbar, useDataProvider, useGetRecordId, useNotify, useResourceContext, type EditProps, type HttpError, type RaRecord } from 'react-admin'
import type { Refusal } from '../app/dataProvider.ts'
import { FormDraft } from './FormDraft.tsx'
import { whole } from './whole.ts'

const Conflict = lazy(async () => ({ default: (await import('../conflicts/Conflict.tsx')).Conflict }))

type Props = {
  children: ReactNode
  redirect?: 'show' | 'list'
  defaultValues?: (record: RaRecord) => object
  transform?: EditProps['transform']
  /** Hears what the server says beside its sentence. */
  onRefusal?: (refusal: Refusal | undefined) => void
  /** The label of a field that is none of the noun’s. */
  labelOf?: (name: string) => string | undefined
}

/** A form that waits for the server, says at once when it does not answer, and lets choose field by field when somebody else changed the record meanwhile. */
export function EditForm({ children, redirect = 'show', defaultValues, transform, onRefusal, labelOf }: Props) {
  const notify = useNotify()
  const provider = useDataProvider()
  const resource = useResourceContext()!
  const id = String(useGetRecordId())
  /** What the form began with, once that is another version than the record it was opened on. */
  const [base, setBase] = useState<Record<string, unknown>>()
  const [theirs, setTheirs] = useState<RaRecord>()
  const onError = async (thrown: unknown) => {
    const { message, body } = thrown as HttpError & { body?: Refusal }
    onRefusal?.(body)
    if (!body?.current) return notify(message, { type: 'error' })
    try {
      const { data } = await provider.getOne(resource, { id, ...whole })
      setTheirs({ ...data, ...defaultValues?.(data) })
    } catch (again) {
      notify((again as Error).message, { type: 'error' })
    }
  }
  return (
    <Edit mutationMode="pessimistic" redirect={redirect} queryOptions={whole} mutationOptions={{ onError: (thrown: unknown) => void onError(thrown), networkMode: 'always', ...whole }} transform={transform} actions={false}>
      <SimpleForm noValidate toolbar={<Toolbar><SaveButton /></Toolbar>} defaultValues={defaultValues} sx={{ maxWidth: 880 }}>
        <FormDraft key={id} of={id} id={id} base={base} onFound={setBase} />
        {theirs && (
          <Suspense fallback={null}>
            <Conflict theirs={theirs} base={base} labelOf={labelOf} onClose={() => setTheirs(undefined)} onChoose={() => { setBase(theirs); setTheirs(undefined) }} />
          </Suspense>
        )}
        {children}
      </SimpleForm>
    </Edit>
  )
}
