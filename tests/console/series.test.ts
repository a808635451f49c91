import AxeBuilder from '@axe-core/playwright'
import { beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
const year = w.clock.now.getUTCFullYear() + 1
const source = () => w.db.event.findFirstOrThrow({ where: { departmentCode: '93', state: 'PUBLISHED', startsAt: { gt: w.clock.now }, referentsAsked: { gt: 0 } }, orderBy: { startsAt: 'asc' } })

it('makes a series of an event: shows each date with its holidays, avoids them, and makes nothing twice when an answer is lost', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'series')
  const event = await source()
  await at.goto(`${scope}/events/${event.id}/show`)
  await at.getByRole('button', { name: 'Dupliquer' }).click()
  await at.getByText(/référents gardés pour l’invitation/).waitFor()
  await at.getByLabel('Intitulé').fill('La série')
  await at.getByRole('checkbox', { name: 'Notes internes' }).uncheck()
  await at.getByRole('radio', { name: 'Chaque semaine' }).check()
  // Christmas and New Year’s Day are a week apart, in any year.
  await at.getByLabel('Première date').fill(`${year}-12-18`)
  await at.getByLabel('Dernière date').fill(`${year + 1}-01-08`)
  await at.getByRole('checkbox', { name: 'Jours fériés' }).check()
  await at.getByRole('button', { name: 'Voir les dates' }).click()
  await at.getByText('4 dates, 0 choisie').waitFor()
  const row = (on: string) => at.getByRole('checkbox', { name: new RegExp(on) })
  expect(await row(`25 décembre ${year}.*Évitée · Jour férié\\s: Noël`).count()).toBe(1)
  expect(await row(`18 décembre ${year}.*Hors des dates de la campagne`).count()).toBe(1)
  await row(`18 décembre ${year}`).check()
  await row(`8 janvier ${year + 1}`).check()

  await at.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('mutation CreateSeries')) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await at.getByRole('button', { name: 'Créer 2 brouillons' }).click()
  await at.getByText('Le serveur ne répond pas.').waitFor()
  await at.unroute('**/graphql')
  await at.getByRole('button', { name: 'Créer 2 brouillons' }).click()
  await at.getByRole('heading', { name: '2 brouillons créés' }).waitFor()
  const made = await w.db.event.findMany({ where: { title: 'La série' }, include: { toInvite: true } })
  expect(made.map(({ state, notes, venueId }) => ({ state, notes, venueId }))).toEqual([1, 2].map(() => ({ state: 'DRAFT', notes: null, venueId: event.venueId })))
  expect(made[0]!.toInvite.length).toBe(event.referentsAsked)
  await at.getByRole('dialog').getByRole('link').first().click()
  await at.getByRole('tab', { name: 'Référents' }).click()
  await at.getByText(`À réinviter (${event.referentsAsked})`).waitFor()
})

it('goes from the form of creation to other dates, and says under their fields what is missing', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'series-form')
  await at.goto(`${scope}/events/create`)
  await at.getByLabel('Campagne').click()
  await at.getByRole('option').first().click()
  await at.getByLabel('Intitulé').fill('Depuis le formulaire')
  await at.getByLabel('Début').fill(`${year}-03-02T09:30`)
  await at.getByLabel('Fin').fill(`${year}-03-02T12:00`)
  await at.getByLabel('Places pour les jeunes').fill('25')
  await at.getByRole('button', { name: 'Créer aussi d’autres dates' }).click()
  await at.getByRole('dialog').getByText('Dupliquer « Depuis le formulaire »').waitFor()
  await at.getByRole('checkbox', { name: 'Horaires' }).uncheck()
  await at.getByLabel('Heure de début').fill('14:00')
  await at.getByLabel('Première date').fill(`${year}-03-09`)
  await at.getByLabel('Dernière date').fill(`${year}-03-16`)
  await at.getByRole('button', { name: 'Voir les dates' }).click()
  await at.getByText('Indiquez l’heure de fin.', { exact: true }).waitFor()
  expect(await at.getByLabel('Heure de début').inputValue()).toBe('14:00')
  await at.getByLabel('Heure de fin').fill('16:30')
  await at.getByRole('button', { name: 'Voir les dates' }).click()
  await at.getByText(/9 mars \d+, 14\sh – 16\sh\s30/).waitFor()
})

it('axe finds nothing in the dialogs that act on several events or copy one, on a phone', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'series-axe', { phone: true })
  const faults: string[] = []
  const look = async (where: string) => {
    await at.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page: at }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
    faults.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`)))
    if (Number(await at.evaluate('document.documentElement.scrollWidth')) > 360) faults.push(`${where} is wider than the phone`)
  }
  await at.goto(`${scope}/events`)
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).click()
  await at.getByRole('radio', { name: 'Changer la structure pilote' }).check()
  await at.getByLabel('Nouvelle structure pilote').click()
  await at.getByRole('option').first().click()
  await at.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await at.getByText(/va changer|vont changer/).first().waitFor()
  await look('plan')
  await at.goto(`${scope}/events/${(await source()).id}/show`)
  await at.getByRole('button', { name: 'Dupliquer' }).click()
  await at.getByRole('radio', { name: 'Dates choisies' }).check()
  await at.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await at.getByRole('checkbox', { name: 'Places et référents nécessaires' }).uncheck()
  await look('copy')
  await at.getByRole('button', { name: 'Voir les dates' }).click()
  await at.getByText('1 date, 1 choisie').waitFor()
  await look('dates')
  expect(faults).toEqual([])
}, 90_000)
