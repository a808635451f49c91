import { same } from '../ui/typed.ts'
import type { Compared } from './referent.queries.ts'

/** From which record a field is taken; both: put together. */
export type Side = 'one' | 'other' | 'both'
export const FIELDS = ['firstName', 'lastName', 'email', 'phone', 'cityId', 'employer', 'languages', 'skills', 'maxDays', 'maxDistanceKm', 'notes', 'active'] as const
export type Field = (typeof FIELDS)[number]

/** What may be put together rather than chosen. */
const JOINED: readonly Field[] = ['languages', 'notes']
const empty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The fields in which two records differ, and what may be chosen of each. */
export const differing = (one: Compared, other: Compared): { field: Field; sides: Side[] }[] =>
  FIELDS.filter((field) => !same(one[field], other[field])).map((field) => ({ field, sides: JOINED.includes(field) && !empty(one[field]) && !empty(other[field]) ? ['one', 'other', 'both'] : ['one', 'other'] }))

/** What is chosen unless the person says otherwise: what is not empty, both where both may be kept, else what the record changed last says. */
export function proposed(one: Compared, other: Compared, { field, sides }: { field: Field; sides: Side[] }): Side {
  if (empty(one[field]) !== empty(other[field])) return empty(one[field]) ? 'other' : 'one'
  if (sides.includes('both')) return 'both'
  const last = ({ changedAt, id }: Compared) => `${changedAt ?? ''} ${id}`
  return last(one) >= last(other) ? 'one' : 'other'
}

/** The value of a field when it is taken from there. */
export function valueOf(one: Compared, other: Compared, field: Field, side: Side): unknown {
  if (side !== 'both') return (side === 'one' ? one : other)[field]
  return field === 'languages' ? [...new Set([...one.languages, ...other.languages])] : [one.notes, other.notes].join('\n')
}
