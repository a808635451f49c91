import { get, type FieldValues, type UseFormReturn } from 'react-hook-form'

type Values = Record<string, unknown>
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A value in the one form by which it compares: an instant however it is written, a list whatever its order, lines by their fields, nothing as null. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string' && INSTANT.test(value)) return Date.parse(value)
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain).map(String).sort().join('\n')
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).map(([name, one]) => [name, plain(one)]).sort())
  return value
}
export const same = (one: unknown, other: unknown) => plain(one) === plain(other)

/** The names of the fields that a form shows, such as `title` or `shares.d75`; a list of lines is one, for its lines change places. */
export function namesOf({ control: { _names: { mount, array } } }: Pick<UseFormReturn<FieldValues>, 'control'>): string[] {
  const lists = [...array]
  return [...new Set([...[...mount].filter((name) => !lists.some((list) => name.startsWith(`${list}.`))), ...lists])]
}

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
