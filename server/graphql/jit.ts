import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from '../context.ts'
import { wholeQuery, type WholeQuery } from './whole.ts'

/** The compiler's errors are of a class of its own, in which Apollo does not find the cause. */
const asGraphQLError = ({ message, path, originalError }: GraphQLError) =>
  originalError instanceof GraphQLError ? new GraphQLError(message, { path, extensions: originalError.extensions, originalError }) : new GraphQLError(message, { path, originalError })

/** Documents kept compiled; beyond, the oldest is compiled again when it comes back. */
const MOST_DOCUMENTS = 500

function walked(schema: GraphQLSchema, document: DocumentNode, operationName?: string): WholeQuery {
  const made = compileQuery(schema, document, operationName)
  if (!isCompiledQuery(made)) return async () => made
  return async (context, variables) => {
    const { errors, ...result } = (await made.query({}, context, variables)) as ExecutionResult
    return errors ? { ...result, errors: errors.map(asGraphQLError) } : result
  }
}

/** Apollo's door for another executor: documents are compiled once to JavaScript by graphql-jit. */
export function compiled(schema: GraphQLSchema): GatewayInterface {
  const known = new Map<string, WholeQuery>()
  return {
    load: async () => ({
      schema,
      executor: async ({ document, queryHash, operationName, context, request }) => {
        // Pages of the site execute documents in the process, and read the answer as objects.
        const key = `${request.http ? 'http' : 'page'} ${queryHash} ${operationName}`
        let execute = known.get(key)
        if (!execute) {
          execute = (request.http && wholeQuery(schema, document, operationName ?? undefined)) || walked(schema, document, operationName ?? undefined)
          if (known.size >= MOST_DOCUMENTS) known.delete(known.keys().next().value!)
          known.set(key, execute)
        }
        return (await execute(context as Context, request.variables ?? {})) as never
      },
    }),
    onSchemaLoadOrUpdate(told) {
      told({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    stop: async () => {},
  }
}
