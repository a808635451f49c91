import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { world, type Person, type Territory } from '../support/world.ts'

const w = await world()
const create = `mutation($id: ID!, $cityId: ID!, $input: VenueInput!) { result: createVenue(id: $id, cityId: $cityId, input: $input) { id approximate latitude contactName access history { action changes } } }`
const update = `mutation($id: ID!, $version: Int!, $input: VenueInput!) { result: updateVenue(id: $id, version: $version, input: $input) { approximate latitude longitude history { action changes } } }`
const input = (over: object = {}) => ({ name: 'Maison de quartier', address: '3 rue de l’Exemple', postalCode: '93000', ...over })
const made = (person: Person, t: Territory, over: object = {}, id = v7()) => w.ask(person, create, { id, cityId: t.city, input: input(over) })

it('keeps whom to ask and how people with a disability get in, and shows the contact to those who work there alone', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = v7()
  const contact = { contactName: 'Camille Exemple', contactEmail: 'salle@example.org', contactPhone: '+33639980003' }
  expect((await made(agent, t, { ...contact, access: 'Rampe' }, id)).data.result).toMatchObject({ approximate: true, latitude: 48.9, contactName: 'Camille Exemple', access: 'Rampe' })
  const read = async (person: Person | null) => {
    const { can, ...seen } = (await w.ask(person, '{ result: venue(id: "' + id + '") { contactName contactEmail contactPhone access can { readContact { code } } } }')).data.result
    expect(can.readContact.length === 0).toBe(seen.contactName !== null)
    return seen
  }
  for (const person of [agent, await w.account('REGIONAL_READER'), await w.account('AGENCY_AGENT', { agency: await w.agency(t) })]) expect(await read(person)).toEqual({ ...contact, access: 'Rampe' })
  for (const person of [null, await w.account('DATA_PROTECTION_OFFICER'), await w.account('DEPARTMENT_MANAGER', other), await w.account('AGENCY_AGENT', { agency: await w.agency(other) })])
    expect(await read(person)).toEqual({ contactName: null, contactEmail: null, contactPhone: null, access: 'Rampe' })
  const { data } = await w.ask(agent, update, { id, version: 1, input: input({ contactEmail: 'autre@example.org' }) })
  expect(data.result.history.at(-1).changes).toEqual({ contactEmail: true })
})

it('is placed when a whole position is given, and keeps the one it has when none is', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const change = (version: number, over: object) => w.ask(agent, update, { id: t.venue, version, input: input(over) })
  for (const [over, field] of [[{ latitude: 48.91 }, 'longitude'], [{ longitude: 2.41 }, 'latitude'], [{ latitude: 91, longitude: 2 }, 'latitude']] as const) expect((await change(1, over)).errors?.[0]?.extensions.fields).toHaveProperty(field)
  expect((await change(1, { latitude: 48.91, longitude: 2.41 })).data.result).toMatchObject({ approximate: false, latitude: 48.91, longitude: 2.41 })
  expect((await change(2, { name: 'Autre nom' })).data.result).toMatchObject({ approximate: false, latitude: 48.91 })
})

it('refuses a venue that is there already, however it is typed, and says which', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const id = v7()
  await made(agent, t, {}, id)
  const again = input({ name: ' MAISON DE QUARTIER', address: '3 Rue de l\'exemple ' })
  const refusal = { code: 'BAD_USER_INPUT', fields: { name: expect.stringContaining('existe déjà') }, existing: { id, name: 'Maison de quartier' } }
  expect((await made(agent, t, again)).errors?.[0]?.extensions).toMatchObject(refusal)
  expect((await w.ask(agent, update, { id: t.venue, version: 1, input: again })).errors?.[0]?.extensions).toMatchObject(refusal)
  expect((await w.ask(agent, update, { id, version: 1, input: again })).errors).toBeUndefined()
  expect((await made(await w.account('DEPARTMENT_AGENT', other), other)).errors).toBeUndefined()
})

it('of venues made or renamed at the same instant, whatever their case and accents, keeps one, and tells the others which', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const typed = ['Gymnase de l’Été', 'GYMNASE DE L’ÉTÉ', "gymnase de l'ete", ' Gymnase de l’été ']
  const others = await Promise.all(typed.map(async (_, n) => (await made(agent, t, { name: `Salle ${n}` })).data.result.id as string))
  const tried = {
    made: () => typed.map((name) => made(agent, t, { name })),
    renamed: () => typed.map((name, n) => w.ask(agent, update.replace('{ approximate', '{ id approximate'), { id: others[n], version: 1, input: input({ name: name.replace(/gymnase/i, 'Stade') }) })),
  }
  for (const [how, writes] of Object.entries(tried)) {
    const answers = await Promise.all(writes())
    const kept = answers.flatMap(({ data }) => (data ? [data.result.id] : []))
    expect(kept, how).toHaveLength(1)
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions), how).toMatchObject(Array(3).fill({ code: 'BAD_USER_INPUT', fields: { name: expect.stringContaining('existe déjà') }, existing: { id: kept[0] } }))
  }
})

it('lists what is held there, as far as each may see', async () => {
  const t = await w.territory()
  const [draft, published] = [await w.event(t), await w.published(t)]
  const held = async (person: Person | null) => (await w.ask(person, `{ result: venue(id: "${t.venue}") { events { id } } }`)).data.result.events.map((one: { id: string }) => one.id).sort()
  expect(await held(await w.account('DEPARTMENT_AGENT', t))).toEqual([draft, published].sort())
  expect(await held(null)).toEqual([published])
})

it.each([
  ['a position far from its city', { latitude: 0, longitude: 0 }, 'latitude'], ['a postal code of another department', { postalCode: '75001' }, 'postalCode'],
  ['a name of spaces', { name: '   ' }, 'name'], ['an address of spaces', { address: '    ' }, 'address'],
])('refuses %s, under its field', async (_, over, field) => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const { errors } = await w.ask(agent, create, { id: v7(), cityId: t.city, input: { name: 'Salle', address: '1 rue de l’Exemple', postalCode: '93000', ...over } })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } })
  expect(await w.db.venue.count({ where: { departmentCode: t.department } })).toBe(1)
})
