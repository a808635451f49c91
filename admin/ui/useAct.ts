import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useRef, useState, type RefObject } from 'react'
import { useDataProvider, useNotify, useRefresh, type HttpError } from 'react-admin'
import type { Provider, Refusal } from '../app/dataProvider.ts'

/** What the server says against fields; `fresh` until one of them is changed. */
export type Refused = { message: string; errors: Record<string, string>; fresh: boolean }
/** Where a refusal goes while a form is there to show it on its fields. */
export type Hearing = RefObject<((refused: Refused | undefined) => void) | null>

/** Does one thing on the server, says so, and shows what became of it. Answers null when it was refused, which it says too: on the fields of the form that hears it, else in a notice. */
export function useAct() {
  const provider = useDataProvider<Provider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const hears: Hearing = useRef(null)
  const act = async <R, V extends object>(document: TypedDocumentNode<{ result: R }, V>, variables: V, done: string, words: object = {}): Promise<R | null> => {
    setBusy(true)
    hears.current?.(undefined)
    try {
      const result = await provider.ask(document, variables)
      notify(done, { type: 'success', messageArgs: words })
      refresh()
      return result
    } catch (thrown) {
      const { status, message, body } = thrown as HttpError & { body?: Refusal }
      const errors: Record<string, string> = body?.errors ?? {}
      if (status === 401) location.reload()
      if (hears.current && Object.keys(errors).length > 0) hears.current({ message, errors, fresh: true })
      else notify([message, ...Object.values(errors)].join(' '), { type: 'error', autoHideDuration: 10_000 })
      if (status === 409) refresh()
      return null
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, hears }
}
