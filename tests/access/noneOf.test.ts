import { getNamedType, getNullableType, isInputObjectType, isListType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { createSchema } from '../../server/graphql/schema.ts'
import { world } from '../support/world.ts'

const w = await world()
/** Every filter of the schema that takes a list, wherever it serves, with what counts the rows it lets pass. */
const filters = Object.values((await createSchema()).getQueryType()!.getFields()).flatMap((query) => {
  const [filter, type] = [getNamedType(query.args.find(({ name }) => name === 'filter')?.type), getNamedType(query.type)]
  if (!isInputObjectType(filter) || !isObjectType(type)) return []
  const counts = type.getFields().total ? ['total'] : Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === 'Int').map(({ name }) => name)
  return Object.values(filter.getFields()).filter((field) => isListType(getNullableType(field.type))).map((field) => ({ query: query.name, field: field.name, counts }))
})

it('lets nothing pass that is one of none, whichever the filter', async () => {
  const t = await w.territory()
  await w.task(t)
  await w.referent(t)
  const people = [await w.account('DEPARTMENT_MANAGER', t), await w.account('REGIONAL_MANAGER')]
  expect(filters.map(({ query, field }) => `${query}.${field}`)).toEqual(expect.arrayContaining(['events.late', 'events.states', 'tasks.urgencies', 'venues.ids']))
  const asked = new Set<string>()
  for (const person of people)
    for (const { query, field, counts } of filters) {
      const { data, errors } = await w.ask(person, `{ result: ${query}(filter: { ${field}: [] }) { ${counts.join(' ')} } }`)
      if (errors?.[0]?.extensions.code === 'FORBIDDEN') continue
      asked.add(`${query}.${field}`)
      expect(errors, `${query}.${field}`).toBeUndefined()
      expect(Object.values(data.result), `${query}.${field}`).toEqual(counts.map(() => 0))
    }
  expect([...asked].sort()).toEqual(filters.map(({ query, field }) => `${query}.${field}`).sort())
})
