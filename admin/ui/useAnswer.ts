import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'

/** What a screen of its own asks; asked again after each act, and, when `again` says so of an answer, after so many milliseconds. */
export function useAnswer<R, V extends object>(document: TypedDocumentNode<{ result: R }, V>, variables: V, enabled = true, again: (answer: R) => number | false = () => false) {
  const provider = useDataProvider<Provider>()
  const name = document.definitions.flatMap((one) => one.kind === 'OperationDefinition' ? [one.name?.value] : [])[0]
  return useQuery({ queryKey: [name, variables], queryFn: () => provider.ask(document, variables), enabled, placeholderData: keepPreviousData, retry: false, refetchInterval: ({ state }) => (state.data === undefined ? false : again(state.data as R)) })
}
