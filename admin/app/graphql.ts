import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../graphql-env.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { Instant: string; Day: string; JSONObject: Record<string, unknown> }
}>()

/** What stands against an action: nothing when the list is empty. */
export const against = graphql(`fragment Against on Reason { code sentence }`)
export type Reason = { code: string; sentence: string }
