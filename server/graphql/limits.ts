import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql'

/** What one document may weigh, its fragments unfolded. The console's largest is under a third of each. */
export const LIMITS = { depth: 12, fields: 1_000, aliases: 30, directives: 30, mutations: 1 }

type Weight = { depth: number; fields: number; aliases: number; directives: number }

/** Refuses documents that are too deep or too wide, before they are executed. */
export const withinLimits: ValidationRule = (context) => ({
  Document(document) {
    const weigh = weigher(document)
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue
      const weight = weigh(definition.selectionSet)
      const tried = { ...weight, mutations: definition.operation === 'mutation' ? rootFields(definition.selectionSet, document) : 0 }
      const over = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).filter((what) => tried[what] > LIMITS[what])
      if (over.length > 0) context.reportError(new GraphQLError(`This document is too large: ${over.map((what) => `at most ${LIMITS[what]} ${what}`).join(', ')}.`))
    }
  },
})

const fragmentsOf = (document: DocumentNode) =>
  new Map(document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]))

/** Each fragment is weighed once, so that fragments that spread fragments cost nothing; a circle weighs too much. */
function weigher(document: DocumentNode): (set: SelectionSetNode | undefined) => Weight {
  const fragments = fragmentsOf(document)
  const known = new Map<string, Weight>()
  const circle: Weight = { depth: Infinity, fields: Infinity, aliases: Infinity, directives: Infinity }
  const ofFragment = (name: string): Weight => {
    if (!known.has(name)) {
      known.set(name, circle)
      known.set(name, weigh(fragments.get(name)?.selectionSet))
    }
    return known.get(name)!
  }
  function weigh(set: SelectionSetNode | undefined): Weight {
    const whole: Weight = { depth: 0, fields: 0, aliases: 0, directives: 0 }
    for (const node of set?.selections ?? []) {
      const inside = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : weigh(node.selectionSet)
      const field = node.kind === Kind.FIELD ? 1 : 0
      whole.depth = Math.max(whole.depth, inside.depth + field)
      whole.fields += inside.fields + field
      whole.aliases += inside.aliases + (node.kind === Kind.FIELD && node.alias ? 1 : 0)
      whole.directives += inside.directives + (node.directives?.length ?? 0)
    }
    return whole
  }
  return weigh
}

/** Root fields, those of fragments included; duplicates count, for each is executed when aliased. */
function rootFields(set: SelectionSetNode, document: DocumentNode, seen = new Set<string>()): number {
  const fragments = fragmentsOf(document)
  return set.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + 1
    if (node.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(node.selectionSet, document, seen)
    if (seen.has(node.name.value)) return sum
    const fragment = fragments.get(node.name.value)
    return fragment ? sum + rootFields(fragment.selectionSet, document, new Set([...seen, node.name.value])) : sum
  }, 0)
}
