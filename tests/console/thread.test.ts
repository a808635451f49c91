import { beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, page, saidUnder } from '../support/browser.ts'
import type { Territory } from '../support/world.ts'
import { calendar, demonstration, signedIn, weeksTo, workbook } from './demonstration.ts'

/** The thread of the product, told once from its beginning to its end: the tests follow one another. */
const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
const weeks = weeksTo(w.clock.now)
let link = ''
let event = ''

const confirm = async (at: Page, name: string | RegExp) => at.getByRole('dialog').getByRole('button', { name }).click()

async function prepare(at: Page, scope: string, file: string, by: number) {
  await at.goto(`${scope}/imports/create`)
  await at.getByLabel('Campagne').click()
  await at.getByRole('option', { name: by ? /Automne 20(?!19)|Hiver|Printemps|Été/ : /Automne 2019/ }).first().click()
  await at.locator('input[type=file]').setInputFiles(file)
  await at.getByLabel('Semaines').fill(String(by))
  await at.getByRole('button', { name: 'Examiner le fichier' }).click()
  await at.getByText('Toutes (').waitFor()
}

it('the region imports the calendar of 2019 as it is: every line that can be taken becomes a draft', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'region@example.org', 'region-import')
  await prepare(at, scope, calendar, 0)
  for (const shown of ['Toutes (63)', 'En erreur (3)', 'Hors de votre territoire']) expect(await at.getByText(shown).count(), shown).toBe(shown.startsWith('Hors') ? 0 : 1)
  await at.getByRole('button', { name: /Reprendre 55 lignes/ }).click()
  await confirm(at, /Reprendre 55 lignes/)
  await at.getByText('55 lignes sont devenues des brouillons').waitFor()
  expect(await w.db.event.count({ where: { campaign: { name: 'Automne 2019' }, state: 'DRAFT' } })).toBe(55)
  // The same file again: nothing is left to take.
  await prepare(at, scope, calendar, 0)
  expect(await at.getByRole('button', { name: /Reprendre \d+ ligne/ }).count()).toBe(0)
})

it('the prefecture takes its own lines, moved into the current campaign, then completes and publishes one', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'prefecture-import')
  await prepare(at, scope, workbook, weeks)
  expect(await at.getByText(/Hors de votre territoire \(\d+\)/).count()).toBe(1)
  await at.getByRole('button', { name: /Reprendre \d+ lignes/ }).click()
  await confirm(at, /Reprendre \d+ lignes/)
  await at.getByText(/lignes sont devenues des brouillons/).waitFor()
  expect(await w.db.event.count({ where: { importKey: { not: null }, campaign: { name: { not: 'Automne 2019' } }, departmentCode: { not: '93' } } })).toBe(0)

  await at.getByRole('link', { name: /Apprentissage-coaching · Bondy/ }).first().click()
  await at.getByText('Indiquez un contact : nom, et courriel ou téléphone.').first().waitFor()
  expect(await at.getByRole('button', { name: 'Publier' }).isDisabled()).toBe(true)
  await at.getByRole('link', { name: 'Modifier' }).click()
  await at.getByLabel('Intitulé').fill('Rencontre de Bondy')
  await at.getByLabel('Référents nécessaires').fill('1')
  await at.getByLabel('Nom du contact').fill('Camille Exemple')
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.getByRole('button', { name: 'Publier' }).click()
  await confirm(at, 'Publier')
  await at.getByText('Publiée', { exact: true }).first().waitFor()
  event = /events\/([0-9a-f-]{36})/.exec(at.url())![1]!
})

it('the prefecture invites referents, and the demonstration shows their link', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'prefecture-invite')
  await at.goto(`${scope}/events/${event}/show`)
  await at.getByRole('tab', { name: 'Référents' }).click()
  await at.getByRole('button', { name: 'Inviter des référents' }).click()
  await at.getByLabel('Nom, employeur').fill('Genet')
  await at.getByText('1 référent, 0 choisi').waitFor()
  await at.getByRole('checkbox', { name: /Hugo Exemple-Genêt/ }).check()
  await at.getByLabel('Nom, employeur').fill('')
  await at.getByRole('checkbox', { name: /Fatou Exemple-Bruyère/ }).check()
  await confirm(at, /Inviter 2 référents/)
  await at.getByText('Invités : 2').waitFor()

  await at.goto(`${scope}/messages`)
  await at.getByRole('link', { name: /disponibilité/ }).first().waitFor()
  const message = await w.db.message.findFirstOrThrow({ where: { referent: { lastName: 'Exemple-Genêt' } } })
  await at.goto(`${scope}/messages/${message.id}/show`)
  const shown = at.getByRole('link', { name: 'Ouvrir le lien' })
  link = (await shown.getAttribute('href'))!.replace('http://coaching.test', w.url)
})

it('the referent answers on a phone, without an account and without JavaScript', async () => {
  const at = await page(browser, { name: 'referent', phone: true, javaScript: false })
  await at.goto(link)
  await at.getByRole('heading', { name: 'Bonjour Hugo' }).waitFor()
  const form = at.getByRole('listitem').filter({ hasText: 'Rencontre de Bondy' })
  await form.getByRole('button', { name: 'Oui' }).click()
  await at.getByText('Votre réponse est enregistrée').waitFor()
  await at.getByRole('listitem').filter({ hasText: 'Rencontre de Bondy' }).getByRole('button', { name: 'Si besoin' }).click()
  await at.getByText('Votre réponse est enregistrée').waitFor()
  expect(await at.getByRole('listitem').filter({ hasText: 'Rencontre de Bondy' }).getByRole('button', { name: 'Si besoin' }).getAttribute('aria-pressed')).toBe('true')
  const download = at.waitForEvent('download')
  await at.getByRole('link', { name: 'Ajouter mes dates à mon agenda' }).click()
  expect((await download).suggestedFilename()).toBe('apprentissage-coaching.ics')
  const width = await at.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(360)
  await at.goto(`${link.slice(0, -3)}abc`)
  await at.getByRole('heading', { name: 'Ce lien n’est plus valable.' }).waitFor()
  expect(await at.content()).not.toContain('Hugo')
})

it('the prefecture sees the answer, assigns, and is told why a second place at that hour is refused', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'prefecture-assign')
  await at.goto(`${scope}/events/${event}/show`)
  await at.getByRole('tab', { name: 'Référents' }).click()
  const row = at.getByRole('row').or(at.getByRole('listitem')).filter({ hasText: 'Hugo Exemple-Genêt' })
  await row.getByText('Si besoin').first().waitFor()
  await row.getByRole('button', { name: 'Affecter' }).click()
  await at.getByText('Référents confirmés : 1 sur 1').waitFor()

  const { startsAt, endsAt, campaignId, venueId } = await w.db.event.findUniqueOrThrow({ where: { id: event } })
  const referent = await w.db.referent.findFirstOrThrow({ where: { availabilities: { some: { eventId: event } }, lastName: 'Exemple-Genêt' } })
  const elsewhere = await w.published({ department: '93', campaign: campaignId, venue: venueId! } as Territory, { title: 'À la même heure', startsAt, endsAt, neighbourhoods: {} })
  await w.availability('93', elsewhere, referent.id, 'YES')
  await at.goto(`${scope}/events/${elsewhere}/show`)
  await at.getByRole('tab', { name: 'Référents' }).click()
  const taken = at.getByRole('row').or(at.getByRole('listitem')).filter({ hasText: 'Hugo Exemple-Genêt' })
  await taken.getByText(/pris/).first().waitFor()
  await taken.getByRole('button', { name: 'Affecter' }).click()
  await at.getByText('Ce référent est déjà pris à cette heure-là.').waitFor()
})

it('the region reads the review, and changes nothing in a department', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'region@example.org', 'region-review')
  await at.goto(`${scope}/review`)
  await at.getByRole('heading', { name: 'Départements' }).waitFor()
  const campaign = await w.db.campaign.findFirstOrThrow({ where: { name: { not: 'Automne 2019' } } })
  const [row] = await w.db.$queryRawUnsafe<{ planned: number; published: number; held: number }[]>(`SELECT * FROM "DepartmentReview" WHERE "departmentCode" = '93' AND "campaignId" = '${campaign.id}'`)
  const cells = await at.getByRole('row').filter({ hasText: 'Seine-Saint-Denis' }).getByRole('cell').allInnerTexts()
  expect(cells.slice(1, 4)).toEqual([row!.planned, row!.published, row!.held].map(String))
  expect(await at.getByText(/couverts sur 79/).count()).toBe(1)
  expect(await at.getByText(/Périmètre de démonstration/).count()).toBe(1)
  await at.goto(`${scope}/events/${event}/show`)
  await at.getByRole('heading', { name: /Rencontre de Bondy/ }).waitFor()
  for (const act of ['Publier', 'Reporter', 'Annuler l’opération', 'Modifier']) expect(await at.getByText(act, { exact: true }).count(), act).toBe(0)
})

it('the prefecture moves the date: everyone asked is asked again, and the page says until when places wait', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'prefecture-postpone')
  const { startsAt } = await w.db.event.findUniqueOrThrow({ where: { id: event } })
  const day = new Date(startsAt.getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
  await at.goto(`${scope}/events/${event}/show`)
  await at.getByRole('button', { name: 'Reporter' }).click()
  await at.getByLabel('Nouveau début').fill(`${day}T14:00`)
  await at.getByLabel('Nouvelle fin').fill(`${day}T13:00`)
  await at.getByLabel('Motif').fill('La salle est fermée')
  await confirm(at, 'Reporter')
  await at.getByText('La fin doit venir après le début.').waitFor()
  expect(await saidUnder(at.getByLabel('Nouvelle fin'))).toBe('La fin doit venir après le début.')
  expect(await at.getByLabel('Motif').inputValue()).toBe('La salle est fermée')
  await at.getByLabel('Nouveau début').fill('2020-01-02T10:00')
  await confirm(at, 'Reporter')
  await expect.poll(() => saidUnder(at.getByLabel('Nouveau début'))).toBe('Choisissez une date à venir.')
  await at.getByLabel('Nouveau début').fill(`${day}T14:00`)
  expect(await saidUnder(at.getByLabel('Nouveau début'))).toBe(null)
  await at.getByLabel('Nouvelle fin').fill(`${day}T17:00`)
  await confirm(at, 'Reporter')
  await at.getByText('Opération reportée').waitFor()
  await at.getByText('À reconfirmer avant le').waitFor()
  expect(await w.db.message.count({ where: { template: 'eventNews', subject: { contains: 'nouvelle date' } } })).toBe(await w.db.availability.count({ where: { eventId: event } }))
  await at.getByRole('tab', { name: 'Historique' }).click()
  await at.getByText('Nouvelle demande aux référents').waitFor()
})

it('anybody finds the date and its place', async () => {
  const at = await page(browser, { name: 'public', javaScript: false })
  await at.goto(`${w.url}/?departement=93`)
  await at.getByRole('link', { name: 'Rencontre de Bondy' }).click()
  await at.getByRole('heading', { name: 'Rencontre de Bondy' }).waitFor()
  expect(await at.getByText('93140 Bondy').count()).toBe(1)
})


it('a mistake in a form is told in French on its field, and nothing that was typed is lost', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'form')
  await at.goto(`${scope}/events/create`)
  await at.getByLabel('Campagne').click()
  await at.getByRole('option').first().click()
  await at.getByLabel('Intitulé').fill('Une opération')
  await at.getByLabel('Début').fill('2027-01-12T10:00')
  await at.getByLabel('Fin').fill('2027-01-12T09:00')
  await at.getByLabel('Places pour les jeunes').fill('0')
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.getByText('Le nombre de places est d’au moins 1.').waitFor()
  await at.getByLabel('Places pour les jeunes').fill('20')
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.getByText('La fin doit venir après le début.').waitFor()
  expect(await at.getByLabel('Intitulé').inputValue()).toBe('Une opération')
  await at.getByLabel('Fin').fill('2027-01-12T12:00')
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.getByText('Brouillon', { exact: true }).first().waitFor()
})
