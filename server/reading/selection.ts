import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, type GraphQLResolveInfo, type SelectionNode, type SelectionSetNode } from 'graphql'

/** The fields asked for, as a tree. Leaves are empty trees. */
export type Selection = { [field: string]: Selection }

/** The part of a resolver's info that tells what was asked. */
export type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'> & { /** Whether the answer is wanted as PostgreSQL writes it. */ whole?: boolean }

/** What the query asks below the field being resolved: fragments unfolded, aliases merged, @skip and @include applied. */
export function selectionOf(info: Info): Selection {
  const asked: Selection = {}
  for (const node of info.fieldNodes) gather(node.selectionSet, info, asked)
  return asked
}

function gather(set: SelectionSetNode | undefined, info: Info, asked: Selection) {
  for (const node of set?.selections ?? []) {
    if (left(node, info.variableValues)) continue
    if (node.kind === 'FragmentSpread') gather(info.fragments[node.name.value]?.selectionSet, info, asked)
    else if (node.kind === 'InlineFragment') gather(node.selectionSet, info, asked)
    else if (!node.name.value.startsWith('__')) gather(node.selectionSet, info, (asked[node.name.value] ??= {}))
  }
}

const left = (node: SelectionNode, variables: Record<string, unknown>) =>
  node.directives?.length !== 0 &&
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false)
