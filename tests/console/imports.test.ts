import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

const french = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Paris' })
const soon = french.format(new Date(w.clock.now.getTime() + 30 * 86_400_000))
const file = (name: string, ...rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(['Dépt;Ville;Salle;Adresse;CP;Le jour;Début;Fin;Combien', ...rows].join('\n')) })
const made = (place: string) => w.db.event.count({ where: { venue: { name: place } } })

async function send(at: Page, scope: string, given: ReturnType<typeof file>) {
  await at.goto(`${scope}/imports`)
  await at.getByRole('link', { name: 'Importer un fichier' }).first().click()
  await at.getByLabel('Campagne').click()
  await at.getByRole('option', { name: /Automne 20(?!19)|Hiver|Printemps|Été/ }).first().click()
  await at.locator('input[type=file]').setInputFiles(given)
  await at.getByRole('button', { name: 'Examiner le fichier' }).click()
  await at.getByText('Toutes (').waitFor()
}

const choose = async (at: Page, column: RegExp, header: string) => {
  await at.getByRole('combobox', { name: column }).click()
  await at.getByRole('option', { name: header, exact: true }).click()
}
const act = (at: Page, name: string | RegExp) => at.getByRole('dialog').getByRole('button', { name }).click()

/** What axe finds, and whether the page is as wide as the screen. */
async function faults(at: Page, where: string): Promise<string[]> {
  // Colours on their way from one state to another are none of either.
  await at.waitForTimeout(350)
  const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const wide = await at.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
  return [...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`)), ...(wide ? [`${where} is too wide`] : [])]
}

it('a prefecture says what the columns are, corrects a line in the grid, takes what is good, and undoes it', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'import-mapping')
  await send(at, scope, file('maison.csv', `93;Bondy;Salle de l’import;1 rue de l’Essai;93140;${soon};9h;12h;30`, `93;Bondi;Salle à corriger;2 rue de l’Essai;93140;${soon};14h;17h;20`))
  await at.getByText(/Il manque des colonnes/).waitFor()
  const found = await faults(at, 'judged')
  await at.getByRole('button', { name: 'Modifier les colonnes' }).click()
  expect(await at.getByRole('button', { name: 'Examiner de nouveau' }).isDisabled()).toBe(true)
  found.push(...(await faults(at, 'columns')))
  await choose(at, /^Date/, 'Le jour')
  await choose(at, /^Places/, 'Combien')
  await act(at, 'Examiner de nouveau')
  await at.getByText('Nouvelle (1)').waitFor()

  await at.getByRole('button', { name: 'Corriger la ligne 3' }).click()
  const grid = at.getByRole('form', { name: 'Corriger la ligne 3' })
  await grid.getByText(/Vouliez-vous écrire/).waitFor()
  await at.setViewportSize({ width: 360, height: 740 })
  found.push(...(await faults(at, 'correction on a phone')))
  await at.setViewportSize({ width: 1280, height: 800 })
  expect(found).toEqual([])
  await grid.getByLabel('Ville').fill('Bondy')
  await grid.getByRole('button', { name: 'Enregistrer et examiner de nouveau' }).click()
  await at.getByText('Nouvelle (2)').waitFor()

  await at.getByRole('button', { name: 'Reprendre 2 lignes' }).click()
  await act(at, 'Reprendre 2 lignes')
  await at.getByText('2 lignes sont devenues des brouillons').waitFor()
  expect([await made('Salle de l’import'), await made('Salle à corriger')]).toEqual([1, 1])
  await at.getByRole('button', { name: 'Annuler la reprise' }).click()
  await act(at, 'Annuler la reprise')
  await at.getByText(/La reprise a été annulée/).waitFor()
  expect([await made('Salle de l’import'), await made('Salle à corriger')]).toEqual([0, 0])
}, 60_000)

it('the next file with the same headers needs no more than its refused lines put right', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'import-remembered')
  await send(at, scope, file('suite.csv', `93;Bondy;Salle de la suite;1 rue de l’Essai;93140;${soon};9h;12h;30`, `93;Bondy;=2+2;1 rue de l’Essai;93140;${soon};9h;8h;30`))
  await at.getByText(/choisies pour un fichier aux mêmes en-têtes/).waitFor()
  const [download] = await Promise.all([at.waitForEvent('download'), at.getByRole('button', { name: 'Télécharger la ligne refusée' }).click()])
  expect(download.suggestedFilename()).toBe('lignes-refusees-suite.csv')
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\ufeffLigne;Motifs;Dépt;.*\r\n3;.*;'=2\+2;/)
  await at.getByRole('button', { name: 'Décaler les dates' }).click()
  await at.getByText(/^La campagne.*va du/).waitFor()
  await at.getByLabel('Semaines').fill('520')
  await at.getByRole('dialog').getByText(/hors de la campagne/).waitFor()
}, 60_000)

it('takes a long file some lines at a time, shows how far it is, and stops after those under way', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'import-slices')
  await send(at, scope, file('suite.csv', ...Array.from({ length: 410 }, (_, n) => `93;Bondy;Longue salle ${n};1 rue de l’Essai;93140;${soon};9h;12h;30`)))
  await at.getByRole('button', { name: /^Reprendre 410 lignes/ }).click()
  // The second slice waits until somebody has given up.
  let slices = 0
  let release = () => {}
  await at.route('**/graphql', async (route) => {
    if ((route.request().postData() ?? '').includes('mutation ApplyImport') && ++slices === 2) await new Promise<void>((go) => (release = go))
    await route.continue()
  })
  await act(at, /^Reprendre 410 lignes/)
  await at.getByText('200 lignes reprises sur 410…').waitFor()
  expect(await at.getByRole('progressbar', { name: 'Avancement' }).getAttribute('aria-valuenow')).toBe('49')
  await act(at, 'Renoncer')
  await at.getByText('arrêt après celles en cours').waitFor()
  release()
  await at.getByText('400 lignes reprises sur 410. Les autres restent à reprendre.').waitFor()
  expect(await w.db.event.count({ where: { venue: { name: { startsWith: 'Longue salle' } } } })).toBe(400)
  await at.getByRole('button', { name: 'Reprendre 10 lignes' }).click()
  await act(at, 'Reprendre 10 lignes')
  await at.getByText('410 lignes sont devenues des brouillons').waitFor()
  expect(slices).toBe(3)
}, 60_000)

it('a list of referents is imported from their screen, and found by the filters of coordinators', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'region@example.org', 'import-referents')
  await at.goto(`${scope}/referents`)
  await at.getByRole('link', { name: 'Importer une liste' }).click()
  await at.locator('input[type=file]').setInputFiles('tests/fixtures/referents.csv')
  await at.getByRole('button', { name: 'Examiner le fichier' }).click()
  // Seven of the demonstration have the address of a line: a person decides about each.
  await at.getByText('Nouvelle (105)').waitFor()
  await at.getByText('Mise à jour (7)').waitFor()
  await at.getByText('En erreur (5)').waitFor()
  const found = await faults(at, 'a list of referents')
  await at.getByRole('button', { name: 'Reprendre 107 lignes' }).click()
  await act(at, 'Reprendre 107 lignes')
  await at.getByText('107 lignes sont devenues des référents').waitFor()
  await at.goto(`${scope}/referents?filter=${encodeURIComponent(JSON.stringify({ near: { cityId: '93010', km: 8 }, language: 'TAMOUL', asked: false }))}`)
  await at.getByRole('link', { name: 'Exemple-Fougère Fatou' }).waitFor()
  expect(await at.getByText('Jamais').count()).toBeGreaterThan(0)
  await at.setViewportSize({ width: 360, height: 740 })
  await at.getByText('Exemple-Fougère Fatou').waitFor()
  expect([...found, ...(await faults(at, 'referents on a phone'))]).toEqual([])
}, 60_000)
