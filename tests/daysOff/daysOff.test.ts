import { expect, it } from 'vitest'
import { world } from '../support/world.ts'

const w = await world()
const asked = async (from: string, until: string) => (await w.ask(null, 'query($from: Day!, $until: Day!) { daysOff(from: $from, until: $until) { date name kind } }', { from, until })).data?.daysOff as { date: string; name: string; kind: string }[]

it('tells the public holidays of 2026, and no day beside', async () => {
  const found = (await asked('2026-01-01', '2026-12-31')).filter(({ kind }) => kind === 'PUBLIC_HOLIDAY')
  // Source: article L3133-1 of the code du travail; Easter 2026 is on 5 April.
  expect(found.map(({ date }) => date)).toEqual(['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'])
  expect(found.map(({ name }) => name)).toContain('Lundi de Pentecôte')
})

it('tells the school holidays of zone C by their first and last day, whatever is asked around them', async () => {
  const school = async (from: string, until: string) => (await asked(from, until)).filter(({ kind }) => kind === 'SCHOOL_HOLIDAY').map(({ date }) => date)
  const ends = (days: string[]) => [days[0], days.at(-1), days.length]
  expect(ends(await school('2026-10-01', '2026-11-30'))).toEqual(['2026-10-17', '2026-11-01', 16])
  expect(ends(await school('2026-12-01', '2027-01-31'))).toEqual(['2026-12-19', '2027-01-03', 16])
  // Zone C goes first in the winter of 2027: the weeks of the others are school there.
  expect(ends(await school('2027-02-01', '2027-03-31'))).toEqual(['2027-02-06', '2027-02-21', 16])
  expect(await school('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  expect(await school('2026-11-02', '2026-12-18')).toEqual([])
})

it('tells a day that is off for two reasons twice, and refuses spans without end', async () => {
  expect((await asked('2026-12-25', '2026-12-25')).map(({ kind }) => kind)).toEqual(['PUBLIC_HOLIDAY', 'SCHOOL_HOLIDAY'])
  const fields = async (from: string, until: string) => (await w.ask(null, '{ daysOff(from: "' + from + '", until: "' + until + '") { date } }')).errors?.[0]?.extensions.fields
  expect(await fields('2026-01-02', '2026-01-01')).toHaveProperty('until')
  expect(await fields('2026-01-01', '2029-01-01')).toHaveProperty('until')
})
