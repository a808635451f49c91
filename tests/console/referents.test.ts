import AxeBuilder from '@axe-core/playwright'
import { v7 } from 'uuid'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

/** What axe finds, at both widths, and whether the page is as wide as the screen. */
async function faults(at: Page, where: string): Promise<string[]> {
  const found: string[] = []
  for (const [width, height] of [[360, 740], [1280, 800]] as const) {
    await at.setViewportSize({ width, height })
    // Colours on their way from one state to another are none of either.
    await at.waitForTimeout(350)
    const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}, ${width}: ${id} at ${target.join(' ')}`)))
    if (await at.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) found.push(`${where} is wider than ${width}`)
  }
  return found
}

const twin = (over: object) => w.db.referent.create({
  data: { id: v7(), firstName: 'Sacha', lastName: 'Exemple-Sureau', email: `${v7()}@example.org`, phone: '+33639980777', languages: ['français'], createdAt: w.clock.now, departments: { create: { departmentCode: '93' } }, ...over },
})

it('a prefecture tells two records apart, merges two others field by field, and erases a person', async () => {
  const [one, other, third] = [await twin({ employer: 'Une association', notes: 'Plutôt le matin' }), await twin({ lastName: 'EXEMPLE SUREAU', languages: ['arabe'], notes: 'Permis B', maxDays: 3 }), await twin({ firstName: 'sacha' })]
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'referent-merge')
  await at.goto(`${scope}/referents?filter=${encodeURIComponent(JSON.stringify({ duplicates: true }))}&displayedFilters=${encodeURIComponent(JSON.stringify({ duplicates: true }))}`)
  await at.getByText('1-3 sur 3').waitFor()
  await at.goto(`${scope}/referents/${one.id}/show`)
  await at.getByText(/Doublon possible/).first().waitFor()
  const found = await faults(at, 'record')
  await at.getByRole('alert').filter({ has: at.getByRole('link', { name: 'sacha Exemple-Sureau' }) }).getByRole('button', { name: 'Ce ne sont pas les mêmes personnes' }).click()
  await expect.poll(() => at.getByText(/Doublon possible/).count()).toBe(1)

  await at.getByRole('button', { name: 'Comparer et fusionner' }).click()
  const dialog = at.getByRole('dialog', { name: 'Fusionner deux fiches' })
  await dialog.getByRole('radiogroup', { name: 'Courriel' }).waitFor()
  found.push(...(await faults(at, 'comparison')))
  await dialog.getByRole('radiogroup', { name: 'Courriel' }).getByRole('radio', { name: other.email! }).check()
  await dialog.getByRole('radiogroup', { name: 'Nom', exact: true }).getByRole('radio', { name: 'Exemple-Sureau' }).check()
  await dialog.getByRole('button', { name: 'Fusionner les deux fiches' }).click()
  await expect.poll(() => w.db.referent.count({ where: { id: { in: [one.id, other.id] } } })).toBe(1)
  expect(await w.db.referent.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
    lastName: 'Exemple-Sureau', email: other.email, employer: 'Une association', maxDays: 3, languages: ['français', 'arabe'], notes: 'Plutôt le matin\nPermis B', mergedIds: [other.id],
  })
  await at.locator('dd').getByText('Plutôt le matin').waitFor()

  // Any other record may be looked for.
  await at.getByRole('button', { name: 'Fusionner avec une autre fiche' }).click()
  await at.getByRole('searchbox').last().fill('sureau')
  await at.getByRole('dialog').getByRole('button', { name: /^sacha Exemple-Sureau/ }).waitFor()
  found.push(...(await faults(at, 'search')))
  await at.getByRole('dialog').getByRole('button', { name: 'Renoncer' }).click()

  await at.getByRole('button', { name: 'Effacer la personne' }).click()
  const erase = at.getByRole('dialog').getByRole('button', { name: 'Effacer la personne' })
  await at.getByLabel(/Motif/).fill('Demande reçue par courriel')
  expect(await erase.isDisabled()).toBe(true)
  found.push(...(await faults(at, 'erasing')))
  await at.getByLabel(/Écrivez EFFACER/).fill('EFFACER')
  await erase.click()
  await at.waitForURL(/\/referents(\?|$)/)
  await expect.poll(() => w.db.referent.count({ where: { id: one.id, erasedAt: { not: null } } })).toBe(1)
  await at.goto(`${scope}/referents/${one.id}/show`)
  await at.getByText(/Cette personne a été effacée/).waitFor()
  found.push(...(await faults(at, 'erased')))
  expect(found).toEqual([])
  expect(await w.db.referent.count({ where: { id: third.id, erasedAt: null } })).toBe(1)
}, 90_000)
