import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../graphql-env.d.ts'

/** Typed documents of the pages; instants and days come as text. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Instant: string; Day: string } }>()
