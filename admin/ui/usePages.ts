import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { Provider } from '../app/dataProvider.ts'

type Paged = { page?: { number?: number | null; size?: number | null } | null }

/** A list that grows by a hundred rows at a time. */
export function usePages<T, V extends Paged>(document: TypedDocumentNode<{ result: { items: T[]; total: number } }, V>, variables: Omit<V, 'page'>) {
  const provider = useDataProvider<Provider>()
  const name = document.definitions.flatMap((one) => one.kind === 'OperationDefinition' ? [one.name?.value] : [])[0]
  const { data, ...rest } = useInfiniteQuery({
    queryKey: [name, variables],
    queryFn: ({ pageParam }) => provider.ask(document, { ...variables, page: { number: pageParam, size: 100 } } as V),
    initialPageParam: 0,
    getNextPageParam: (last, all) => all.reduce((sum, { items }) => sum + items.length, 0) < last.total ? all.length : undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { items: data?.pages.flatMap(({ items }) => items) ?? [], total: data?.pages[0]?.total ?? 0, ...rest }
}
