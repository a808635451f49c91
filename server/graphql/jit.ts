import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { getOperationAST, getVariableValues, GraphQLError, isInputObjectType, isListType, isNonNullType, typeFromAST, type DocumentNode, type ExecutionResult, type GraphQLInputType, type GraphQLSchema, type NamedTypeNode } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from '../context.ts'
import { MOST_ERRORS, wholeQuery, type WholeQuery } from './whole.ts'

/** The compiler's errors are of a class of its own, in which Apollo does not find the cause. */
const asGraphQLError = ({ message, path, originalError }: GraphQLError) =>
  originalError instanceof GraphQLError ? new GraphQLError(message, { path, extensions: originalError.extensions, originalError }) : new GraphQLError(message, { path, originalError })

/** What was given, with the defaults of what was left out: the compiler refuses an object without a field that is never null, even where it has a default. */
function completed(type: GraphQLInputType, given: unknown): unknown {
  if (isNonNullType(type)) return completed(type.ofType, given)
  if (isListType(type)) return Array.isArray(given) ? given.map((one) => completed(type.ofType, one)) : completed(type.ofType, given)
  if (!isInputObjectType(type) || given == null) return given
  const fields = given as Record<string, unknown>
  return Object.fromEntries(Object.values(type.getFields()).map(({ name, type, defaultValue }) => [name, fields[name] === undefined ? defaultValue : completed(type, fields[name])] as const).filter(([, value]) => value !== undefined))
}

/**
 * Characters of documents kept compiled; beyond, the oldest is compiled again when it comes back. Compiled, a character
 * takes some hundred bytes: anybody may send documents, each another.
 */
const MOST_CHARACTERS = 400_000

function walked(schema: GraphQLSchema, document: DocumentNode, operationName?: string): WholeQuery {
  const made = compileQuery(schema, document, operationName)
  if (!isCompiledQuery(made)) return async () => made
  const { variableDefinitions = [] } = getOperationAST(document, operationName)!
  const types = Object.fromEntries(variableDefinitions.map(({ variable, type }) => [variable.name.value, typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType]))
  return async (context, variables) => {
    const { errors: faults } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: MOST_ERRORS })
    if (faults) return { errors: faults }
    const whole = Object.fromEntries(Object.entries(variables).map(([name, given]) => [name, types[name] ? completed(types[name], given) : given]))
    const { errors, ...result } = (await made.query({}, context, whole)) as ExecutionResult
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
