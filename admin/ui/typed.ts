import { get, type FieldValues, type UseFormReturn } from 'react-hook-form'

type Values = Record<string, unknown>
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A value in the one form by which it compares: an instant however it is written, a list whatever its order, nothing as null. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && INSTANT.test(value)) return Date.parse(value)
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain).map(String).sort().join('\n')
  return value
}
export const same = (one: unknown, other: unknown) => plain(one) === plain(other)

/** The names of the fields that a form shows, such as `title` or `shares.d75`. */
export const namesOf = (form: Pick<UseFormReturn<FieldValues>, 'control'>) => [...form.control._names.mount]

/** What was typed: the fields whose value is not the one they began with. */
export const typedOf = (form: UseFormReturn<FieldValues>, base: Values): [name: string, value: unknown][] =>
  namesOf(form).map((name): [string, unknown] => [name, form.getValues(name)]).filter(([name, value]) => !same(value, get(base, name)))

/** How each field stands between what it was, what somebody else saved, and what is typed here. */
export type Comparison = { name: string; was: unknown; theirs: unknown; mine: unknown; changedBy: 'THEM' | 'ME' | 'BOTH' }

/** The fields that somebody changed; those changed alike on both sides need no word. */
export const comparisonOf = (names: string[], was: Values, theirs: Values, mine: Values): Comparison[] => names.flatMap((name): Comparison[] => {
  const field = { name, was: get(was, name) as unknown, theirs: get(theirs, name) as unknown, mine: get(mine, name) as unknown }
  const [they, i] = [!same(field.theirs, field.was), !same(field.mine, field.was)]
  if (they && i) return same(field.theirs, field.mine) ? [] : [{ ...field, changedBy: 'BOTH' }]
  return they || i ? [{ ...field, changedBy: they ? 'THEM' : 'ME' }] : []
})
