import { expect, it } from 'vitest'
import { inDays, world, type Territory } from '../support/world.ts'

const w = await world()
const day = (at: Date) => at.toISOString().slice(0, 10)
type Line = { id?: string; title: string; daysBefore: number }
type Parts = { targets: { departmentCode: string; target: number }[]; checklist: Line[] }

/** A campaign as a form shows it, with one line in its checklist, and how one of the region writes its parts and nothing else. */
async function campaign() {
  const [t, region] = [await w.territory(), await w.account('REGIONAL_MANAGER')]
  await w.db.checklistLine.create({ data: { id: crypto.randomUUID(), campaignId: t.campaign, title: 'Imprimez la liste', daysBefore: 1 } })
  const lines = async (): Promise<Line[]> => w.db.checklistLine.findMany({ where: { campaignId: t.campaign }, select: { id: true, title: true, daysBefore: true }, orderBy: { title: 'asc' } })
  const share = (target: number) => [{ departmentCode: t.department, target }]
  const write = (version: number, parts: Partial<Parts>) => w.ask(region, `mutation($id: ID!, $version: Int!, $input: CampaignInput!) {
    result: updateCampaign(id: $id, version: $version, input: $input) { version targets { departmentCode target } checklist { id title daysBefore } } }`, { id: t.campaign, version, input: { ...written(t), targets: [], ...parts } })
  return { t, lines, share, write }
}
const written = (t: Territory) => ({ name: `Campagne ${t.department}`, startsOn: day(inDays(-60)), endsOn: day(inDays(90)), target: 10, perimeterId: t.perimeter })

it('refuses the second of two who change shares or the checklist at once, and shows both as they are', async () => {
  const { t, lines, share, write } = await campaign()
  const [known] = await lines()
  const shares = await write(1, { targets: share(50) })
  expect(shares.data.result).toMatchObject({ version: 2, targets: share(50) })
  const late = [{ targets: share(7) }, { checklist: [] }]
  for (const parts of late) {
    const { errors } = await write(1, parts)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { version: 2, name: `Campagne ${t.department}`, targets: share(50), checklist: [known] } })
  }
  const added = { title: 'Réservez la salle', daysBefore: 30 }
  expect((await write(2, { checklist: [known!, added] })).data.result.version).toBe(3)
  const { errors } = await write(2, { checklist: [known!] })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { version: 3, checklist: [known, { ...added, id: expect.any(String) }] } })
  expect(await lines()).toMatchObject([known, added])
  // What is as it was written is no change.
  expect((await write(3, { targets: share(50), checklist: await lines() })).data.result.version).toBe(3)
})

it('of many who change shares at the same instant from the same version, one does, and the others see it', async () => {
  const { t, share, write } = await campaign()
  const answers = await Promise.all([11, 12, 13, 14].map((target) => write(1, { targets: share(target) })))
  const [kept, ...more] = answers.flatMap(({ data }) => (data ? [data.result] : []))
  expect(more).toEqual([])
  expect(kept.version).toBe(2)
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions)).toMatchObject([1, 2, 3].map(() => ({ code: 'CONFLICT', current: { version: 2, targets: kept.targets } })))
  expect(await w.db.campaignTarget.findMany({ where: { campaignId: t.campaign }, select: { target: true } })).toEqual([{ target: kept.targets[0].target }])
})

it('lets two lines swap their titles, and a new one take the title of one that is taken away; the same twice is refused', async () => {
  const { lines, write } = await campaign()
  const [one] = await lines()
  const made = (await write(1, { checklist: [one!, { title: 'Réservez la salle', daysBefore: 30 }] })).data.result.checklist as Line[]
  const swapped = made.map((line, at) => ({ ...line, title: made[1 - at]!.title }))
  const { data, errors } = await write(2, { checklist: swapped })
  expect(errors).toBeUndefined()
  expect(data.result.checklist).toEqual(swapped)
  expect((await write(3, { checklist: [{ title: swapped[0]!.title, daysBefore: 5 }, { ...swapped[1]!, title: 'Autre' }] })).errors).toBeUndefined()
  expect((await write(4, { checklist: [{ title: 'Autre', daysBefore: 5 }, { title: 'Autre', daysBefore: 6 }] })).errors?.[0]?.extensions.fields).toEqual({ checklist: 'Deux lignes de la liste ont le même intitulé.' })
})

it('brings another checklist to the events still to come, and leaves to the others what they had to do', async () => {
  const { t, lines, write } = await campaign()
  await w.db.checklistLine.create({ data: { id: crypto.randomUUID(), campaignId: t.campaign, title: 'Réservez la salle', daysBefore: 3 } })
  const over = { HELD: { publishedAt: inDays(-20) }, CLOSED: { publishedAt: inDays(-20) }, CANCELLED: { cancelledAt: inDays(-1), cancellationReason: 'OTHER' } }
  const events = await Promise.all(Object.entries({ DRAFT: {}, SUBMITTED: {}, PUBLISHED: { publishedAt: inDays(-2) }, POSTPONED: { publishedAt: inDays(-2) }, ...over }).map(async ([state, more]) => [state, await w.event(t, { state, ...more })] as const))
  const tasks = async (eventId: string) => (await w.db.task.findMany({ where: { eventId }, orderBy: { title: 'asc' } })).map(({ title, dueOn, lineId }) => `${title} ${day(dueOn)} ${lineId ? 'campaign' : 'own'}`)
  const [print] = await lines()
  expect((await write(1, { checklist: [{ ...print!, daysBefore: 3 }, { title: 'Prévenez la mairie', daysBefore: 5 }] })).errors).toBeUndefined()
  for (const [state, id] of events)
    expect(await tasks(id), state).toEqual(state in over ? ['Imprimez la liste 2026-10-14 campaign', 'Réservez la salle 2026-10-12 own'] : ['Imprimez la liste 2026-10-12 campaign', 'Prévenez la mairie 2026-10-10 campaign'])
})
