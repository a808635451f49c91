import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { createLink } from '../../server/links/createLink.ts'
import { openBrowser, page } from '../support/browser.ts'
import { inDays, world } from '../support/world.ts'

const w = await world()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

const faultsOf = async (at: Page) => {
  const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

it.each([['with', true], ['without', false]])('a referent does all on a phone, %s JavaScript', async (_, javaScript) => {
  const t = await w.territory()
  const referent = await w.referent(t)
  await w.db.venue.update({ where: { id: t.venue }, data: { access: 'Rampe à gauche', transport: 'Tram T4, arrêt Exemple, 5 minutes à pied' } })
  for (const [days, placed] of [[3, true], [12, false], [13, false], [14, false]] as const) {
    const event = await w.published(t, { title: `Opération dans ${days} jours`, startsAt: inDays(days), endsAt: inDays(days, 3) })
    const asked = await w.availability(t.department, event, referent, placed ? 'YES' : null)
    if (!placed) continue
    await w.db.availability.update({ where: { id: asked }, data: { answeredAt: inDays(-20) } })
    await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(days), endsAt: inDays(days, 3), createdAt: inDays(-20) } })
  }
  const at = await page(browser, { name: `journey-${javaScript}`, phone: true, javaScript })
  const said = (text: string) => at.getByText(text).first().waitFor()
  await at.goto(`${w.url}/r/${await createLink(w.db, { referentId: referent }, w.clock.now)}`)

  const look = async (where: string) => {
    if (javaScript) expect(await faultsOf(at), where).toEqual([])
    if (javaScript) expect(await at.evaluate('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(360)
    if (process.env.PICTURES) await at.screenshot({ path: `${process.env.PICTURES}/referent-${where}.png`, fullPage: true })
  }
  await look('dates')
  await at.getByRole('button', { name: 'Je viens toujours' }).click()
  await said('Votre venue est confirmée. Merci !')
  await at.getByRole('form', { name: /Votre réponse pour le samedi 17 octobre 2026/ }).getByRole('button', { name: 'Si besoin' }).click()
  await said('Votre réponse est enregistrée. Merci !')
  await at.getByRole('button', { name: 'Répondre non aux dates restantes' }).click()
  await said('C’est noté : non aux dates restantes.')
  await at.getByLabel(/Au plus combien de jours/).fill('2')
  await at.getByLabel(/Un mot à la préfecture/).fill('Plutôt le matin')
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await said('C’est enregistré.')

  await at.getByText('Je ne peux plus venir').click()
  await at.getByText('Un empêchement personnel').click()
  await look('withdrawing')
  await at.getByRole('button', { name: 'Rendre ma place' }).click()
  await said('Vous vous êtes désisté(e).')
  await look('answered')

  await at.getByRole('link', { name: /Mes coordonnées/ }).click()
  await at.getByLabel('Téléphone').fill('06 39 98 00 12')
  await at.getByLabel('Langues parlées').fill('français, soninké')
  await at.getByRole('button', { name: 'Enregistrer mes coordonnées' }).click()
  await said('Vos coordonnées sont enregistrées.')
  await at.getByLabel('Du', { exact: true }).fill('2026-12-24')
  await at.getByRole('button', { name: 'Ajouter cette absence' }).click()
  await said('Le 24 décembre 2026')
  await at.getByRole('button', { name: 'Obtenir une adresse d’agenda' }).click()
  await said('Elle ne sera plus affichée.')
  await look('details')

  expect(await w.db.referent.findUniqueOrThrow({ where: { id: referent }, include: { availabilities: { orderBy: { event: { startsAt: 'asc' } } }, assignments: true, unavailabilities: true } })).toMatchObject({
    maxDays: 2, comment: 'Plutôt le matin', phone: '+33639980012', languages: ['français', 'soninké'], unavailabilities: [{ startsOn: new Date('2026-12-24') }],
    availabilities: [{ answer: 'NO' }, { answer: 'IF_NEEDED' }, { answer: 'NO' }, { answer: 'NO' }], assignments: [{ state: 'WITHDRAWN', reconfirmedAt: w.clock.now }],
  })
}, 60_000)
