import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { bytesOf, importing } from '../imports/importing.ts'
import { inDays, world } from '../support/world.ts'

const w = await world()
const erase = 'mutation($id: ID!, $reason: String!) { result: eraseReferent(id: $id, reason: $reason) { firstName lastName email phone notes active erasedAt can { update { code } erase { code } } history { action reason changes } } }'
const { ready, done, proposed } = importing(w)

/** Every table of the database, as text. */
async function everything(): Promise<string> {
  const tables = await w.pool.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`)
  const parts = await Promise.all(tables.rows.map(async ({ name }) => {
    const bytes = name === 'UploadedFile' ? `SELECT convert_from("bytes", 'UTF8') AS line FROM "UploadedFile"` : 'SELECT NULL WHERE FALSE'
    const { rows } = await w.pool.query<{ line: string }>(`SELECT t::text AS line FROM "${name}" t UNION ALL ${bytes}`)
    return rows.map(({ line }) => `${name} ${line}`).join('\n')
  }))
  return parts.join('\n')
}

it('leaves nothing of the person anywhere, keeps what is counted, and is done once', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const [manager, colleague, neighbour] = [await w.account('DEPARTMENT_MANAGER', t), await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_AGENT', other)]
  const marks = ['Zyxophage', 'Quetzalin', 'zyxophage.quetzalin', '639987654', 'Fabrique de kumquats', 'Allergique au latex', 'wolof', 'Ornithorynque']
  const email = 'zyxophage.quetzalin@example.org'
  const rows = [['Nom', 'Prénom', 'Courriel', 'Téléphone', 'Structure', 'Commune', 'Langues parlées', 'Disponible le'],
    ['Quetzalin', 'Zyxophage', email, '06 39 98 76 54', 'Fabrique de kumquats', `Ville-${t.department}`, 'wolof', 'Allergique au latex'],
    ['QUETZALIN', 'Zyxophage', email.toUpperCase(), '06 39 98 76 54', '', `Ville-${t.department}`, '', ''],
    ['Quetzalin', 'Zyxophage', 'zyxophage(at)example.org', '', '', `Ville-${t.department}`, '', ''],
    ['Exemple-Sorbier', 'Noé', `noe-${v7()}@example.org`, '', '', `Ville-${t.department}`, '', '']]
  const file = await ready(manager, null, { bytes: bytesOf(rows), name: 'liste.csv' })
  expect(file.lines.map(({ verdict }) => verdict)).toEqual(['WARNING', 'DUPLICATE', 'ERROR', 'WARNING'])
  const id = (await done(manager, 'apply', { id: file.id, lines: proposed(file) })).lines[0]!.referentId!
  // And a line of the neighbour’s that is not taken.
  await ready(neighbour, null, { bytes: bytesOf([rows[0]!, ['Quetzalin', 'Zyxophage', email, '', '', `Ville-${other.department}`, '', '']]), name: 'liste.csv' })

  const past = await w.published(t, { startsAt: inDays(-20), endsAt: inDays(-20, 3), state: 'HELD' })
  const [soon, elsewhere] = [await w.published(t), await w.published(other, { startsAt: inDays(12), endsAt: inDays(12, 3) })]
  for (const [department, event, state] of [[t, past, 'PRESENT'], [t, soon, 'CONFIRMED'], [other, elsewhere, 'OFFERED']] as const) {
    await w.availability(department.department, event, id, 'YES')
    await w.db.assignment.create({ data: { eventId: event, departmentCode: department.department, referentId: id, state, startsAt: inDays(1), endsAt: inDays(2), createdAt: w.clock.now } })
  }
  const message = { template: 'invitation', templateVersion: 1, referentId: id, departmentCode: t.department, address: email, subject: 'Bonjour Zyxophage', body: 'Bonjour Zyxophage Quetzalin', createdAt: w.clock.now }
  await w.db.message.create({ data: { ...message, state: 'SENT', link: 'http://coaching.test/r/secret' } })
  const waiting = await w.db.message.create({ data: { ...message, state: 'QUEUED' } })
  await w.db.accessLink.create({ data: { tokenHash: id, purpose: 'ANSWER', referentId: id, createdAt: w.clock.now, expiresAt: inDays(60) } })
  const events = async () => w.db.event.findMany({ where: { id: { in: [past, soon, elsewhere] } }, select: { referentsAsked: true, referentsAvailable: true, referentsConfirmed: true }, orderBy: { startsAt: 'asc' } })
  await w.db.referent.update({ where: { id }, data: { comment: 'Ornithorynque le matin' } })
  await w.db.unavailability.create({ data: { referentId: id, startsOn: inDays(1), endsOn: inDays(2), createdAt: w.clock.now } })
  const before = await everything()
  for (const mark of marks) expect(before, mark).toContain(mark)

  const { data, errors } = await w.ask(manager, erase, { id, reason: 'Demande reçue par courriel' })
  expect(errors).toBeUndefined()
  expect(data.result).toMatchObject({
    firstName: 'Référent', lastName: 'effacé', email: null, phone: null, notes: null, active: false, erasedAt: w.clock.now.toISOString().replace('.000Z', '+00:00'),
    can: { update: [{ code: 'ERASED' }], erase: [{ code: 'ERASED' }] },
  })
  expect(data.result.history).toContainEqual({ action: 'erase', reason: 'Demande reçue par courriel', changes: {} })
  const after = await everything()
  expect(marks.filter((mark) => after.toLowerCase().includes(mark.toLowerCase()))).toEqual([])
  expect(await w.db.unavailability.count()).toBe(0)
  expect(after).toContain('Exemple-Sorbier')
  expect(await events()).toEqual([{ referentsAsked: 1, referentsAvailable: 1, referentsConfirmed: 1 }, { referentsAsked: 0, referentsAvailable: 0, referentsConfirmed: 0 }, { referentsAsked: 0, referentsAvailable: 0, referentsConfirmed: 0 }])
  expect((await w.db.assignment.findMany({ where: { referentId: id }, orderBy: { event: { startsAt: 'asc' } } })).map(({ state }) => state)).toEqual(['PRESENT', 'RELEASED', 'RELEASED'])
  expect([await w.db.message.count({ where: { id: waiting.id } }), await w.db.message.count({ where: { referentId: id } })]).toEqual([0, 1])
  // Each department hears which of its places are free, and of whom nobody.
  const told = await w.db.message.findMany({ where: { template: 'placesFreed' }, select: { accountId: true, body: true } })
  expect(told.map(({ accountId }) => accountId).sort()).toEqual([colleague.account, neighbour.account].sort())
  expect((await w.ask(manager, 'query($id: ID!) { event(id: $id) { assignments { state referent { firstName lastName } } } }', { id: past })).data.event.assignments).toEqual([{ state: 'PRESENT', referent: { firstName: 'Référent', lastName: 'effacé' } }])

  expect((await w.ask(manager, erase, { id, reason: 'Une seconde fois' })).errors).toBeUndefined()
  expect(await w.db.auditEntry.count({ where: { recordId: id, action: 'erase' } })).toBe(1)
  // The same file makes somebody else of the line: nothing ties it to what was erased.
  expect((await ready(manager, null, { bytes: bytesOf(rows), name: 'liste.csv' })).lines[0]).toMatchObject({ verdict: 'WARNING', referentId: null, findings: [{ code: 'MISSING_DEPARTMENT' }] })
})

it('is left out wherever people are listed, asked, assigned, confirmed or written to', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const [event, id] = [await w.published(t), await w.referent(t)]
  const availability = await w.availability(t.department, event, id, 'YES')
  const { startsAt, endsAt } = await w.db.event.findUniqueOrThrow({ where: { id: event } })
  const { id: assignment } = await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: id, state: 'RELEASED', startsAt, endsAt, createdAt: w.clock.now } })
  const list = async () => (await w.ask(manager, '{ referents { total items { id } } }')).data.referents.total
  expect(await list()).toBe(1)
  await w.ask(manager, erase, { id, reason: 'Demande reçue' })
  // What follows would come back by itself, were it still there.
  await w.db.availability.createMany({ data: [{ id: availability, eventId: event, departmentCode: t.department, referentId: id, askedAt: w.clock.now }] })
  expect(await list()).toBe(0)
  const codes = async (document: string, variables: object) => (await w.ask(manager, document, variables)).errors?.[0]?.extensions.code
  expect(await codes('mutation($e: [ID!]!, $r: [ID!]!) { inviteReferents(eventIds: $e, referentIds: $r) { total } }', { e: [event], r: [id] })).toBe('CONFLICT')
  expect(await codes('mutation($id: ID!, $e: ID!, $r: ID!) { assignReferent(id: $id, eventId: $e, referentId: $r) { id } }', { id: v7(), e: event, r: id })).toBe('CONFLICT')
  expect(await codes('mutation($id: ID!) { confirmAssignment(id: $id) { id } }', { id: assignment })).toBe('CONFLICT')
  expect(await codes('mutation($id: ID!) { recordAnswer(id: $id, answer: YES) { id } }', { id: availability })).toBe('CONFLICT')
  expect(await codes('mutation($id: ID!, $e: ID!) { messageReferents(eventId: $e, id: $id, subject: "Un rappel", body: "À bientôt, {prénom}.", to: ASKED) { id } }', { id: v7(), e: event })).toBe('CONFLICT')
  const input = { firstName: 'Camille', lastName: 'Exemple', email: `${v7()}@example.org` }
  expect(await codes('mutation($id: ID!, $input: ReferentInput!) { updateReferent(id: $id, version: 2, input: $input) { id } }', { id, input })).toBe('CONFLICT')
  expect(await codes('mutation($id: ID!, $o: ID!, $input: ReferentInput!) { mergeReferents(id: $id, version: 2, otherId: $o, otherVersion: 1, input: $input) { id } }', { id, o: await w.referent(t), input })).toBe('CONFLICT')
  await expect(w.db.referent.update({ where: { id }, data: { notes: 'Revenu par erreur' } })).rejects.toThrow()
  await expect(w.db.referent.update({ where: { id }, data: { erasedAt: null } })).rejects.toThrow()
})

it('is refused without a reason, to whoever does not reach the person, and to the region', async () => {
  const t = await w.territory()
  const id = await w.referent(t)
  const code = async (person: Awaited<ReturnType<typeof w.account>>, reason = 'Sur demande') => (await w.ask(person, erase, { id, reason })).errors?.[0]?.extensions.code
  expect(await code(await w.account('DEPARTMENT_MANAGER', t), ' ')).toBe('BAD_USER_INPUT')
  expect(await code(await w.account('DEPARTMENT_MANAGER', await w.territory()))).toBe('NOT_FOUND')
  expect(await code(await w.account('REGIONAL_MANAGER'))).toBe('FORBIDDEN')
})
