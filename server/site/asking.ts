import type { ApolloServer } from '@apollo/server'
import type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada'
import type { GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../access/policy.ts'
import { contextOf, type Context } from '../context.ts'

/** What went wrong with a page's document; `code` as in `errors.ts`. */
export class Refused extends Error {
  constructor(readonly code: string, readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message)
  }
}

/** Executes a page's document in the process, as the viewer of that page. Throws `Refused`. */
export type Ask = <D extends TadaDocumentNode<any, any>>(viewer: Viewer, document: D, variables: VariablesOf<D>) => Promise<ResultOf<D>>

export const asking = (apollo: ApolloServer<Context>, given: Pick<Context, 'pool' | 'db' | 'settings'> & { now: () => Date }): Ask =>
  async (viewer, document, variables) => {
    const { body } = await apollo.executeOperation({ query: document, variables }, { contextValue: contextOf({ ...given, now: given.now(), viewer }) })
    if (body.kind !== 'single') throw new Error('A page asks for one answer')
    const { data, errors } = body.singleResult
    if (errors) throw new Refused(String(errors[0]?.extensions?.code), errors)
    return data as never
  }
