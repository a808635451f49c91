import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { getOperationAST, getVariableValues, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from '../context.ts'
import { MOST_ERRORS, wholeQuery, type WholeQuery } from './whole.ts'

/** The compiler's errors are of a class of its own, in which Apollo does not find the cause. */
const asGraphQLError = ({ message, path, originalError }: GraphQLError) =>
  originalError instanceof GraphQLError ? new GraphQLError(message, { path, extensions: originalError.extensions, originalError }) : new GraphQLError(message, { path, originalError })

/**
 * Characters of documents kept compiled; beyond, the oldest is compiled again when it comes back. Compiled, a character
 * takes some hundred bytes: anybody may send documents, each another.
 */
const MOST_CHARACTERS = 400_000

function walked(schema: GraphQLSchema, document: DocumentNode, operationName?: string): WholeQuery {
  const made = compileQuery(schema, document, operationName)
  if (!isCompiledQuery(made)) return async () => made
  const { variableDefinitions = [] } = getOperationAST(document, operationName)!
  return async (context, variables) => {
    const { errors: faults } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: MOST_ERRORS })
    if (faults) return { errors: faults }
    const { errors, ...result } = (await made.query({}, context, variables)) as ExecutionResult
    return errors ? { ...result, errors: errors.map(asGraphQLError) } : result
  }
}

/** Apollo's door for another executor: documents are compiled once to JavaScript by graphql-jit. */
export function compiled(schema: GraphQLSchema): GatewayInterface {
  const known = new Map<string, { execute: WholeQuery; characters: number }>()
  let characters = 0
  const keep = (key: string, execute: WholeQuery, length: number) => {
    known.set(key, { execute, characters: length })
    characters += length
    for (const [oldest, { characters: its }] of known) {
      if (characters <= MOST_CHARACTERS || oldest === key) return
      known.delete(oldest)
      characters -= its
    }
  }
  return {
    load: async () => ({
      schema,
      executor: async ({ document, queryHash, context, request }) => {
        const operationName = request.operationName ?? undefined
        if (!getOperationAST(document, operationName)) return { errors: [new GraphQLError('Unknown or missing operationName.')] } as never
        // Pages of the site execute documents in the process, and read the answer as objects.
        const key = `${request.http ? 'http' : 'page'} ${queryHash} ${operationName}`
        let execute = known.get(key)?.execute
        if (!execute) {
          execute = (request.http && wholeQuery(schema, document, operationName)) || walked(schema, document, operationName)
          keep(key, execute, request.query?.length ?? 0)
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
