import { getArgumentValues, getNamedType, getOperationAST, getVariableValues, isNonNullType, isObjectType, locatedError, type DocumentNode, type ExecutionResult, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { selectionOf, type Selection } from '../reading/selection.ts'
import { Whole } from '../reading/statement.ts'

/** A client learns from the first faults; thousands would cost more than the question. */
export const MOST_ERRORS = 10

/** Executes a document whose whole answer is the reader's. */
export type WholeQuery = (context: Context, variables: Record<string, unknown>) => Promise<ExecutionResult>

/**
 * How to execute a document of one root field that answers a noun or a list of one, where all below is written by the
 * reader just as it is asked: its JSON then is the answer, and needs not be read, walked and written again. Null for any other.
 */
export function wholeQuery(schema: GraphQLSchema, document: DocumentNode, operationName?: string): WholeQuery | null {
  const operation = getOperationAST(document, operationName)
  const [node, ...more] = operation?.selectionSet.selections ?? []
  if (!operation || node?.kind !== 'Field' || more.length > 0 || node.directives?.length) return null
  const parentType = schema.getRootType(operation.operation)!
  const field = parentType.getFields()[node.name.value]
  const type = field && getNamedType(field.type)
  if (!isObjectType(type) || !isRead(type)) return null
  const fragments = Object.fromEntries(document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one]] : [])))
  if (!plain(node.selectionSet, fragments) || !asAsked(type, selectionOf({ fieldNodes: [node], fragments, variableValues: {} }))) return null
  return (context, given) => execute({ schema, operation, node, field: field!, fragments, parentType }, context, given)
}

const isRead = ({ name }: GraphQLObjectType) => Object.hasOwn(nouns, name.replace(/List$/, ''))

/** Whether names stay what they are: the reader writes no alias and no name of a type, and leaving out may differ by request. */
const plain = (set: SelectionSetNode | undefined, fragments: Record<string, FragmentDefinitionNode>): boolean =>
  (set?.selections ?? []).every((node) => {
    if (node.directives?.length) return false
    if (node.kind === 'FragmentSpread') return plain(fragments[node.name.value]?.selectionSet, fragments)
    if (node.kind === 'InlineFragment') return plain(node.selectionSet, fragments)
    return (!node.alias || node.alias.value === node.name.value) && !node.name.value.startsWith('__') && plain(node.selectionSet, fragments)
  })

/** What the reader writes itself, always with all its fields; any other object is kept as somebody stored it. */
const COMPUTED = ['Reason', 'Due']

/** Whether the reader writes no more than what is asked: of a noun and its `can` it never does, of what it computes it writes all. */
function asAsked(type: GraphQLObjectType, asked: Selection): boolean {
  const fields = type.getFields()
  const exact = isRead(type) || type.name.endsWith('Can') || (COMPUTED.includes(type.name) && Object.keys(asked).length === Object.keys(fields).length)
  return exact && Object.entries(asked).every(([field, below]) => {
    const inner = getNamedType(fields[field]!.type)
    return !isObjectType(inner) || asAsked(inner, below)
  })
}

type Known = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'parentType'> & { operation: OperationDefinitionNode; node: FieldNode; field: GraphQLField<unknown, unknown> }

async function execute({ schema, operation, node, field, fragments, parentType }: Known, context: Context, given: Record<string, unknown>): Promise<ExecutionResult> {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: MOST_ERRORS })
  if (!coerced) return { errors: errors! }
  const key = (node.alias ?? node.name).value
  const path = { prev: undefined, key, typename: parentType.name }
  const info = { fieldName: field.name, fieldNodes: [node], returnType: field.type, parentType, path, schema, fragments, rootValue: undefined, operation, variableValues: coerced, whole: true }
  try {
    return { data: { [key]: await field.resolve!(undefined, getArgumentValues(field, node, coerced), context, info) } }
  } catch (thrown) {
    return { data: isNonNullType(field.type) ? null : { [key]: null }, errors: [locatedError(thrown, [node], [key])] }
  }
}

/** Writes an answer as JSON; what is whole, as it is. */
export function written({ data, ...rest }: ExecutionResult): string {
  const parts = Object.entries(data ?? {})
  if (!parts.some(([, value]) => value instanceof Whole)) return JSON.stringify({ data, ...rest })
  return `{"data":{${parts.map(([key, value]) => `${JSON.stringify(key)}:${value instanceof Whole ? value.json : JSON.stringify(value)}`).join()}}}`
}
