import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseUnconfirmed } from '../../server/events/releaseUnconfirmed.ts'
import { eventually, somebodyWaits } from '../support/eventually.ts'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const helpers = (now: Date) => ({ pool: w.pool, db: w.db, now: () => now, mail: null, settings: { publicUrl: 'http://coaching.test', demonstration: false, demonstrationAccounts: [], smtp: false }, log: { error() {} }, last: false })
type State = 'OFFERED' | 'CONFIRMED' | 'TO_RECONFIRM' | 'DECLINED' | 'WITHDRAWN' | 'RELEASED'
type Asked = { answer: 'YES' | 'IF_NEEDED' | 'NO' | null; state?: State }

/** A published event in ten days whose referents were asked, answered and got places so. */
async function staffed(t: Territory, asked: Asked[]) {
  const id = await w.published(t, { referentsNeeded: Math.max(1, asked.length) })
  const people = await Promise.all(asked.map(async ({ answer, state }) => {
    const referent = await w.referent(t)
    const availability = await w.availability(t.department, id, referent, answer)
    if (state) await w.db.assignment.create({ data: { eventId: id, departmentCode: t.department, referentId: referent, state, startsAt: inDays(10), endsAt: inDays(10, 3), createdAt: inDays(-1) } })
    return { referent, availability }
  }))
  return { id, people }
}
async function prefecture() {
  const t = await w.territory()
  return { t, manager: await w.account('DEPARTMENT_MANAGER', t) }
}
const postpone = `mutation($id: ID!, $version: Int! = 1, $startsAt: Instant, $endsAt: Instant, $reconfirmBy: Instant) {
  result: postponeEvent(id: $id, version: $version, reason: "salle fermée", startsAt: $startsAt, endsAt: $endsAt, reconfirmBy: $reconfirmBy) { state startsAt sequence reconfirmBy history { resource action } } }`
/** What was done to the event itself; its places have lines of their own. */
const done = ({ history }: { history: { resource: string; action: string }[] }) => history.filter(({ resource }) => resource === 'Event').map(({ action }) => action)
const states = async (id: string) => (await w.db.assignment.findMany({ where: { eventId: id } })).map(({ state }) => state).sort()
/** The subjects of the mails about events, by referent. */
const told = async (people: { referent: string }[]) =>
  Promise.all(people.map(async ({ referent }) => (await w.db.message.findMany({ where: { referentId: referent, template: 'eventNews' }, orderBy: { id: 'asc' } })).map(({ subject }) => subject.split('\u00a0: ')[1])))
const mixed: Asked[] = [{ answer: 'YES', state: 'CONFIRMED' }, { answer: null, state: 'OFFERED' }, { answer: 'YES' }, { answer: 'NO' }, { answer: null }, { answer: 'YES', state: 'WITHDRAWN' }]

it('tells whoever has a place or might come that the date no longer holds, and nobody else', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, mixed)
  const { data, errors } = await w.ask(manager, postpone, { id })
  expect(errors).toBeUndefined()
  expect(data.result).toMatchObject({ state: 'POSTPONED', reconfirmBy: null })
  expect(done(data.result)).toEqual(['postpone'])
  const news = 'opération reportée'
  expect(await told(people)).toEqual([[news], [news], [news], [], [], []])
  expect(await states(id)).toEqual(['TO_RECONFIRM', 'TO_RECONFIRM', 'WITHDRAWN'])
})

it('asks everyone again, with one mail each, when there is a new date: at once or later', async () => {
  for (const later of [false, true]) {
    const { t, manager } = await prefecture()
    const { id, people } = await staffed(t, mixed)
    const when = { startsAt: inDays(20), endsAt: inDays(20, 3) }
    const { data, errors } = await w.ask(manager, postpone, { id, ...(later ? {} : when) })
    expect(errors).toBeUndefined()
    if (later) {
      await w.db.event.update({ where: { id }, data: when })
      const { data } = await w.ask(manager, 'mutation($id: ID!) { result: publishEvent(id: $id) { state reconfirmBy } }', { id })
      expect(data.result).toMatchObject({ state: 'PUBLISHED', reconfirmBy: inDays(7).toISOString().replace('.000Z', '+00:00') })
    } else {
      expect(data.result).toMatchObject({ state: 'PUBLISHED', startsAt: '2026-10-25T08:00:00+00:00' })
      expect(done(data.result)).toEqual(['postpone', 'update', 'publish', 'askAgain'])
    }
    for (const [i, subjects] of (await told(people)).entries()) expect(subjects.filter((one) => one!.startsWith('nouvelle date')), `${i}`).toHaveLength(1)
    expect(await w.db.availability.count({ where: { eventId: id, answer: { not: null } } })).toBe(0)
    const waiting = await w.db.message.findFirstOrThrow({ where: { referentId: people[0]!.referent, subject: { contains: 'nouvelle date' } } })
    expect(waiting.body).toContain('avant le lundi 12 octobre 2026')
    expect((await w.db.message.findFirstOrThrow({ where: { referentId: people[3]!.referent, subject: { contains: 'nouvelle date' } } })).body).not.toContain('avant le')
  }
})

it('loses nobody: what was held is reconfirmed, withdrawn, released or pending, whatever is answered and when', async () => {
  const held = ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM'] as const
  await fc.assert(fc.asyncProperty(
    fc.array(fc.record({ state: fc.constantFrom<State>(...held, 'DECLINED', 'WITHDRAWN', 'RELEASED'), says: fc.constantFrom('YES', 'IF_NEEDED', 'NO', null), late: fc.boolean() }), { minLength: 1, maxLength: 8 }), fc.boolean(),
    async (given, released) => {
      const { t, manager } = await prefecture()
      const { id, people } = await staffed(t, given.map(({ state }) => ({ answer: 'YES', state })))
      const before = await states(id)
      const count = (all: readonly string[], ...wanted: string[]) => all.filter((one) => wanted.includes(one)).length
      await w.ask(manager, postpone, { id, startsAt: inDays(20), endsAt: inDays(20, 3) })
      const answer = async (late: boolean) => {
        for (const [i, { says, late: isLate }] of given.entries())
          if (says && isLate === late) expect((await w.ask(manager, 'mutation($id: ID!, $answer: Answer!) { recordAnswer(id: $id, answer: $answer) { id } }', { id: people[i]!.availability, answer: says })).errors).toBeUndefined()
      }
      await answer(false)
      // Everybody is free and there is room: whoever said in time that he comes has his place.
      const places = new Map((await w.db.assignment.findMany({ where: { eventId: id } })).map(({ referentId, state }) => [referentId, state]))
      for (const [i, { state, says, late }] of given.entries())
        if ((held as readonly string[]).includes(state) && !late && (says === 'YES' || says === 'IF_NEEDED')) expect(places.get(people[i]!.referent)).toBe('CONFIRMED')
      const { reconfirmBy } = await w.db.event.findUniqueOrThrow({ where: { id } })
      if (released) for (const _ of [1, 2]) await releaseUnconfirmed({ id, reconfirmBy: reconfirmBy!.toISOString() }, helpers(inDays(8)))
      await answer(true)
      const after = await states(id)
      expect(count(before, ...held)).toBe(
        count(after, 'CONFIRMED') + count(after, 'TO_RECONFIRM') + count(after, 'WITHDRAWN') - count(before, 'WITHDRAWN') + count(after, 'RELEASED') - count(before, 'RELEASED'))
      expect(count(after, 'DECLINED')).toBe(count(before, 'DECLINED'))
      if (released) expect(count(after, 'TO_RECONFIRM')).toBe(0)
      const { referentsConfirmed } = await w.db.event.findUniqueOrThrow({ where: { id } })
      expect(referentsConfirmed).toBe(count(after, 'CONFIRMED'))
    },
  ), { numRuns: 20 })
})

it('releases by itself what was not reconfirmed in time, tells so, and forgets a date that moved again', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }])
  await w.ask(manager, postpone, { id, startsAt: inDays(3001), endsAt: inDays(3001, 3), reconfirmBy: inDays(3000) })
  // The jobs go by the database's clock, for which the days of this test may be past.
  const jobs = await w.db.$queryRaw<{ run_at: Date }[]>`SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'releaseUnconfirmed'`
  expect(jobs.map(({ run_at }) => run_at)).toContainEqual(inDays(3000))
  const { version } = await w.db.event.findUniqueOrThrow({ where: { id } })
  await w.ask(manager, postpone, { id, version, startsAt: inDays(30), endsAt: inDays(30, 3), reconfirmBy: inDays(12) })
  await releaseUnconfirmed({ id, reconfirmBy: inDays(3000).toISOString() }, helpers(inDays(3000)))
  expect(await states(id)).toEqual(['TO_RECONFIRM'])
  await releaseUnconfirmed({ id, reconfirmBy: inDays(12).toISOString() }, helpers(inDays(12)))
  expect(await states(id)).toEqual(['RELEASED'])
  expect((await told(people))[0]!.at(-1)).toBe('votre place n’est plus réservée')
  const { data } = await w.ask(manager, 'query($id: ID!) { event(id: $id) { assignments { history { action reason author { name } } } } }', { id })
  expect(data.event.assignments[0].history.at(-1)).toEqual({ action: 'release', reason: 'Sans réponse à la date limite', author: null })
})

it('tells of a cancellation whoever was asked about the new date and has not answered', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES' }, { answer: 'NO' }, { answer: null }])
  await w.ask(manager, postpone, { id, startsAt: inDays(20), endsAt: inDays(20, 3) })
  await w.ask(manager, 'mutation($id: ID!) { recordAnswer(id: $id, answer: NO) { id } }', { id: people[1]!.availability })
  await w.ask(manager, 'mutation($id: ID!) { cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER) { id } }', { id })
  expect((await told(people)).map((subjects) => subjects.at(-1))).toEqual(['opération annulée', expect.stringContaining('nouvelle date'), 'opération annulée'])
})

it('leaves a place that is confirmed while the limit passes, and tells its referent nothing else', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }, { answer: 'YES', state: 'CONFIRMED' }])
  await w.ask(manager, postpone, { id, startsAt: inDays(20), endsAt: inDays(20, 3), reconfirmBy: inDays(12) })
  let released: Promise<void>
  await w.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Event" WHERE "id" = ${id}::uuid FOR UPDATE`
    await tx.$executeRaw`UPDATE "Assignment" SET "state" = 'CONFIRMED' WHERE "referentId" = ${people[0]!.referent}::uuid`
    released = releaseUnconfirmed({ id, reconfirmBy: inDays(12).toISOString() }, helpers(inDays(12)))
    await somebodyWaits(tx)
  }, { timeout: 20_000 })
  await released!
  expect(await states(id)).toEqual(['CONFIRMED', 'RELEASED'])
  expect((await told(people)).map((subjects) => subjects.at(-1))).toEqual([expect.stringContaining('nouvelle date'), 'votre place n’est plus réservée'])
})

it('says truly why a place was released: nothing was said, or the hour was taken', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }, { answer: 'YES', state: 'CONFIRMED' }])
  const elsewhere = await w.published(t, { startsAt: inDays(20, 1), endsAt: inDays(20, 2) })
  await w.db.assignment.create({ data: { eventId: elsewhere, departmentCode: t.department, referentId: people[0]!.referent, state: 'CONFIRMED', startsAt: inDays(20, 1), endsAt: inDays(20, 2), createdAt: inDays(-1) } })
  await w.ask(manager, postpone, { id, startsAt: inDays(20), endsAt: inDays(20, 3), reconfirmBy: inDays(12) })
  await w.ask(manager, 'mutation($id: ID!) { recordAnswer(id: $id, answer: YES) { id } }', { id: people[0]!.availability })
  await releaseUnconfirmed({ id, reconfirmBy: inDays(12).toISOString() }, helpers(inDays(12)))
  const reasons = await Promise.all(people.map(async ({ referent }) => {
    const place = await w.db.assignment.findFirstOrThrow({ where: { eventId: id, referentId: referent } })
    return (await w.db.auditEntry.findFirstOrThrow({ where: { recordId: place.id, action: 'release' } })).reason
  }))
  expect(reasons).toEqual([expect.stringContaining('déjà pris ailleurs'), 'Sans réponse à la date limite'])
})

it('waits no longer than the event when it is moved nearer', async () => {
  const { t, manager } = await prefecture()
  const { id } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }])
  await w.ask(manager, postpone, { id, startsAt: inDays(40), endsAt: inDays(40, 3), reconfirmBy: inDays(30) })
  const { title, capacity, referentsNeeded, venueId, version } = await w.db.event.findUniqueOrThrow({ where: { id } })
  const { errors } = await w.ask(manager, 'mutation($id: ID!, $version: Int!, $input: EventInput!) { updateEvent(id: $id, version: $version, input: $input) { id } }', {
    id, version, input: { title, capacity, referentsNeeded, venueId, startsAt: inDays(6), endsAt: inDays(6, 3), contactName: 'Camille Exemple', contactEmail: 'camille@example.org' } })
  expect(errors).toBeUndefined()
  const { reconfirmBy } = await w.db.event.findUniqueOrThrow({ where: { id } })
  expect(reconfirmBy).toEqual(inDays(5))
  await releaseUnconfirmed({ id, reconfirmBy: inDays(5).toISOString() }, helpers(inDays(5)))
  expect(await states(id)).toEqual(['RELEASED'])
})

it('tells of a cancellation, and of other hours or another place, whoever they concern; of other words, nobody', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, mixed)
  const update = async (over: object) => {
    const { title, startsAt, endsAt, capacity, referentsNeeded, venueId, version } = await w.db.event.findUniqueOrThrow({ where: { id } })
    const { errors } = await w.ask(manager, 'mutation($id: ID!, $version: Int!, $input: EventInput!) { updateEvent(id: $id, version: $version, input: $input) { id } }', {
      id, version, input: { title, startsAt, endsAt, capacity, referentsNeeded, venueId, contactName: 'Camille Exemple', contactEmail: 'camille@example.org', ...over } })
    expect(errors).toBeUndefined()
  }
  await update({ publicText: 'D’autres mots.' })
  expect((await told(people)).flat()).toEqual([])
  await update({ startsAt: inDays(10, 1), endsAt: inDays(10, 4) })
  await w.ask(manager, 'mutation($id: ID!) { cancelEvent(id: $id, reason: "neige", cancellationReason: WEATHER) { id } }', { id })
  const both = ['changement de date ou de lieu', 'opération annulée']
  // Whoever has not answered yet is told that he need not.
  expect(await told(people)).toEqual([both, both, both, [], ['opération annulée'], []])
})

it('moves an event once, however often it is asked to, and never over the date that somebody else set', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }, { answer: 'YES' }])
  const to = (days: number) => ({ id, startsAt: inDays(days), endsAt: inDays(days, 3) })
  const answers = await Promise.all(Array.from({ length: 8 }, () => w.ask(manager, postpone, to(20))))
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
  expect((await told(people)).map((subjects) => subjects.length)).toEqual([1, 1])
  const { sequence, version } = await w.db.event.findUniqueOrThrow({ where: { id } })
  await w.ask(manager, 'mutation($id: ID!) { recordAnswer(id: $id, answer: YES) { id } }', { id: people[0]!.availability })
  expect((await w.ask(manager, postpone, to(20))).errors).toBeUndefined()
  expect(await states(id)).toEqual(['CONFIRMED'])
  expect((await w.ask(manager, postpone, to(25))).errors?.[0]?.extensions.code).toBe('CONFLICT')
  expect(await w.db.event.findUniqueOrThrow({ where: { id } })).toMatchObject({ startsAt: inDays(20), sequence, version })
})

it('is not public again at the date that was given up, and its page tells that one until another holds', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }])
  await w.ask(manager, postpone, { id })
  const { slug, startsAt } = await w.db.event.findUniqueOrThrow({ where: { id } })
  const publish = () => w.ask(manager, 'mutation($id: ID!) { publishEvent(id: $id) { state formerStartsAt } }', { id })
  expect((await publish()).errors?.[0]?.extensions.reasons).toEqual([{ code: 'NO_NEW_DATE', sentence: 'Fixez d’abord la nouvelle date : l’ancienne est abandonnée.' }])
  expect((await told(people))[0]).toEqual(['opération reportée'])
  await w.db.event.update({ where: { id }, data: { startsAt: inDays(20), endsAt: inDays(20, 3) } })
  expect(startsAt).toEqual(inDays(10))
  expect(await (await fetch(`${w.url}/operations/${slug}`)).text()).toContain('Prévue d’abord le jeudi 15 octobre 2026')
  expect((await publish()).data).toEqual({ publishEvent: { state: 'PUBLISHED', formerStartsAt: null } })
})

describe('refuses a date that does not hold, under the field where it was typed, and changes nothing:', () => {
  it.each<[string, object, string]>([
    ['a start alone', { startsAt: inDays(20) }, 'endsAt'],
    ['the date that it has', { startsAt: inDays(10), endsAt: inDays(10, 4) }, 'startsAt'],
    ['a date that is past', { startsAt: inDays(-1), endsAt: inDays(1) }, 'startsAt'],
    ['an end before the start', { startsAt: inDays(20), endsAt: inDays(19) }, 'endsAt'],
    ['a limit after the start', { startsAt: inDays(20), endsAt: inDays(20, 3), reconfirmBy: inDays(21) }, 'reconfirmBy'],
    ['a limit that is past', { startsAt: inDays(20), endsAt: inDays(20, 3), reconfirmBy: inDays(-1) }, 'reconfirmBy'],
  ])('%s', async (_, dates, field) => {
    const { t, manager } = await prefecture()
    const { id, people } = await staffed(t, mixed)
    const { errors } = await w.ask(manager, postpone, { id, ...dates })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } })
    expect(await w.db.event.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'PUBLISHED', startsAt: inDays(10), version: 1 })
    expect((await told(people)).flat()).toEqual([])
  })
})

it('keeps the mails of a demonstration where they can be read', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }])
  await w.ask(manager, postpone, { id })
  await eventually(() => w.db.message.findFirstOrThrow({ where: { referentId: people[0]!.referent } }), ({ state }) => state === 'KEPT')
})

it('takes an answer that crosses another write, though PostgreSQL gives one of the two up', async () => {
  const { t, manager } = await prefecture()
  const { id, people } = await staffed(t, [{ answer: 'YES', state: 'CONFIRMED' }])
  let given: Promise<Awaited<ReturnType<typeof w.ask>>>
  await w.db.$transaction(async (tx) => {
    // The answer first and the event after; whoever answers takes them the other way round.
    await tx.$executeRaw`SELECT FROM "Availability" WHERE "eventId" = ${id}::uuid FOR UPDATE`
    given = w.ask(manager, 'mutation($id: ID!) { result: recordAnswer(id: $id, answer: NO) { answer assignment { state } } }', { id: people[0]!.availability })
    await somebodyWaits(tx)
    await tx.$executeRaw`SELECT FROM "Event" WHERE "id" = ${id}::uuid FOR UPDATE`
  }, { timeout: 20_000 })
  expect((await given!).data?.result).toEqual({ answer: 'NO', assignment: { state: 'WITHDRAWN' } })
})
