import { resources } from '../app/resources.ts'

/** The address of the list that shows these rows, with its filter laid open. */
export function listOf({ resource, filter }: { resource: string; filter: object }): string {
  const [name] = Object.entries(resources).find(([, { noun }]) => noun === resource)!
  const shown = Object.fromEntries(Object.keys(filter).map((key) => [key, true]))
  return `/${name}?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: JSON.stringify(shown), page: '1' })}`
}
