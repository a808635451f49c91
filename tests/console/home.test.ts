import { beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser, page } from '../support/browser.ts'
import { world } from '../support/world.ts'

// The console asks with the browser’s clock; the server’s is brought to it.
const w = await world({ now: new Date() })
let browser: Browser
beforeAll(async () => { browser = await openBrowser() })

it('leads an agent from what waits to the task, done in one tap, and a manager to what is late in the team', async () => {
  const t = await w.territory()
  const [agent, manager] = [await w.account('DEPARTMENT_AGENT', t), await w.account('DEPARTMENT_MANAGER', t)]
  const at = (days: number) => new Date(w.clock.now.getTime() + days * 86_400_000)
  const event = await w.published(t, { title: 'Une opération à préparer', startsAt: at(60), endsAt: new Date(at(60).getTime() + 7_200_000), referentsNeeded: 0 })
  await w.task(t, { title: 'Prévenir la mairie', dueOn: at(-2), assigneeId: agent.account }, event)
  const open = async (person: typeof agent, phone = false) => {
    const opened = await page(browser, { name: `home-${person.account}`, phone })
    await opened.context().addCookies([{ name: 'session', value: person.cookie.split('=')[1]!, url: w.url }])
    await opened.goto(`${w.url}/console/${person.membership}/`)
    return opened
  }
  const boss = await open(manager)
  await boss.getByRole('link', { name: 'Une tâche de l’équipe est en retard.' }).waitFor()

  const mine = await open(agent)
  await mine.getByRole('link', { name: 'Une de vos tâches est en retard.' }).click()
  await mine.getByRole('button', { name: 'C’est fait : Prévenir la mairie' }).click()
  await mine.getByText('Tâche faite').waitFor()
  // On a phone too: the same acts, and the way to the operation.
  await w.task(t, { title: 'Imprimer les affiches', dueOn: at(-1), assigneeId: agent.account }, event)
  const onPhone = await open(agent, true)
  await onPhone.getByRole('link', { name: 'Une de vos tâches est en retard.' }).click()
  await onPhone.getByRole('link', { name: 'Une opération à préparer' }).click()
  await onPhone.getByRole('heading', { level: 1, name: 'Une opération à préparer' }).waitFor()
  await onPhone.goBack()
  await onPhone.getByRole('button', { name: 'C’est fait : Imprimer les affiches' }).click()
  await onPhone.getByText('Tâche faite').waitFor()
  await mine.getByRole('menuitem', { name: 'Accueil' }).click()
  await mine.getByText('Rien ne vous attend : tout est à jour.').waitFor()
  await mine.getByRole('link', { name: 'Une opération à préparer' }).first().click()
  await mine.getByRole('tab', { name: 'Tâches' }).click()
  await mine.getByRole('button', { name: 'Ajouter une tâche' }).click()
  await mine.getByLabel('À faire').fill('Réserver la salle')
  await mine.getByLabel('Au plus tard le').fill(at(3).toISOString().slice(0, 10))
  await mine.getByLabel('Confiée à').click()
  await mine.getByRole('option', { name: 'Essai DEPARTMENT_MANAGER' }).click()
  await mine.getByRole('button', { name: 'Enregistrer' }).click()
  await mine.getByText('confiée à Essai DEPARTMENT_MANAGER').waitFor()

  await boss.reload()
  await boss.getByRole('link', { name: 'Une de vos tâches est à faire dans les sept jours.' }).waitFor()
  await boss.getByLabel('Recevoir chaque lundi ce qui m’attend').click()
  await boss.getByText('Le récapitulatif ne vous sera plus envoyé').waitFor()
  expect((await w.db.account.findUniqueOrThrow({ where: { id: manager.account } })).digest).toBe(false)
})
