import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser, page } from '../support/browser.ts'
import { inDays, world, type Person } from '../support/world.ts'

const w = await world({ now: new Date() })
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

/** The console as one person, signed in already. */
async function consoleOf(person: Person, name: string, phone = false): Promise<{ at: Page; scope: string }> {
  const at = await page(browser, { name, phone })
  await at.context().addCookies([{ name: 'session', value: person.cookie.replace('session=', ''), url: w.url }])
  return { at, scope: `${w.url}/console/${person.membership}` }
}

async function team() {
  const t = await w.territory()
  const people = [await w.account('DEPARTMENT_MANAGER', t), await w.account('DEPARTMENT_AGENT', t)] as const
  await w.db.account.update({ where: { id: people[1].account }, data: { name: 'Camille Exemple' } })
  const quartier = `QN${t.department}002M`
  await w.db.neighbourhood.create({ data: { id: quartier, name: 'Les Fictifs', generation: 2024, departmentCode: t.department, cities: { create: { cityId: t.city } } } })
  const event = await w.event(t, { title: 'Avant', publicText: 'Texte', startsAt: new Date(Date.now() + 30 * 86_400_000), endsAt: new Date(Date.now() + 30 * 86_400_000 + 10_800_000) })
  return { t, people, event, quartier }
}
const save = (at: Page) => at.getByRole('button', { name: 'Enregistrer', exact: true }).click()
const choose = (at: Page, field: string, choice: string) => at.getByRole('group', { name: field }).getByLabel(choice).check()

it('two people change the same event: the second chooses field by field, as often as it changes, and nothing is lost', async () => {
  const { people: [manager, agent], event, quartier } = await team()
  const [one, other] = [await consoleOf(manager, 'conflict-first'), await consoleOf(agent, 'conflict-second')]
  for (const { at, scope } of [one, other]) {
    await at.goto(`${scope}/events/${event}`)
    await at.getByLabel('Intitulé').waitFor()
  }
  // The second one saves first.
  await other.at.getByLabel('Intitulé').fill('Le leur')
  await other.at.getByLabel('Places pour les jeunes').fill('77')
  await other.at.getByLabel('Texte public').fill('Leur texte')
  await other.at.getByLabel('Quartiers visés').click()
  await other.at.getByRole('option', { name: 'Les Fictifs' }).click()
  await save(other.at)
  await other.at.waitForURL(/show$/)

  await one.at.getByLabel('Intitulé').fill('Le mien')
  await one.at.getByLabel('Texte public').fill('Mon texte')
  await one.at.getByLabel('Nom du contact').fill('Dominique Exemple')
  await save(one.at)
  const dialog = one.at.getByRole('dialog')
  await dialog.getByText(/Camille Exemple, le .* Intitulé/).waitFor()
  const title = dialog.getByRole('group', { name: 'Intitulé' })
  expect(await title.getByRole('definition').allInnerTexts()).toEqual(['Avant', 'Le leur', 'Le mien'])
  await dialog.getByText('Modifié entre-temps, repris tel quel').waitFor()
  expect(await dialog.getByText('Les Fictifs').count()).toBe(1)
  await dialog.getByText('Modifié par vous seul, gardé').waitFor()
  const { violations } = await new AxeBuilder({ page: one.at as never }).include('[role=dialog]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const button = dialog.getByRole('button', { name: 'Enregistrer ces choix' })
  expect(await button.isDisabled()).toBe(true)
  await choose(one.at, 'Intitulé', 'Garder le mien')
  await choose(one.at, 'Texte public', 'Prendre le leur')

  // Meanwhile it changes again: asked again, about what changed since.
  await other.at.goto(`${other.scope}/events/${event}`)
  await other.at.getByLabel('Intitulé').fill('Encore le leur')
  await save(other.at)
  await other.at.waitForURL(/show$/)
  await button.click()
  await expect.poll(() => one.at.getByRole('group', { name: 'Intitulé' }).getByRole('definition').allInnerTexts()).toEqual(['Le leur', 'Encore le leur', 'Le mien'])
  expect(await dialog.getByRole('group', { name: 'Texte public' }).count()).toBe(0)
  await choose(one.at, 'Intitulé', 'Garder le mien')
  await one.at.getByRole('dialog').getByRole('button', { name: 'Enregistrer ces choix' }).click()
  await one.at.waitForURL(/show$/)
  const saved = await w.db.event.findUniqueOrThrow({ where: { id: event }, include: { neighbourhoods: true } })
  expect(saved).toMatchObject({ title: 'Le mien', publicText: 'Leur texte', capacity: 77, contactName: 'Dominique Exemple', contactEmail: 'camille@example.org' })
  expect(saved.neighbourhoods.map(({ neighbourhoodId }) => neighbourhoodId)).toContain(quartier)
})

it('keeps what was typed when the session ends, and compares it once signed in again', async () => {
  const { people: [manager, agent], event } = await team()
  const { at, scope } = await consoleOf(manager, 'session-ended', true)
  await at.goto(`${scope}/events/${event}`)
  await at.getByLabel('Intitulé').fill('Ma saisie')
  const session = await w.db.session.findFirstOrThrow({ where: { accountId: manager.account } })
  await w.db.session.delete({ where: { id: session.id } })
  await save(at)
  await at.getByRole('button', { name: 'Se connecter' }).waitFor()
  await w.db.event.update({ where: { id: event }, data: { title: 'Le leur', version: 2 } })
  await w.db.session.create({ data: session })
  await at.reload()
  await at.getByText('Votre saisie, qui n’avait pas été enregistrée, est revenue.').waitFor()
  expect(await at.getByLabel('Intitulé').inputValue()).toBe('Ma saisie')
  await save(at)
  await expect.poll(() => at.getByRole('group', { name: 'Intitulé' }).getByRole('definition').allInnerTexts()).toEqual(['Avant', 'Le leur', 'Ma saisie'])
  expect(Number(await at.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(360)
  await choose(at, 'Intitulé', 'Prendre le leur')
  await at.getByRole('button', { name: 'Enregistrer ces choix' }).click()
  await at.waitForURL(/show$/)
  expect((await w.db.event.findUniqueOrThrow({ where: { id: event } })).title).toBe('Le leur')
  // Done with: it does not come back, nor to anybody else.
  const neighbour = await consoleOf(agent, 'session-other')
  await neighbour.at.goto(`${neighbour.scope}/events/${event}`)
  await neighbour.at.getByLabel('Intitulé').waitFor()
  await at.goto(`${scope}/events/${event}`)
  await at.getByLabel('Intitulé').waitFor()
  await at.waitForTimeout(200)
  for (const one of [at, neighbour.at]) expect(await one.getByText('Votre saisie').count()).toBe(0)
})

it('keeps what was typed when another screen is opened, brings it back on return, and lets go of it once saved, discarded or signed out', async () => {
  const { people: [manager], event } = await team()
  const { at, scope } = await consoleOf(manager, 'left-form')
  const menu = (name: string) => at.getByRole('menuitem', { name, exact: true }).click()
  const back = at.getByText('Votre saisie, qui n’avait pas été enregistrée, est revenue.')
  const title = at.getByRole('textbox', { name: /Intitulé/ })
  const create = async () => {
    await menu('Opérations')
    await at.getByRole('link', { name: 'Créer' }).click()
    await title.waitFor()
  }
  await at.goto(`${scope}/`)
  await create()
  await title.fill('Ma nouvelle opération')
  await menu('Accueil')
  await at.getByText('Votre saisie n’est pas enregistrée').waitFor()
  await create()
  await back.waitFor()
  expect(await title.inputValue()).toBe('Ma nouvelle opération')
  await at.getByRole('button', { name: 'L’abandonner' }).click()
  expect(await title.inputValue()).toBe('')

  await at.goto(`${scope}/events/${event}`)
  await at.getByLabel('Notes internes').fill('À rappeler lundi')
  await menu('Tâches')
  await at.getByRole('heading', { level: 1, name: 'Tâches' }).waitFor()
  await at.goBack()
  await back.waitFor()
  expect(await at.getByLabel('Notes internes').inputValue()).toBe('À rappeler lundi')
  await save(at)
  await at.waitForURL(/show$/)
  expect((await w.db.event.findUniqueOrThrow({ where: { id: event } })).notes).toBe('À rappeler lundi')

  // Opened and left as it was, it says nothing and keeps nothing; nor does whoever signs out.
  await at.getByRole('link', { name: 'Modifier' }).click()
  await title.waitFor()
  await at.waitForTimeout(200)
  await menu('Tâches')
  await at.getByRole('heading', { level: 1, name: 'Tâches' }).waitFor()
  expect(await at.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("draft/"))')).toEqual([])
  const region = await consoleOf(await w.account('REGIONAL_MANAGER'), 'left-campaign')
  await region.at.goto(`${region.scope}/campaigns/create`)
  await region.at.getByLabel('Lieu trouvé').waitFor()
  await region.at.waitForTimeout(200)
  await region.at.getByRole('menuitem', { name: 'Accueil' }).click()
  await region.at.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor()
  expect(await region.at.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("draft/"))')).toEqual([])
  await create()
  await title.fill('Rien de tout cela')
  await at.getByRole('button', { name: 'Profil' }).click()
  await at.getByRole('menuitem', { name: 'Se déconnecter', exact: true }).click()
  await at.getByRole('button', { name: 'Se connecter' }).waitFor()
  expect(await at.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("draft/"))')).toEqual([])
})

it('keeps what is typed while the server does not answer', async () => {
  const { people: [manager], event } = await team()
  const { at, scope } = await consoleOf(manager, 'network-away')
  await at.goto(`${scope}/events/${event}`)
  await at.getByLabel('Intitulé').fill('Ma saisie')
  await at.context().setOffline(true)
  await save(at)
  await at.getByText('Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.').waitFor()
  await at.context().setOffline(false)
  await save(at)
  await at.waitForURL(/show$/)
  expect((await w.db.event.findUniqueOrThrow({ where: { id: event } })).title).toBe('Ma saisie')
})

it('asks the same about venues, agencies and referents', async () => {
  const { t, people: [manager] } = await team()
  const { at, scope } = await consoleOf(manager, 'conflict-others')
  const forms = [['venues', 'venue', 'Nom', 'name', t.venue], ['agencies', 'agency', 'Nom', 'name', await w.agency(t)], ['referents', 'referent', 'Employeur ou structure', 'employer', await w.referent(t)]] as const
  for (const [resource, table, field, column, id] of forms) {
    await at.goto(`${scope}/${resource}/${id}`)
    await at.getByLabel(field, { exact: true }).or(at.getByLabel(`${field} *`, { exact: true })).fill('Le mien')
    await (w.db[table] as any).update({ where: { id }, data: { [column]: 'Le leur', version: 2 } })
    await save(at)
    await choose(at, field, 'Garder le mien')
    await at.getByRole('button', { name: 'Enregistrer ces choix' }).click()
    await expect.poll(async () => (await (w.db[table] as any).findUniqueOrThrow({ where: { id } }))[column]).toBe('Le mien')
  }
})

it('shows the shares and the checklist that somebody else wrote of a campaign, and lets choose each', async () => {
  const t = await w.territory()
  const people = [await w.account('REGIONAL_MANAGER'), await w.account('REGIONAL_MANAGER')] as const
  await w.db.checklistLine.createMany({ data: [['Confirmez les structures', 7], ['Imprimez la liste', 1]].map(([title, daysBefore]) => ({ id: crypto.randomUUID(), campaignId: t.campaign, title: title as string, daysBefore: daysBefore as number })) })
  const [mine, theirs] = [await consoleOf(people[0], 'campaign-mine'), await consoleOf(people[1], 'campaign-theirs')]
  const share = `Département ${t.department}`
  const line = (at: Page, title: string) => at.getByRole('listitem').filter({ has: at.locator(`input[value="${title}"]`) })
  for (const { at, scope } of [mine, theirs]) {
    await at.goto(`${scope}/campaigns/${t.campaign}`)
    await line(at, 'Imprimez la liste').waitFor()
  }
  await theirs.at.getByLabel(share).fill('50')
  await line(theirs.at, 'Confirmez les structures').hover()
  await line(theirs.at, 'Confirmez les structures').getByRole('button', { name: 'Supprimer' }).click()
  await save(theirs.at)
  await theirs.at.waitForURL(/show$/)

  await mine.at.getByLabel(share).fill('7')
  await mine.at.getByRole('status').getByText('Somme des parts : 7, pour un objectif régional de 10. Les deux diffèrent').waitFor()
  await line(mine.at, 'Imprimez la liste').getByLabel('Jours avant').fill('2')
  await save(mine.at)
  const dialog = mine.at.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('group').evaluateAll((groups) => groups.map((group) => [group.querySelector('legend')?.textContent, ...[...group.querySelectorAll('dd')].map((one) => one.textContent)]).filter(([name]) => name))).toEqual([
    [share, '5', '50', '7'],
    ['Liste de contrôle', 'Confirmez les structures\u00a0: J-7\nImprimez la liste\u00a0: J-1', 'Imprimez la liste\u00a0: J-1', 'Confirmez les structures\u00a0: J-7\nImprimez la liste\u00a0: J-2'],
  ])
  await choose(mine.at, share, 'Prendre le leur')
  await choose(mine.at, 'Liste de contrôle', 'Garder le mien')
  await dialog.getByRole('button', { name: 'Enregistrer ces choix' }).click()
  await mine.at.waitForURL(/show$/)
  expect(await w.db.campaignTarget.findMany({ where: { campaignId: t.campaign }, select: { target: true } })).toEqual([{ target: 50 }])
  expect(await w.db.checklistLine.findMany({ where: { campaignId: t.campaign }, select: { title: true, daysBefore: true }, orderBy: { daysBefore: 'desc' } })).toEqual([
    { title: 'Confirmez les structures', daysBefore: 7 }, { title: 'Imprimez la liste', daysBefore: 2 },
  ])
  // What keeps it from being closed is one link away.
  await w.event(t, { title: 'Restée ouverte' })
  await w.db.campaign.update({ where: { id: t.campaign }, data: { state: 'REVIEWING' } })
  await mine.at.reload()
  await mine.at.getByRole('link', { name: 'Voir cette opération' }).click()
  await mine.at.getByRole('link', { name: 'Restée ouverte' }).waitFor()
})
