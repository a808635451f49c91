import AxeBuilder from '@axe-core/playwright'
import { v7 } from 'uuid'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser, page } from '../support/browser.ts'
import { world, type Person } from '../support/world.ts'

// The console asks with the browser’s clock; the server’s is brought to it.
const w = await world({ now: new Date() })
let browser: Browser
beforeAll(async () => { browser = await openBrowser() })

async function open(person: Person, path: string, given: { phone?: boolean } = {}): Promise<Page> {
  const opened = await page(browser, { name: 'templates', ...given })
  await opened.context().addCookies([{ name: 'session', value: person.cookie.split('=')[1]!, url: w.url }])
  await opened.goto(`${w.url}/console/${person.membership}${path}`)
  return opened
}
/** What axe finds, and whether all fits; the mail in its frame may run no script, axe’s neither. */
async function sound(at: Page, where: string) {
  await at.waitForTimeout(350)
  const { violations } = await new AxeBuilder({ page: at as never }).exclude('iframe').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`))).toEqual([])
  const width = at.viewportSize()!.width
  expect(await at.evaluate('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(width)
}

it('lets a manager write a text beside what a referent will read, try it, and go back to an earlier one', async () => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  await w.referent(t, { firstName: 'Alix', lastName: 'Exemple-Zoé' })
  const at = await open(manager, '/messages')
  await at.getByRole('link', { name: 'Modèles' }).click()
  await at.getByRole('link', { name: /Opération annulée/ }).waitFor()
  await sound(at, 'the texts, on a desktop')
  await at.getByRole('link', { name: /Opération annulée/ }).click()
  const [subject, body] = [at.getByLabel('Objet'), at.getByLabel('Texte', { exact: true })]
  await body.fill('Bonjour {prénom}, ne venez pas {quand}.')
  await at.getByText(/Ce nom n’est pas connu ici.: \{quand\}/).waitFor()
  await at.getByText(/Il manque \{lien\}/).waitFor()
  await body.fill('Bonjour {prénom}, ne venez pas. ')
  await body.press('End')
  await at.getByRole('button', { name: /Insérer \{lien\}/ }).click()
  expect(await body.inputValue()).toBe('Bonjour {prénom}, ne venez pas. {lien}')
  await subject.fill('Ne venez pas\u00a0: {opération}')
  await at.frameLocator('iframe').getByText('Bonjour Camille, ne venez pas.').waitFor()
  await at.getByLabel('Voir comme').fill('zoé')
  await at.getByRole('option', { name: 'Alix Exemple-Zoé' }).click()
  await at.frameLocator('iframe').getByText('Bonjour Alix, ne venez pas.').waitFor()
  await sound(at, 'a text, on a desktop')
  // Reloading, as when the session ends, loses nothing that was typed.
  await at.reload()
  expect(await subject.inputValue()).toBe('Ne venez pas\u00a0: {opération}')
  await at.getByRole('button', { name: 'M’envoyer un essai' }).click()
  await at.getByText('L’essai part à votre adresse').waitFor()
  expect(await w.db.message.count({ where: { accountId: manager.account, subject: { startsWith: 'Essai\u00a0: Ne venez pas' } } })).toBe(1)
  await at.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click()
  await at.getByText('Nouvelle version enregistrée').waitFor()
  await at.getByText('Texte utilisé\u00a0: Celui du département (version 1)').waitFor()

  await subject.fill('Autre objet\u00a0: {opération}')
  await at.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click()
  await at.getByText('Version 2 · en vigueur').waitFor()
  await at.getByRole('button', { name: 'Revenir à cette version\u00a0: 1' }).click()
  await at.getByRole('dialog').getByRole('button', { name: 'Revenir à cette version' }).click()
  await at.getByText('Version 3 · en vigueur').waitFor()
  expect(await subject.inputValue()).toBe('Ne venez pas\u00a0: {opération}')
  await at.getByRole('button', { name: 'Revenir au texte d’origine' }).click()
  await at.getByRole('dialog').getByRole('button', { name: 'Revenir au texte d’origine' }).click()
  await at.getByText('Texte utilisé\u00a0: Le texte d’origine').waitFor()
  expect(await w.db.messageTemplate.count({ where: { departmentCode: t.department } })).toBe(4)
}, 60_000)

it('shows an agent the texts to read, and a mail that came back with what to do, on a phone', async () => {
  const t = await w.territory()
  const referentId = await w.referent(t, { firstName: 'Alix', bouncedAt: w.clock.now, stoppedAt: w.clock.now })
  const id = v7()
  await w.db.message.create({ data: { id, template: 'eventNews', kind: 'CANCELLED', templateVersion: 2, departmentCode: t.department, referentId, address: 'x@example.org', subject: 'Opération annulée', body: 'Ne venez pas.', state: 'UNCERTAIN', createdAt: w.clock.now } })
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const at = await open(agent, '/templates/CANCELLED', { phone: true })
  await at.frameLocator('iframe').getByText(/Bonjour Camille/).waitFor()
  expect(await at.getByRole('button', { name: 'Enregistrer une nouvelle version' }).count()).toBe(0)
  expect(await at.getByLabel('Objet').getAttribute('readonly')).not.toBeNull()
  await sound(at, 'a text, on a phone')
  await at.goto(`${w.url}/console/${agent.membership}/referents/${referentId}/show`)
  await at.getByText(/cette adresse ne reçoit plus/).waitFor()
  await at.getByText(/ne reçoit plus d’invitation/).waitFor()
  await sound(at, 'a referent, on a phone')
  await at.goto(`${w.url}/console/${agent.membership}/messages/${id}/show`)
  await at.getByText('Texte d’origine').waitFor()
  await at.getByRole('note', { name: /Ce référent ne peut pas recevoir ce courriel/ }).waitFor()
  await w.db.referent.update({ where: { id: referentId }, data: { bouncedAt: null, stoppedAt: null } })
  await at.reload()
  await at.getByRole('button', { name: 'Renvoyer' }).click()
  await at.getByText('Il garde son identifiant', { exact: false }).waitFor()
  await sound(at, 'resending, on a phone')
  await at.getByRole('dialog').getByRole('button', { name: 'Renvoyer' }).click()
  await at.getByText('Courriel remis en attente d’envoi').waitFor()
  await at.goto(`${w.url}/console/${agent.membership}/templates`)
  await at.getByRole('link', { name: /Opération annulée/ }).waitFor()
  await sound(at, 'the texts, on a phone')
}, 60_000)

it('shows the region the jobs that failed, to try again or to give up', async () => {
  const regional = await w.account('REGIONAL_MANAGER')
  await w.db.$executeRaw`SELECT graphile_worker.add_job('weeklyDigest', run_at => now() + interval '1 day', max_attempts => 1), graphile_worker.add_job('releaseUnconfirmed', run_at => now() + interval '1 day')`
  await w.db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'The task failed: Error' WHERE run_at > now() + interval '1 hour'`
  const at = await open(regional, '/')
  await at.getByRole('menuitem', { name: 'Travaux automatiques' }).click()
  await at.getByText('Rendre les places sans réponse').waitFor()
  await sound(at, 'jobs, on a desktop')
  await at.setViewportSize({ width: 360, height: 740 })
  await at.getByText('Nouvel essai prévu').waitFor()
  await sound(at, 'jobs, on a phone')
  await at.setViewportSize({ width: 1280, height: 800 })
  await at.getByRole('button', { name: /^Relancer : Envoyer le récapitulatif/ }).click()
  await at.getByText('Travail relancé').waitFor()
  await at.getByRole('button', { name: /^Abandonner : Rendre les places/ }).click()
  await at.getByRole('dialog').getByRole('button', { name: 'Abandonner' }).click()
  await at.getByText('Travail abandonné').waitFor()
  await at.reload()
  await at.getByText('Aucun travail automatique en échec').waitFor()
  expect(await w.db.auditEntry.count({ where: { resource: 'Job', accountId: regional.account } })).toBe(2)
}, 60_000)
