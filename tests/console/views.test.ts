import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser, page, saidUnder } from '../support/browser.ts'
import { world, type Person } from '../support/world.ts'

const w = await world({ now: new Date() })
const t = await w.territory()
const [manager, reader, agency] = [await w.account('DEPARTMENT_MANAGER', t), await w.account('REGIONAL_READER'), await w.account('AGENCY_AGENT', { agency: await w.agency(t) })]
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

/** A page of the console as somebody who is signed in already. */
async function opened(person: Person, name: string, path: string, given: { phone?: boolean } = {}): Promise<Page> {
  const at = await page(browser, { name, ...given })
  await at.context().addCookies([{ name: 'session', value: person.cookie.replace('session=', ''), url: w.url }])
  await at.goto(`${w.url}/console/${person.membership}${path}`)
  return at
}

const wall = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(at)
/** Days of the month after next, at ten in Paris in winter and at eleven in summer. */
const first = new Date(Date.UTC(w.clock.now.getUTCFullYear(), w.clock.now.getUTCMonth() + 2, 1, 9))
const on = (day: number, hours = 0) => new Date(first.getTime() + ((day - 1) * 24 + hours) * 3_600_000)
const dayOf = (at: Date) => wall(at).slice(0, 10)
const hours = (day: number) => ({ startsAt: on(day), endsAt: on(day, 2) })
const startOf = async (id: string) => (await w.db.event.findUniqueOrThrow({ where: { id } })).startsAt
const calendar = '/events?view=calendar&filter=%7B%7D'

async function monthAfterNext(at: Page) {
  await at.getByRole('button', { name: 'Mois suivant' }).click()
  await at.getByRole('button', { name: 'Mois suivant' }).click()
}
const dragged = async (at: Page, title: string, day: string) => {
  const [from, to] = [await at.locator('.fc-event').filter({ hasText: title }).boundingBox(), await at.locator(`[data-date="${day}"]`).boundingBox()]
  await at.mouse.move(from!.x + from!.width / 2, from!.y + 8)
  await at.mouse.down()
  await at.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 8 })
  await at.mouse.up()
}
const inCell = (at: Page, title: string, day: string) => at.locator(`[data-date="${day}"]`).filter({ hasText: title })

it('moves a public event dragged to another day once it is confirmed, keeps its hour, and asks its referents again', async () => {
  const id = await w.published(t, { title: 'À déplacer', ...hours(12) })
  await w.availability(t.department, id, await w.referent(t), 'YES')
  const at = await opened(manager, 'calendar-drag', calendar)
  const refused: string[] = []
  at.on('console', (said) => { if (said.type() === 'error') refused.push(said.text()) })
  await at.reload()
  await monthAfterNext(at)
  await dragged(at, 'À déplacer', dayOf(on(19)))
  const dialog = at.getByRole('dialog', { name: 'Déplacer « À déplacer »' })
  await dialog.getByText('Les référents déjà invités reçoivent un courriel').waitFor()
  expect(await dialog.getByText(/^Date actuelle/).innerText()).toContain(' 12 ')
  expect(await dialog.getByText(/^Nouvelle date/).innerText()).toContain(' 19 ')
  await dialog.getByRole('button', { name: 'Renoncer' }).click()
  await inCell(at, 'À déplacer', dayOf(on(12))).waitFor()
  expect(await startOf(id)).toEqual(on(12))

  await dragged(at, 'À déplacer', dayOf(on(19)))
  await dialog.getByLabel('Motif').fill('La salle est prise')
  const [start, end] = [await dialog.getByLabel('Nouveau début').inputValue(), await dialog.getByLabel('Nouvelle fin').inputValue()]
  await dialog.getByLabel('Nouveau début').fill('2020-01-02T10:00')
  await dialog.getByLabel('Nouvelle fin').fill('2020-01-02T12:00')
  await dialog.getByRole('button', { name: 'Déplacer l’opération' }).click()
  await expect.poll(() => saidUnder(dialog.getByLabel('Nouveau début'))).toBe('Choisissez une date à venir.')
  expect(await dialog.getByLabel('Motif').inputValue()).toBe('La salle est prise')
  await dialog.getByLabel('Nouveau début').fill(start)
  await dialog.getByLabel('Nouvelle fin').fill(end)
  await dialog.getByRole('button', { name: 'Déplacer l’opération' }).click()
  await inCell(at, 'À déplacer', dayOf(on(19))).waitFor()
  await at.getByText('Opération déplacée').waitFor()
  expect(wall(await startOf(id))).toBe(`${dayOf(on(19))} ${wall(on(12)).slice(11)}`)
  expect((await w.db.event.findUniqueOrThrow({ where: { id } })).state).toBe('PUBLISHED')
  expect(await w.db.message.count({ where: { template: 'eventNews', subject: { contains: 'nouvelle date' }, departmentCode: t.department } })).toBe(1)

  // The month is still there after the record was read, and the menu under the bar when the page is scrolled.
  await at.locator('.fc-event').filter({ hasText: 'À déplacer' }).click()
  await at.getByRole('link', { name: 'Ouvrir la fiche' }).click()
  await at.getByRole('heading', { level: 1, name: 'À déplacer' }).waitFor()
  await at.goBack()
  await inCell(at, 'À déplacer', dayOf(on(19))).waitFor()
  await at.setViewportSize({ width: 1280, height: 500 })
  await at.mouse.move(700, 400)
  await at.mouse.wheel(0, 300)
  await expect.poll(() => at.evaluate('scrollY')).toBeGreaterThan(100)
  const bar = await at.locator('header').first().boundingBox()
  await expect.poll(async () => (await at.getByRole('menuitem', { name: 'Accueil' }).boundingBox())!.y).toBeGreaterThanOrEqual(bar!.y + bar!.height)
  expect(refused).toEqual([])
})

it('says on the record why a draft came back until it is submitted again, and why an event is cancelled', async () => {
  const id = await w.event(t, { title: 'À reprendre', state: 'SUBMITTED', ...hours(24) })
  const at = await opened(manager, 'standing', `/events/${id}/show`)
  const step = async (name: string, reason?: string) => {
    await at.getByRole('button', { name, exact: true }).click()
    if (reason) await at.getByRole('dialog').getByLabel('Motif *', { exact: true }).fill(reason)
  }
  const confirm = (name: string) => at.getByRole('dialog').getByRole('button', { name }).click()
  await step('Renvoyer en brouillon', 'Précisez l’accès de la salle')
  await confirm('Renvoyer en brouillon')
  const standing = at.getByRole('alert').filter({ hasText: '« Précisez l’accès de la salle »' })
  await standing.getByText(/Essai DEPARTMENT_MANAGER, le \d/).waitFor()
  await step('Soumettre')
  await confirm('Soumettre')
  await standing.waitFor({ state: 'detached' })
  await step('Annuler l’opération')
  await at.getByLabel('Motif de l’annulation').click()
  await at.getByRole('option', { name: 'Intempéries' }).click()
  await at.getByRole('dialog').getByLabel('Motif *', { exact: true }).fill('Neige annoncée')
  await confirm('Annuler l’opération')
  await at.getByRole('alert').filter({ hasText: 'Intempéries' }).getByText('« Neige annoncée »').waitFor()
})

it('says that a colleague moved it meanwhile, and replaces that date only once it is confirmed again', async () => {
  const id = await w.published(t, { title: 'Déplacée à deux', ...hours(15) })
  const at = await opened(manager, 'calendar-two', calendar)
  await monthAfterNext(at)
  await dragged(at, 'Déplacée à deux', dayOf(on(22)))
  const dialog = at.getByRole('dialog', { name: 'Déplacer « Déplacée à deux »' })
  await dialog.getByLabel('Motif').fill('La salle est prise')
  await w.db.event.update({ where: { id }, data: { ...hours(18), version: 2 } })
  await dialog.getByRole('button', { name: 'Déplacer l’opération' }).click()
  await dialog.getByText('Quelqu’un vient de changer cette date').waitFor()
  expect(await dialog.getByText(/^Date actuelle/).innerText()).toContain(' 18 ')
  expect(await startOf(id)).toEqual(on(18))
  await dialog.getByRole('button', { name: 'Déplacer l’opération' }).click()
  await at.getByText('Opération déplacée').waitFor()
  expect(dayOf(await startOf(id))).toBe(dayOf(on(22)))
})

it('sends back an event that cannot be moved, and says why', async () => {
  const id = await w.published(t, { title: 'Déjà tenue', state: 'HELD', ...hours(13) })
  const at = await opened(manager, 'calendar-refused', calendar)
  await monthAfterNext(at)
  await dragged(at, 'Déjà tenue', dayOf(on(20)))
  await at.getByText('Une opération tenue, close ou annulée ne se modifie plus.').waitFor()
  await inCell(at, 'Déjà tenue', dayOf(on(13))).waitFor()
  expect(await at.getByRole('dialog').count()).toBe(0)
  expect(await startOf(id)).toEqual(on(13))
})

it('moves a draft with the keyboard alone, changes nothing else of it, and says what is refused of a field that is not there', async () => {
  const id = await w.event(t, { title: 'Au clavier', contactEmail: 'sans arobase', notes: 'À garder', publicText: 'Texte', ...hours(14) })
  const at = await opened(manager, 'calendar-keyboard', calendar)
  await monthAfterNext(at)
  await at.locator('.fc-event').filter({ hasText: 'Au clavier' }).focus()
  await at.keyboard.press('Enter')
  await at.getByRole('button', { name: 'Déplacer…' }).press('Enter')
  await at.getByText('Personne n’est prévenu').waitFor()
  await at.getByLabel('Nouveau début').fill(`${dayOf(on(21))}T14:00`)
  await at.getByLabel('Nouvelle fin').fill(`${dayOf(on(21))}T13:00`)
  expect(await at.getByRole('button', { name: 'Déplacer l’opération' }).isDisabled()).toBe(true)
  await at.getByText('La fin doit venir après le début.').waitFor()
  await at.getByLabel('Nouvelle fin').fill(`${dayOf(on(21))}T16:00`)
  await at.getByLabel('Nouvelle fin').press('Enter')
  await at.getByRole('dialog').getByRole('alert').getByText('Cette adresse n’est pas valable : nom@domaine.fr est attendu.').waitFor()
  const before = await w.db.event.update({ where: { id }, data: { contactEmail: 'camille@example.org' }, include: { neighbourhoods: true } })
  await at.getByLabel('Nouvelle fin').press('Enter')
  await at.getByText('Opération déplacée').waitFor()
  // Its due days follow its date.
  const { startsAt, endsAt, updatedAt, version, sequence, venueDueOn, submissionDueOn, publicationDueOn, referentsDueOn, ...same } = await w.db.event.findUniqueOrThrow({ where: { id }, include: { neighbourhoods: true } })
  expect([wall(startsAt), wall(endsAt)]).toEqual([`${dayOf(on(21))} 14:00`, `${dayOf(on(21))} 16:00`])
  expect(before).toMatchObject(same)
})

it('takes a step from the board: from the menu of a card, with its reason, or dragged to where it leads', async () => {
  const [draft, bare] = [await w.event(t, { title: 'Carte prête', ...hours(15) }), await w.event(t, { title: 'Carte à compléter', referentsNeeded: 0, ...hours(16) })]
  const at = await opened(manager, 'board', '/events?view=board&filter=%7B%7D')
  const column = (name: string) => at.getByRole('region', { name })
  await column('Brouillon').getByRole('button', { name: 'Étapes de « Carte à compléter »' }).click()
  await at.getByRole('menuitem', { name: /Publier/ }).getByText('Indiquez le nombre de référents nécessaires.').waitFor()
  await at.keyboard.press('Escape')
  await column('Brouillon').locator('.MuiCard-root').filter({ hasText: 'Carte à compléter' }).dragTo(column('Publiée'))
  await at.getByText(/reste où elle est/).waitFor()

  await column('Brouillon').locator('.MuiCard-root').filter({ hasText: 'Carte prête' }).dragTo(column('Publiée'))
  await at.getByRole('dialog').getByRole('button', { name: 'Publier' }).click()
  await column('Publiée').getByText('Carte prête').waitFor()
  await column('Publiée').getByRole('button', { name: 'Étapes de « Carte prête »' }).click()
  await at.getByRole('menuitem', { name: 'Annuler l’opération' }).click()
  await at.getByLabel('Motif de l’annulation').click()
  await at.getByRole('option', { name: 'Intempéries' }).click()
  await at.getByLabel('Motif', { exact: true }).or(at.getByLabel('Motif *')).last().fill('Neige annoncée')
  await at.getByRole('dialog').getByRole('button', { name: 'Annuler l’opération' }).click()
  await column('Annulée').getByText('Carte prête').waitFor()
  const states = await w.db.event.findMany({ where: { id: { in: [draft, bare] } }, select: { title: true, state: true } })
  expect(Object.fromEntries(states.map(({ title, state }) => [title, state]))).toEqual({ 'Carte prête': 'CANCELLED', 'Carte à compléter': 'DRAFT' })
})

it('opens on the work of whoever prepares and on all events for whoever reads, and keeps filters from view to view', async () => {
  const current = async (at: Page) => at.getByRole('navigation', { name: 'Listes de travail' }).locator('[aria-current]').innerText()
  const at = await opened(manager, 'tabs', '/events')
  await at.getByRole('link', { name: 'Au clavier' }).waitFor()
  expect(await current(at)).toMatch(/^À préparer \(\d+\)$/)
  expect(await at.getByRole('link', { name: 'Déjà tenue' }).count()).toBe(0)
  await at.getByRole('button', { name: /À clore \(1\)/ }).click()
  await at.getByRole('link', { name: 'Déjà tenue' }).waitFor()
  await at.getByRole('button', { name: 'Tableau' }).click()
  await at.getByRole('region', { name: 'Tenue' }).getByText('Déjà tenue').waitFor()
  expect(new URL(at.url()).searchParams.get('filter')).toContain('TO_CLOSE')
  expect(await at.getByRole('region', { name: 'Brouillon' }).getByRole('link').count()).toBe(0)
  for (const person of [reader, agency]) {
    const other = await opened(person, 'tabs-reader', '/events')
    await other.getByRole('link', { name: 'Déjà tenue' }).waitFor()
    expect(await current(other)).toMatch(/^Toutes/)
  }
})

it('keeps a view with its columns, shares it, and leads from one record of the list to the next', async () => {
  const at = await opened(manager, 'saved-view', '/events')
  await at.getByRole('button', { name: /À préparer/ }).click()
  await at.getByRole('button', { name: 'Colonnes' }).click()
  await at.getByRole('menuitemcheckbox', { name: 'Commune' }).click()
  await at.keyboard.press('Escape')
  expect(await at.getByRole('columnheader', { name: 'Commune' }).count()).toBe(0)
  // One way to keep a view: ours, which colleagues may share.
  await at.getByRole('button', { name: 'Ajouter un filtre' }).click()
  await at.getByRole('menuitem', { name: 'Campagne' }).or(at.getByRole('menuitemcheckbox', { name: 'Campagne' })).waitFor()
  expect(await at.getByText(/requête/).count()).toBe(0)
  await at.keyboard.press('Escape')
  await at.getByRole('button', { name: 'Vues enregistrées' }).click()
  await at.getByLabel('Nom de la vue').fill('Mes préparatifs')
  await at.getByRole('button', { name: 'Enregistrer la vue' }).click()
  await at.getByRole('button', { name: 'Partager « Mes préparatifs »' }).click()
  await at.getByText('Partagée', { exact: true }).waitFor()

  const colleague = await opened(await w.account('DEPARTMENT_AGENT', t), 'shared-view', '/events?filter=%7B%7D')
  await colleague.getByRole('columnheader', { name: 'Commune' }).waitFor()
  await colleague.getByRole('button', { name: 'Vues enregistrées' }).click()
  await colleague.getByRole('button', { name: 'Mes préparatifs' }).click()
  await colleague.getByRole('columnheader', { name: 'Commune' }).waitFor({ state: 'detached' })
  await colleague.getByRole('link', { name: 'Déjà tenue' }).waitFor({ state: 'detached' })
  const titles = await colleague.getByRole('row').getByRole('link').allInnerTexts()
  expect(titles.length).toBeGreaterThan(1)
  await colleague.getByRole('link', { name: titles[0]!, exact: true }).click()
  await colleague.getByText(`1 sur ${titles.length}`).waitFor()
  await colleague.getByRole('link', { name: 'Opération suivante' }).click()
  await colleague.getByRole('heading', { level: 1, name: titles[1]! }).waitFor()
  await colleague.getByText(`2 sur ${titles.length}`).waitFor()
  await colleague.getByRole('link', { name: 'Opération précédente' }).click()
  await colleague.getByRole('heading', { level: 1, name: titles[0]! }).waitFor()
})

it.each([['desktop', false], ['phone', true]] as const)('has nothing that axe finds, nor is wider than the screen, on a %s', async (name, phone) => {
  if (!phone) await w.event(t, { title: 'Le premier du mois', ...hours(1) })
  const at = await opened(manager, `axe-views-${name}`, calendar, { phone })
  await monthAfterNext(at)
  const faults: string[] = []
  const look = async (where: string) => {
    await at.getByText('Le premier du mois').first().waitFor()
    // Colours on their way from one state to another are none of either.
    await at.waitForTimeout(350)
    const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
    faults.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`)))
    if (Number(await at.evaluate('document.documentElement.scrollWidth')) > (phone ? 360 : 1280)) faults.push(`${where} is wider than the ${name}`)
  }
  await look('month')
  for (const mode of ['Semaine', 'Semaine par lieu']) {
    await at.getByRole('button', { name: mode, exact: true }).click()
    if (!phone) await look(mode)
  }
  await at.getByText('Le premier du mois').first().click()
  await at.getByRole('button', { name: 'Déplacer…' }).click()
  await look('dialog')
  await at.getByRole('button', { name: 'Renoncer' }).click()
  await at.getByRole('button', { name: 'Tableau' }).click()
  await look('board')
  if (phone) {
    await at.getByRole('button', { name: 'Liste' }).click()
    await look('list')
    await at.getByText('En retard').or(at.getByText('À jour')).first().waitFor()
    expect(await at.getByRole('link', { name: 'Créer' }).evaluate((link) => getComputedStyle(link).position)).toBe('static')
  }
  expect(faults).toEqual([])
}, 60_000)

it('warns of a date that is outside its campaign', async () => {
  // Last: another campaign is another list to open on.
  const elsewhere = await w.territory()
  await w.db.campaign.update({ where: { id: elsewhere.campaign }, data: { startsOn: on(1), endsOn: on(20) } })
  const id = await w.event(elsewhere, { title: 'Hors campagne', ...hours(12) })
  const at = await opened(await w.account('DEPARTMENT_AGENT', elsewhere), 'window-hint', `/events/${id}`)
  await at.getByLabel('Intitulé').waitFor()
  expect(await at.getByText('Cette date est hors de la campagne').count()).toBe(0)
  await at.getByLabel('Début').fill(`${dayOf(on(23))}T10:00`)
  await at.getByText('Cette date est hors de la campagne').waitFor()
})
