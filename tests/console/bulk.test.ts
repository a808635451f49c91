import { beforeAll, expect, it } from 'vitest'
import type { Browser, Page, Route } from 'playwright-core'
import { openBrowser, saidUnder } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

const mutation = (name: string) => (route: Route) => (route.request().postData() ?? '').includes(`mutation ${name}`)
/** Drafts of the prefecture that lack nothing, and one that lacks its contact: their titles hold this word. */
async function drafts(word: string, complete: number) {
  const like = await w.db.event.findFirstOrThrow({ where: { departmentCode: '93', state: 'PUBLISHED', startsAt: { gt: w.clock.now } }, include: { neighbourhoods: true } })
  const ids: string[] = []
  for (let n = 0; n <= complete; n++) {
    const startsAt = new Date(w.clock.now.getTime() + (30 + n) * 86_400_000)
    const { id } = await w.db.event.create({
      data: {
        campaignId: like.campaignId, departmentCode: '93', title: `${word} ${n}`, venueId: like.venueId, startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), capacity: 20, referentsNeeded: 2,
        contactName: n === complete ? null : 'Camille Exemple', contactEmail: 'camille@example.org', slug: `${word.toLowerCase()}-${n}`, createdAt: w.clock.now, updatedAt: w.clock.now,
        neighbourhoods: { create: like.neighbourhoods.map(({ neighbourhoodId }) => ({ neighbourhoodId })) },
      },
    })
    ids.push(id)
  }
  return ids
}
const states = async (ids: string[]) => (await w.db.event.findMany({ where: { id: { in: ids } }, orderBy: { title: 'asc' } })).map(({ state }) => state)
const press = (at: Page, name: string | RegExp) => at.getByRole('dialog').getByRole('button', { name }).click()

async function filtered(at: Page, scope: string, word: string) {
  await at.goto(`${scope}/events?filter=${encodeURIComponent(JSON.stringify({ q: word }))}`)
  await at.getByRole('link', { name: `${word} 0` }).waitFor()
}

it('says what will change and what will not, publishes one after the other, stops when asked and goes on where it was', async () => {
  const ids = await drafts('Groupée', 3)
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'bulk-publish')
  await filtered(at, scope, 'Groupée')
  for (const n of [0, 1, 2, 3]) await at.getByRole('checkbox', { name: `Choisir « Groupée ${n} »` }).check()
  await at.getByRole('button', { name: 'Agir sur la sélection' }).click()
  await at.getByRole('radio', { name: 'Publier' }).check()
  await press(at, 'Voir ce qui va changer')
  await at.getByText('3 opérations vont changer').waitFor()
  await at.getByText('1 ne changera pas').waitFor()
  await at.getByText('Indiquez un contact : nom, et courriel ou téléphone.').waitFor()
  expect(await states(ids)).toEqual(['DRAFT', 'DRAFT', 'DRAFT', 'DRAFT'])

  // The second mutation waits until somebody has pressed Stop: it is done, the third is not sent.
  let sent = 0
  let release = () => {}
  await at.route('**/graphql', async (route) => {
    if (mutation('PublishEvent')(route) && ++sent === 2) await new Promise<void>((go) => (release = go))
    await route.continue()
  })
  await press(at, 'Publier 3 opérations')
  await at.getByText('En cours : 2 sur 4.').waitFor()
  await press(at, 'Arrêter')
  release()
  await at.getByText('Arrêté : 3 sur 4.').waitFor()
  expect(await states(ids)).toEqual(['PUBLISHED', 'PUBLISHED', 'DRAFT', 'DRAFT'])

  await press(at, 'Reprendre : 1 restante')
  await at.getByText('Terminé. Faites : 3. Refusées : 1.').waitFor()
  // Homonyms are told apart by their dates.
  expect(await at.getByRole('dialog').getByRole('listitem').first().innerText()).toMatch(/Groupée 0 · \d+(er)? \p{L}+ 20\d\d à/u)
  expect(sent).toBe(3)
  expect(await states(ids)).toEqual(['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT'])
  expect(await w.db.auditEntry.count({ where: { recordId: { in: ids }, action: 'publish' } })).toBe(3)
  await press(at, 'Terminer')
  expect(await at.getByRole('button', { name: 'Agir sur la sélection' }).count()).toBe(0)
})

it('goes on after the answer was lost and the page was loaded anew, on all that the filter finds, and does nothing twice', async () => {
  const ids = await drafts('Reprise', 2)
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'bulk-cancel')
  await filtered(at, scope, 'Reprise')
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).click()
  await at.getByText('Les 3 opérations de la liste').waitFor()
  await at.getByRole('radio', { name: 'Annuler' }).check()
  await at.getByLabel(/Motif de l’annulation/).click()
  await at.getByRole('option', { name: 'Intempéries' }).click()
  await at.getByLabel('Motif *', { exact: true }).fill('Alerte météo')
  await press(at, 'Voir ce qui va changer')
  // The server cancels, and its answer is lost on the way.
  await at.route('**/graphql', async (route) => {
    if (!mutation('CancelEvent')(route)) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await press(at, 'Annuler 3 opérations')
  await at.getByText('Le serveur n’a pas répondu.').waitFor()
  expect(await states(ids)).toEqual(['CANCELLED', 'DRAFT', 'DRAFT'])

  await at.unroute('**/graphql')
  await at.reload()
  await at.getByRole('button', { name: 'Reprendre l’action interrompue' }).click()
  await press(at, 'Reprendre : 3 restantes')
  await at.getByText('Terminé. Faites : 3. Refusées : 0.').waitFor()
  expect(await states(ids)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
  expect(await w.db.auditEntry.count({ where: { recordId: { in: ids }, action: 'cancel', reason: 'Alerte météo' } })).toBe(3)
  await press(at, 'Terminer')
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).waitFor()
})

it('gives several events a task at once, and says of which it could not', async () => {
  const ids = await drafts('Sonorisation', 2)
  await w.db.event.update({ where: { id: ids[1]! }, data: { state: 'CANCELLED', cancelledAt: w.clock.now, cancellationReason: 'OTHER' } })
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'bulk-task')
  await filtered(at, scope, 'Sonorisation')
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).click()
  await at.getByRole('radio', { name: 'Ajouter une tâche' }).check()
  await at.getByLabel('À faire').fill('Réserver la sonorisation')
  await at.getByLabel('Au plus tard le').fill(new Date(w.clock.now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10))
  await at.getByLabel('Confiée à').click()
  await at.getByRole('option', { name: /Camille Exemple/ }).click()
  await press(at, 'Voir ce qui va changer')
  await at.getByText('Elle est close ou annulée.').waitFor()
  await press(at, /Ajouter la tâche à \d opérations?/)
  await at.getByText('Refusées : 1.').waitFor()
  const made = await w.db.task.findMany({ where: { title: 'Réserver la sonorisation' }, include: { assignee: true } })
  expect(made.map(({ eventId, assignee }) => [eventId, assignee?.email])).toContainEqual([ids[0], 'prefecture93@example.org'])
  expect(made.some(({ eventId }) => eventId === ids[1])).toBe(false)
})

it('writes to referents, and leads back to a text that the server cannot fill in, with all that was typed', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'bulk-message')
  const event = await w.db.event.findFirstOrThrow({ where: { departmentCode: '93', state: 'PUBLISHED', startsAt: { gt: w.clock.now }, referentsConfirmed: { gt: 0 } } })
  await at.goto(`${scope}/events?filter=${encodeURIComponent(JSON.stringify({ ids: [event.id] }))}`)
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).click()
  await at.getByRole('radio', { name: 'Écrire aux référents' }).check()
  // Whoever may not publish or cancel is not offered it.
  expect(await at.getByRole('radio', { name: 'Annuler' }).count()).toBe(0)
  await at.getByLabel('Objet').fill('Rappel : {date}')
  await at.getByLabel('Texte').fill('À bientôt {nom}, nous comptons sur vous.')
  // Before any plan, by the console; a refusal of the server leads back too.
  await press(at, 'Voir ce qui va changer')
  expect(await saidUnder(at.getByLabel('Texte'))).toContain('{nom}\u00a0: ce mot n’est pas remplacé.')
  expect(await at.getByLabel('Objet').inputValue()).toBe('Rappel : {date}')
  await at.getByLabel('Objet').fill('R'.repeat(201))
  await at.getByLabel('Texte').fill('À bientôt {prénom}, nous comptons sur vous.')
  await press(at, 'Voir ce qui va changer')
  await press(at, 'Écrire pour 1 opération')
  await expect.poll(() => saidUnder(at.getByLabel('Objet'))).toContain('caractères')
  await at.getByLabel('Objet').fill('Rappel : {date}')
  await at.getByLabel('Texte').fill('À bientôt {prénom}, nous comptons sur vous.')
  await press(at, 'Voir ce qui va changer')
  await press(at, 'Écrire pour 1 opération')
  await at.getByText('Terminé. Faites : 1. Refusées : 0.').waitFor()
  expect(await w.db.message.count({ where: { template: 'eventNote' } })).toBe(event.referentsConfirmed)
})

it('changes the lead agency as it was looked at, and of an event that somebody else gave another since, says so and leaves it', async () => {
  const ids = await drafts('Pilote', 1)
  const [chosen, theirs] = await w.db.agency.findMany({ where: { departments: { some: { departmentCode: '93' } } }, orderBy: { name: 'asc' }, take: 2 })
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'bulk-lead')
  await filtered(at, scope, 'Pilote')
  await at.getByRole('button', { name: 'Agir sur plusieurs' }).click()
  await at.getByRole('radio', { name: 'Changer la structure pilote' }).check()
  await at.getByRole('combobox').fill(chosen!.name)
  await at.getByRole('option', { name: chosen!.name }).click()
  await press(at, 'Voir ce qui va changer')
  await at.getByText('2 opérations vont changer').waitFor()
  await w.db.event.update({ where: { id: ids[0]! }, data: { leadAgencyId: theirs!.id, version: 2 } })
  await press(at, 'Changer la structure de 2 opérations')
  await at.getByText('Terminé. Faites : 1. Refusées : 1.').waitFor()
  await at.getByText(/Quelqu’un a modifié cet élément/).waitFor()
  expect((await w.db.event.findMany({ where: { id: { in: ids } }, orderBy: { title: 'asc' } })).map(({ leadAgencyId }) => leadAgencyId)).toEqual([theirs!.id, chosen!.id])
})
