import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useState } from 'react'
import { useDataProvider, useNotify, useRefresh, type HttpError } from 'react-admin'
import type { Provider, Refusal } from '../app/dataProvider.ts'

/** Does one thing on the server, says so, and shows what became of it. Answers null when it was refused, which it says too. */
export function useAct() {
  const provider = useDataProvider<Provider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const act = async <R, V extends object>(document: TypedDocumentNode<{ result: R }, V>, variables: V, done: string, words: object = {}): Promise<R | null> => {
    setBusy(true)
    try {
      const result = await provider.ask(document, variables)
      notify(done, { type: 'success', messageArgs: words })
      refresh()
      return result
    } catch (thrown) {
      const { status, message, body } = thrown as HttpError & { body?: Refusal }
      if (status === 401) location.reload()
      notify([message, ...Object.values((body?.errors ?? {}) as Record<string, string>)].join(' '), { type: 'error', autoHideDuration: 10_000 })
      if (status === 409) refresh()
      return null
    } finally {
      setBusy(false)
    }
  }
  return { act, busy }
}
