import { describe, expect, it } from 'vitest'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { inDays, world, type Person } from '../support/world.ts'
import { somebodyWaits } from '../support/eventually.ts'
import { bytesOf, documents, HEADERS, importing, row, type Told } from './importing.ts'

const w = await world()
await importTerritory({ db: w.db, folder: 'prisma/data', now: w.clock.now })
const region = await w.account('REGIONAL_MANAGER')
const manager = await w.account('DEPARTMENT_MANAGER', { department: '93' })
const { campaign, ready, done, taken, proposed, events } = importing(w)

const again = (person: Person, into: string, over: Parameters<typeof row>[0], weeks = 0) => ready(person, into, { bytes: bytesOf([HEADERS, row(over)]), weeks })
const told = ({ lines }: Told) => lines.map(({ verdict, proposed, findings }) => ({ verdict, proposed, codes: findings.map(({ code }) => code) }))
const only = async (into: string) => (await events(into))[0]!
const edit = (id: string, data: object) => w.db.$transaction([
  w.db.event.update({ where: { id }, data: { ...data, version: { increment: 1 } } }),
  w.db.auditEntry.create({ data: { at: w.clock.now, resource: 'Event', recordId: id, action: 'update', changes: {} } }),
])
const UNCHANGED = { verdict: 'UNCHANGED', proposed: false, codes: ['ALREADY_IMPORTED'] }

describe.each([['the prefecture', manager], ['the region', region]])('an event that the campaign holds, for %s,', (_, person) => {
  it('is unchanged when the line says the same, and updated, with its journal, when it says something else', async () => {
    const into = await campaign()
    await taken(person, into, [row({ contact: 'a@example.org' })])
    expect(told(await again(person, into, { contact: 'A@example.org' }))).toEqual([UNCHANGED])
    const file = await again(person, into, { capacity: '45', contact: 'a@example.org' })
    expect(told(file)).toEqual([{ verdict: 'UPDATE', proposed: true, codes: ['CHANGE'] }])
    expect(file.lines[0]!.findings[0]).toMatchObject({ column: 'Places', sentence: '30 devient 45.' })
    const before = await only(into)
    const applied = await done(person, 'apply', { id: file.id, lines: proposed(file) })
    expect(applied).toMatchObject({ created: 0, updated: 1, takeable: [], lines: [{ outcome: 'UPDATED', eventId: before.id }] })
    expect(await only(into)).toMatchObject({ id: before.id, capacity: 45, version: 2, startsAt: before.startsAt, contactEmail: 'a@example.org' })
    expect(await w.db.auditEntry.count({ where: { recordId: before.id, accountId: person.account, changes: { path: ['capacity'], equals: [30, 45] } } })).toBe(1)
    await done(person, 'apply', { id: file.id, lines: [2] })
    expect((await only(into)).version).toBe(2)
    expect(told(await again(person, into, { capacity: '45', contact: 'a@example.org' }))).toEqual([UNCHANGED])
  })

  it('is moved by the same file with its dates moved', async () => {
    const into = await campaign()
    await taken(person, into, [row()])
    const file = await again(person, into, {}, 1)
    expect(told(file)).toEqual([{ verdict: 'UPDATE', proposed: true, codes: ['CHANGE', 'CHANGE'] }])
    await done(person, 'apply', { id: file.id, lines: [2] })
    expect((await events(into)).map(({ startsAt }) => startsAt.toISOString())).toEqual(['2026-12-01T08:00:00.000Z'])
  })
})

describe('what a person changed since', () => {
  it('is no change of the file, and stays', async () => {
    const into = await campaign()
    await taken(manager, into, [row()])
    await edit((await only(into)).id, { capacity: 40 })
    const file = await again(manager, into, {})
    expect(told(file)).toEqual([{ ...UNCHANGED, codes: ['ALREADY_IMPORTED', 'EDITED_SINCE'] }])
    const both = await again(manager, into, { contact: 'b@example.org' })
    expect(told(both)).toEqual([{ verdict: 'UPDATE', proposed: true, codes: ['EDITED_SINCE', 'CHANGE'] }])
    await done(manager, 'apply', { id: both.id, lines: proposed(both) })
    expect(await only(into)).toMatchObject({ capacity: 40, contactEmail: 'b@example.org' })
  })

  it('is overwritten only when the line is chosen on purpose', async () => {
    const into = await campaign()
    await taken(manager, into, [row()])
    await edit((await only(into)).id, { capacity: 40 })
    const file = await again(manager, into, { capacity: '50' })
    expect(told(file)).toEqual([{ verdict: 'UPDATE', proposed: false, codes: ['CHANGE', 'EDITED_SINCE'] }])
    await done(manager, 'apply', { id: file.id, lines: [2] })
    expect((await only(into)).capacity).toBe(50)
  })

  it('after the line was judged leaves the event as it is, and the line to be looked at again', async () => {
    const into = await campaign()
    await taken(manager, into, [row()])
    const file = await again(manager, into, { capacity: '50' })
    await edit((await only(into)).id, { capacity: 40 })
    const applied = await done(manager, 'apply', { id: file.id, lines: proposed(file) })
    expect(applied).toMatchObject({ updated: 0, takeable: [{ line: 2, proposed: false }] })
    expect(applied.lines[0]!.findings.map(({ code }) => code)).toEqual(['CHANGE', 'EDITED_SINCE', 'CHANGED_SINCE'])
    expect((await only(into)).capacity).toBe(40)
  })

  it('is out of the region’s hands', async () => {
    const into = await campaign()
    await taken(region, into, [row()])
    await edit((await only(into)).id, { title: 'Une opération à nous' })
    const file = await again(region, into, { capacity: '50' })
    expect(told(file)).toEqual([{ verdict: 'DUPLICATE', proposed: false, codes: ['ALREADY_IMPORTED', 'CHANGE'] }])
    await done(region, 'apply', { id: file.id, lines: [2] })
    expect((await only(into)).capacity).toBe(30)
  })
})

it('asks before it changes what is public, tells its referents, and leaves what was held', async () => {
  const into = await campaign()
  await taken(manager, into, [row()])
  const { id, departmentCode } = await only(into)
  await edit(id, { state: 'PUBLISHED', publishedAt: w.clock.now })
  const referent = await w.referent({ department: departmentCode } as never)
  await w.availability(departmentCode, id, referent, 'YES')
  const file = await again(manager, into, { capacity: '50' }, 1)
  expect(told(file)).toEqual([{ verdict: 'UPDATE', proposed: false, codes: ['CHANGE', 'CHANGE', 'CHANGE', 'NOT_A_DRAFT'] }])
  await done(manager, 'apply', { id: file.id, lines: [2] })
  expect(await w.db.message.count({ where: { referentId: referent, template: 'eventNews' } })).toBe(1)
  await edit(id, { state: 'HELD', startsAt: inDays(-2), endsAt: inDays(-1) })
  expect(told(await again(manager, into, { capacity: '60' }))[0]!.verdict).toBe('DUPLICATE')
})

describe('an import is undone', () => {
  it('with the drafts and the venues that it alone made; its lines can be taken again', async () => {
    const [into, other] = [await campaign(), await campaign()]
    const shared = row({ place: `Salle partagée ${into}` })
    await taken(manager, other, [shared])
    const file = await taken(manager, into, [shared, row({ place: `Salle ${into}` })])
    expect([file.created, file.can.undo, (await events(into)).length]).toEqual([2, [], 2])
    const made = await events(into)
    const undone = await done(manager, 'undo', { id: file.id })
    expect(undone).toMatchObject({ created: 0, appliedAt: null, undoneAt: expect.any(String), lines: [{ verdict: 'NEW', outcome: null, eventId: null }, { verdict: 'NEW' }] })
    expect([(await events(into)).length, (await events(other)).length]).toEqual([0, 1])
    expect(await w.db.venue.count({ where: { name: { contains: into } } })).toBe(1)
    expect(await w.db.auditEntry.count({ where: { resource: 'Event', action: 'remove', recordId: { in: made.map(({ id }) => id) } } })).toBe(2)
    // Twice is once; then the lines are taken anew, with other dates.
    await done(manager, 'undo', { id: file.id })
    await done(manager, 'judge', { id: file.id, weeks: 1, columns: file.columns })
    const anew = await done(manager, 'apply', { id: file.id, lines: [2, 3] })
    expect([anew.created, anew.undoneAt, (await events(into)).map(({ startsAt }) => startsAt.toISOString())]).toEqual([2, null, ['2026-12-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z']])
  })

  it.each<[string, (event: string) => Promise<unknown>, string]>([
    ['was changed', (id) => edit(id, { capacity: 40 }), 'TOUCHED'],
    ['was submitted', (id) => w.db.event.update({ where: { id }, data: { state: 'SUBMITTED' } }), 'TOUCHED'],
    ['was commented on', (id) => w.db.comment.create({ data: { eventId: id, departmentCode: '93', authorId: manager.account, text: 'Un mot', createdAt: w.clock.now } }), 'TOUCHED'],
    ['has a task of its own', (id) => w.db.task.create({ data: { eventId: id, departmentCode: '93', title: 'Appeler la mairie', dueOn: inDays(3), createdAt: w.clock.now } }), 'TOUCHED'],
    ['keeps somebody to invite', async (id) => w.db.eventToInvite.create({ data: { eventId: id, referentId: await w.referent({ department: '93' } as never) } }), 'TOUCHED'],
    ['has a place given', async (id) => w.db.assignment.create({ data: { eventId: id, departmentCode: '93', referentId: await w.referent({ department: '93' } as never), state: 'OFFERED', startsAt: inDays(1), endsAt: inDays(2), createdAt: w.clock.now } }), 'TOUCHED'],
    ['has invited somebody', async (id) => w.availability('93', id, await w.referent({ department: '93' } as never)), 'TOUCHED'],
  ])('not once an event %s: it says which', async (_, build, code) => {
    const into = await campaign()
    const file = await taken(region, into, [row(), row({ place: 'Autre salle' })])
    const event = await only(into)
    await build(event.id)
    const { errors } = await w.ask(region, documents.undo, { id: file.id })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reasons: [{ code }] })
    expect(await done(region, 'read', { id: file.id })).toMatchObject({ touched: [{ id: event.id }], can: { undo: [{ code }] } })
    expect(await events(into)).toHaveLength(2)
  })

  it('waits for whoever is commenting on a draft of it, and then stays', async () => {
    const into = await campaign()
    const file = await taken(manager, into, [row()])
    const event = await only(into)
    let undone: Promise<{ errors?: { extensions: { code: string } }[] }>
    await w.db.$transaction(async (tx) => {
      await tx.comment.create({ data: { eventId: event.id, departmentCode: '93', authorId: manager.account, text: 'À garder', createdAt: w.clock.now } })
      undone = w.ask(manager, documents.undo, { id: file.id })
      await somebodyWaits(tx)
    }, { timeout: 20_000 })
    expect((await undone!).errors?.[0]?.extensions.code).toBe('CONFLICT')
    expect([await w.db.comment.count({ where: { eventId: event.id } }), (await events(into)).length]).toEqual([1, 1])
  })

  it('with what it overwrote written back, unless that changed since', async () => {
    for (const changed of [false, true]) {
      const into = await campaign()
      await taken(manager, into, [row({ contact: 'a@example.org' })])
      const first = await only(into)
      const file = await ready(manager, into, { bytes: bytesOf([HEADERS, row({ capacity: '50', contact: 'b@example.org' }), row({ place: 'Autre salle' })]) })
      await done(manager, 'apply', { id: file.id, lines: [2, 3] })
      if (changed) await edit(first.id, { title: 'Un autre intitulé' })
      const { data, errors } = await w.ask(manager, documents.undo, { id: file.id })
      if (changed) {
        expect(errors?.[0]?.extensions.reasons).toEqual([{ code: 'REWRITTEN', sentence: 'Ce que cet import a mis à jour a changé depuis.' }])
        expect(await events(into)).toHaveLength(2)
      } else {
        expect(data.result).toMatchObject({ created: 0, updated: 0, lines: [{ verdict: 'UPDATE', outcome: null }, { verdict: 'NEW', outcome: null }] })
        expect(await events(into)).toMatchObject([{ id: first.id, capacity: 30, contactEmail: 'a@example.org', startsAt: first.startsAt, endsAt: first.endsAt, notes: first.notes }])
      }
    }
  })

  it('not when it made nothing, or kept nothing of what others made', async () => {
    const into = await campaign()
    await taken(manager, into, [row()])
    const file = await ready(manager, into, { bytes: bytesOf([HEADERS, row({ capacity: '50' }), row({ place: 'Autre salle' })]) })
    const codes = async () => (await done(manager, 'read', { id: file.id })).can.undo.map(({ code }) => code)
    expect(await codes()).toEqual(['NOTHING_MADE'])
    await done(manager, 'apply', { id: file.id, lines: [2, 3] })
    expect(await codes()).toEqual([])
    await w.db.$executeRaw`UPDATE "ImportLine" SET "before" = NULL WHERE "importId" = ${file.id}::uuid`
    expect(await codes()).toEqual(['UPDATED'])
  })
})
