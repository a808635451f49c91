import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { i18nProvider } from '../../admin/app/i18nProvider.ts'
import { replacedWords } from '../../admin/bulk/bulkActions.ts'
import { dayOfWeek } from '../../admin/ui/calendarDays.ts'
import { day, dayAndHour, span, weekday } from '../../admin/ui/paris.ts'
import { summaryOf } from '../../server/imports/calendar/summary.ts'
import { day as dayInMails } from '../../server/messages/templates/dates.ts'
import { variables } from '../../server/messages/templates/eventNote.ts'
import { dayOf } from '../../server/site/french.ts'
import { readTerritory } from '../../server/territories/readTerritory.ts'

it('calls the first of a month « 1er », and no other day', () => {
  expect([day('2027-03-01'), weekday('2027-03-01'), dayAndHour('2027-03-01T09:30:00Z'), dayOfWeek('2027-12-01')]).toEqual(['1er mars 2027', 'lundi 1er mars 2027', '1er mars 2027 à 10\u00a0h\u00a030', 'mer. 1er déc.'])
  expect(span('2027-03-01T08:00:00Z', '2027-03-01T11:00:00Z')).toMatch(/^lundi 1er mars 2027, 9/)
  expect([day('2027-03-11'), weekday('2027-03-21'), day('2027-03-31')]).toEqual(['11 mars 2027', 'dimanche 21 mars 2027', '31 mars 2027'])
  expect([dayOf('2026-12-01T09:00:00Z'), dayInMails(new Date('2026-12-01T09:00:00Z')), summaryOf({ year: 2026, month: 12, day: 1 }, 'Bondy', 'Salle')]).toEqual(['Mardi 1er décembre 2026', 'mardi 1er décembre 2026', '1er décembre 2026 · Bondy · Salle'])
})

it('writes days in words in one place on each side', () => {
  const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated')).map((entry) => join(entry.parentPath, entry.name))
  const inWords = /new Intl\.DateTimeFormat\('fr-FR', (?:options|\{[^}]*(?:dateStyle|month: '(?:long|short)'))/
  expect([...files('server'), ...files('admin')].filter((file) => inWords.test(readFileSync(file, 'utf8'))).sort()).toEqual(['admin/ui/paris.ts', 'server/frenchDay.ts'])
})

it.each([
  ['coaching.imports.take', { smart_count: 2000 }, 'Reprendre 2\u202f000 lignes'],
  ['coaching.imports.chosen', { smart_count: 1 }, '1 choisie'],
  ['coaching.series.chosen', { smart_count: 0 }, '0 choisie'],
  ['coaching.invite.chosen', { smart_count: 1200 }, '1\u202f200 choisis'],
  ['resources.events.chosen', { smart_count: 2 }, '2 opérations choisies'],
  ['coaching.map.most', { most: 1000, total: 2120 }, 'Seules les 1\u202f000 premières sur 2\u202f120 sont montrées\u00a0: filtrez pour voir les autres.'],
])('says %s as French counts', (key, words, said) => expect(i18nProvider.translate(key, words)).toBe(said))

it('knows the words that the server replaces in what is written to referents', () => expect([...replacedWords].sort()).toEqual([...variables].sort()))

it('has no straight apostrophe in the names of places', () => {
  const { departments, cities, neighbourhoods } = readTerritory('prisma/data')
  expect([...departments, ...cities, ...neighbourhoods].filter(({ name }) => name.includes('\'')).map(({ name }) => name)).toEqual([])
  expect(departments.find(({ id }) => id === '95')!.name).toBe('Val-d’Oise')
})
