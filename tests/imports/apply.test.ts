import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { world, type Person } from '../support/world.ts'
import { expectedOf, FILES, fixture } from './fixtures.ts'
import { documents, importing, type Line } from './importing.ts'

const w = await world()
await importTerritory({ db: w.db, folder: 'prisma/data', now: w.clock.now })
const region = await w.account('REGIONAL_MANAGER')
const seineSaintDenis = await w.account('DEPARTMENT_MANAGER', { department: '93' })

const { prepare, apply } = documents
const { send, campaign, events, ...given } = importing(w)
type Given = { name?: string; bytes?: Uint8Array; weeks?: number }
const withFile = ({ name = FILES[0], bytes = fixture(name), weeks = 0 }: Given = {}) => ({ name, bytes, weeks })
const prepared = (person: Person, campaignId: string, over?: Given) => given.prepared(person, campaignId, withFile(over))
const ready = (person: Person, campaignId: string, over?: Given) => given.ready(person, campaignId, withFile(over))
const takable = (lines: Line[]) => lines.filter(({ verdict }) => ['NEW', 'WARNING'].includes(verdict)).map(({ line }) => line)

describe('the region', () => {
  const verdictOf = ({ verdict, code }: { verdict: string; code: string }) =>
    code === 'DUPLICATE_ROW' ? 'DUPLICATE' : verdict === 'warn' ? 'WARNING' : verdict === 'reject' ? 'ERROR' : 'SKIPPED'

  it.each(FILES)('makes drafts of %s, line by line as expected', async (name) => {
    const into = await campaign()
    const { id, lines } = await ready(region, into, { name })
    const { problems, data_records, accepted } = expectedOf(name)
    expect(lines).toHaveLength(data_records)
    const expected = new Map(problems.map((problem) => [problem.line ?? problem.row, problem]))
    for (const { line, verdict, findings, summary } of lines) {
      const problem = expected.get(line)
      expect({ line, verdict }).toEqual({ line, verdict: problem ? verdictOf(problem) : 'NEW' })
      if (problem) expect(findings.map(({ code }) => code)).toContain(problem.code)
      expect(summary).not.toBe('')
    }
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(0)

    const { data, errors } = await w.ask(region, apply, { id, lines: lines.map(({ line }) => line) })
    expect(errors).toBeUndefined()
    const made = (data.result.lines as Line[]).filter(({ eventId }) => eventId)
    expect(made.map(({ line }) => line)).toEqual(takable(lines))
    const stored = await events(into)
    expect(stored).toHaveLength(accepted)
    for (const event of stored) {
      expect(event).toMatchObject({ state: 'DRAFT', referentsNeeded: 0, publishedAt: null })
      expect(event.title).toMatch(/^Apprentissage-coaching · ./)
      expect(event.slug).toMatch(/^[a-z-]+-[0-9a-f]{8}$/)
      expect(event.notes).toMatch(/^Organisateur/)
      expect(event.venue).toMatchObject({ departmentCode: event.departmentCode, approximate: true, latitude: expect.any(Number) })
    }
    expect(await w.db.auditEntry.count({ where: { action: 'import', recordId: { in: stored.map(({ id }) => id) } } })).toBe(accepted)
  })

  it('adds nothing a second time: the same import or the same file, at once or later', async () => {
    const into = await campaign()
    const first = await ready(region, into)
    const given = { id: first.id, lines: takable(first.lines) }
    const others = [await ready(region, into), await ready(region, into)]
    const answers = await Promise.all([given, given, ...others.map(({ id, lines }) => ({ id, lines: takable(lines) }))].map((variables) => w.ask(region, apply, variables)))
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined()
      expect((data.result.lines as Line[]).filter(({ eventId }) => eventId)).toHaveLength(55)
      expect(data.result.appliedAt).not.toBeNull()
    }
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(55)
    const again = await ready(region, into)
    expect(takable(again.lines)).toEqual([])
    expect(again.lines.filter(({ verdict, event }) => verdict === 'UNCHANGED' && event)).toHaveLength(55)
  })

  it('takes the chosen lines only, and the rest later', async () => {
    const into = await campaign()
    const { id, lines } = await ready(region, into)
    const [one, two, ...rest] = takable(lines)
    await w.ask(region, apply, { id, lines: [one, two] })
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(2)
    await w.ask(region, apply, { id, lines: rest })
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(55)
  })

  it('moves dates by whole weeks without moving hours, and says once how many are past', async () => {
    const [then, nextYear] = [await campaign(), await campaign()]
    const weeks = 365
    const [still, moved] = [await ready(region, then), await ready(region, nextYear, { weeks })]
    const past = ({ remarks }: { remarks: { code: string; sentence: string }[] }) => remarks.filter(({ code }) => code === 'PAST').map(({ sentence }) => sentence)
    expect(past(still)).toEqual([expect.stringMatching(/^55 dates sont passées/)])
    expect(past(moved)).toEqual([])
    for (const { id, lines } of [still, moved]) await w.ask(region, apply, { id, lines: takable(lines) })
    const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long', hour: '2-digit', minute: '2-digit' })
    const [before, after] = [await events(then), await events(nextYear)]
    expect(after).toHaveLength(55)
    const movedOf = new Map(after.map((event) => [event.importKey, event]))
    for (const { importKey, startsAt, endsAt } of before) {
      const event = movedOf.get(importKey)!
      expect([clock.format(event.startsAt), clock.format(event.endsAt)]).toEqual([clock.format(startsAt), clock.format(endsAt)])
      expect(Math.round((event.startsAt.getTime() - startsAt.getTime()) / 604_800_000)).toBe(weeks)
    }
  })

  it('uses a venue again', async () => {
    const [one, two] = [await campaign(), await campaign()]
    for (const into of [one, two]) {
      const { id, lines } = await ready(region, into)
      await w.ask(region, apply, { id, lines: takable(lines) })
    }
    const venues = async (id: string) => (await events(id)).map(({ importKey, venueId }) => `${importKey} ${venueId}`).toSorted()
    expect(await venues(two)).toEqual(await venues(one))
  })
})

describe('a prefecture', () => {
  it('takes its own lines; those of others are outside', async () => {
    const into = await campaign()
    const { id, lines, departmentCode } = await ready(seineSaintDenis, into)
    expect(departmentCode).toBe('93')
    const outside = lines.filter(({ verdict }) => verdict === 'OUTSIDE')
    expect(outside.length).toBeGreaterThan(0)
    expect(outside.map(({ departmentCode, startsAt }) => [departmentCode === '93', startsAt])).toEqual(outside.map(() => [false, null]))
    expect(lines.filter(({ departmentCode }) => departmentCode === '93').map(({ verdict }) => verdict)).not.toContain('OUTSIDE')
    const { errors } = await w.ask(seineSaintDenis, apply, { id, lines: lines.map(({ line }) => line) })
    expect(errors).toBeUndefined()
    const made = await events(into)
    expect(made).toHaveLength(takable(lines).length)
    expect(new Set(made.map(({ departmentCode }) => departmentCode))).toEqual(new Set(['93']))
  })

  it('does not reach the import of the region, nor of a neighbour', async () => {
    const into = await campaign()
    const neighbour = await w.account('DEPARTMENT_AGENT', { department: '92' })
    for (const [owner, other] of [[region, seineSaintDenis], [seineSaintDenis, neighbour]] as const) {
      const { id, lines } = await ready(owner, into)
      const codes = async (query: string) => (await w.ask(other, query, { id, lines: takable(lines) })).errors?.map(({ extensions }) => extensions.code)
      expect(await codes(apply)).toEqual(['NOT_FOUND'])
      expect(await codes('query($id: ID!) { import(id: $id) { id } }')).toEqual(['NOT_FOUND'])
    }
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(0)
  })

  it('makes nothing of a line that has left its reach since it was judged', async () => {
    const into = await campaign()
    const [own, whole] = [await ready(seineSaintDenis, into), await ready(region, into)]
    const [line] = own.lines.filter(({ verdict }) => verdict === 'OUTSIDE')
    const foreign = await w.db.importLine.findFirstOrThrow({ where: { importId: whole.id, line: line!.line } })
    await w.db.importLine.updateMany({ where: { importId: own.id, line: line!.line }, data: { verdict: 'NEW', event: foreign.event! } })
    const { errors } = await w.ask(seineSaintDenis, apply, { id: own.id, lines: own.lines.map(({ line }) => line) })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(0)
  })

  it('uses no file that somebody else sent', async () => {
    const { id: fileId } = await send(region, fixture(FILES[0]))
    const { errors } = await w.ask(seineSaintDenis, prepare, { id: v7(), fileId, campaignId: await campaign(), weeks: 0 })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { file: expect.any(String) } })
  })
})

describe('refused', () => {
  it('a campaign that is not open, before and after the judging', async () => {
    expect((await prepared(region, await campaign('CLOSED'))).errors?.[0]?.extensions.code).toBe('CONFLICT')
    const into = await campaign()
    const { id, lines } = await ready(region, into)
    await w.db.campaign.update({ where: { id: into }, data: { state: 'REVIEWING' } })
    const { errors } = await w.ask(region, apply, { id, lines: takable(lines) })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reasons: [{ code: 'CAMPAIGN_NOT_OPEN' }] })
    expect(await w.db.event.count({ where: { campaignId: into } })).toBe(0)
  })

  it('identifiers that are none, and a shift beyond all sense', async () => {
    const given = { id: v7(), fileId: v7(), campaignId: v7(), weeks: 0 }
    for (const over of [{ id: 'x' }, { fileId: 'x' }, { weeks: 100_000 }]) expect((await w.ask(region, prepare, { ...given, ...over })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect((await w.ask(region, apply, { id: 'x', lines: [1] })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('a file that is no calendar, under its field', async () => {
    const { errors } = await prepared(region, await campaign(), { bytes: new TextEncoder().encode('bonjour'), name: 'lettre.txt' })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { file: expect.stringContaining('en-têtes') } })
  })

  it('a file from whoever may not import, an empty one, one too large', async () => {
    const bytes = fixture(FILES[0])
    expect(await send(null, bytes)).toMatchObject({ status: 401, extensions: { code: 'UNAUTHENTICATED' } })
    expect(await send(await w.account('REGIONAL_READER'), bytes)).toMatchObject({ status: 403, extensions: { code: 'FORBIDDEN' } })
    expect(await send(region, new Uint8Array())).toMatchObject({ status: 400, extensions: { fields: { file: expect.any(String) } } })
    expect(await send(region, new Uint8Array(10_000_001))).toMatchObject({ status: 413, extensions: { fields: { file: expect.any(String) } } })
    const { status } = await fetch(`${w.url}/files`, { method: 'POST', body: '{}', headers: { cookie: region.cookie, 'content-type': 'application/json' } })
    expect(status).toBe(400)
  })
})

it('answers the same import to the same request', async () => {
  const into = await campaign()
  const { id: fileId } = await send(region, fixture(FILES[0]))
  const variables = { id: v7(), fileId, campaignId: into, weeks: 3 }
  for (const { data, errors } of await Promise.all([1, 2, 3].map(() => w.ask(region, prepare, variables)))) {
    expect(errors).toBeUndefined()
    expect(data.result).toMatchObject({ id: variables.id, weeks: 3, can: { apply: [] } })
    expect(data.result.lines).toHaveLength(63)
  }
  expect((await w.ask(seineSaintDenis, prepare, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('lets go, after a day, of files that no import uses', async () => {
  const agent = await w.account('DEPARTMENT_AGENT', { department: '95' })
  const { id: unused } = await send(agent, fixture(FILES[0]))
  const { id: used } = await ready(agent, await campaign())
  const before = w.clock.now
  w.clock.now = new Date(before.getTime() + 25 * 3_600_000)
  expect(await send(await w.account('DEPARTMENT_AGENT', { department: '95' }), fixture(FILES[0]))).toMatchObject({ status: 200 })
  w.clock.now = before
  const kept = async (where: object) => w.db.uploadedFile.count({ where })
  expect([await kept({ id: unused! }), await kept({ imports: { some: { id: used } } })]).toEqual([0, 1])
})
