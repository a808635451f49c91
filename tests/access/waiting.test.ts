import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const update = 'mutation($id: ID!) { result: updateVenue(id: $id, version: 1, input: { name: "Autre nom", address: "1 rue de l’Exemple", postalCode: "93000" }) { name } }'
const create = 'mutation($id: ID!, $eventId: ID!) { result: createTask(id: $id, eventId: $eventId, input: { title: "Appeler la mairie", dueOn: "2026-10-12" }) { id } }'

it('tells whoever waits too long for what somebody else holds, whichever way it is written, and does it once it is free', async () => {
  const { rows: [bounds] } = await w.pool.query("SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement")
  expect(bounds).toEqual({ lock: '10s', statement: '1min' })
  // Ten seconds are long for a test.
  const clients = await Promise.all(Array.from({ length: 5 }, () => w.pool.connect()))
  for (const client of clients) await client.query("SET lock_timeout = '200ms'")
  clients.forEach((client) => client.release())

  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const eventId = await w.event(t)
  const writes = [() => w.ask(agent, update, { id: t.venue }), () => w.ask(agent, create, { id: crypto.randomUUID(), eventId })]
  const holder = await w.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT FROM "Venue" WHERE "id" = $1 FOR UPDATE', [t.venue])
  await holder.query('SELECT FROM "Event" WHERE "id" = $1 FOR UPDATE', [eventId])
  for (const write of writes) expect((await write()).errors?.[0]).toMatchObject({ message: 'Quelqu’un d’autre est en train de modifier cet élément. Réessayez dans un instant.', extensions: { code: 'CONFLICT' } })
  await holder.query('ROLLBACK')
  holder.release()
  for (const write of writes) expect((await write()).errors).toBeUndefined()
})
