import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { contourFile, square } from '../support/contours.ts'
import { openBrowser } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

async function found(at: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}
const choose = async (at: Page, label: string, text: string, option: RegExp) => {
  await at.getByRole('combobox', { name: label }).fill(text)
  await at.getByRole('option', { name: option }).first().click()
}

it.each([['desktop', false], ['phone', true]] as const)('shows the events of the list’s filters where they are held, and asks nobody but us, on a %s', async (name, phone) => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', `map-${name}`, { phone })
  const elsewhere: string[] = []
  at.on('request', (request) => void (new URL(request.url()).origin !== w.url && !/^(blob|data):/.test(request.url()) && elsewhere.push(request.url())))
  const refused: string[] = []
  at.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())))
  const states = ['DRAFT', 'PUBLISHED'] as const
  const draft = await w.db.event.findFirstOrThrow({ where: { departmentCode: '93', state: 'DRAFT' } })
  await w.db.event.update({ where: { id: draft.id }, data: { venueId: null } })
  const all = await w.db.event.findMany({ where: { departmentCode: '93', state: { in: [...states] } } })
  const events = all.filter(({ venueId }) => venueId)
  await at.goto(`${scope}/events?view=map&filter=${encodeURIComponent(JSON.stringify({ states }))}&displayedFilters={}`)
  await at.getByText(new RegExp(`^${events.length} opérations? sur la carte\\. ${all.length - events.length} opérations? n’(a|ont) pas encore de lieu placé`)).waitFor()
  const list = at.getByRole('region', { name: 'Les mêmes opérations en liste' })
  expect(await list.getByRole('link').count()).toBe(events.length)
  // Every event is under one mark: a group says how many it holds.
  const marks = at.locator('.mark')
  await marks.first().waitFor()
  const counts = (await marks.allInnerTexts()).map((text) => Number(text || 1))
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(events.length)
  await at.waitForTimeout(500)
  if (phone) expect(await found(at)).toEqual([])
  expect(Number(await at.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(phone ? 360 : 1280)
  await marks.first().focus()
  await at.keyboard.press('Enter')
  const dialog = at.getByRole('dialog')
  expect(await dialog.getByRole('link').count()).toBe(counts[0])
  await dialog.getByRole('link').first().click()
  await at.waitForURL(/\/events\/[0-9a-f-]{36}\/show/)
  expect([elsewhere, refused]).toEqual([[], []])
})

it('says that it is still loading, and out of how many, until it shows all that it will', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'map-many')
  const like = await w.db.event.findFirstOrThrow({ where: { departmentCode: '93', venueId: { not: null } } })
  await w.db.event.createMany({ data: Array.from({ length: 150 }, (_, n) => ({ campaignId: like.campaignId, departmentCode: '93', title: `Nombreuse ${n}`, venueId: like.venueId, startsAt: like.startsAt, endsAt: like.endsAt, capacity: 20, referentsNeeded: 0, slug: `nombreuse-${n}`, createdAt: w.clock.now, updatedAt: w.clock.now })) })
  let asked = 0
  let release = () => {}
  await at.route('**/graphql', async (route) => {
    if ((route.request().postData() ?? '').includes('query EventsOnMap') && ++asked === 2) await new Promise<void>((go) => (release = go))
    await route.continue()
  })
  await at.goto(`${scope}/events?view=map&filter=${encodeURIComponent(JSON.stringify({ q: 'Nombreuse' }))}`)
  await at.getByText('Chargement… 100 opérations sur 150').waitFor()
  expect(await at.getByText(/sur la carte/).count()).toBe(0)
  release()
  await at.getByText('150 opérations sur la carte.').waitFor()
  expect(await at.getByText('Chargement…').count()).toBe(0)
})

it('draws the outlines of the territory, served once and kept by the browser', async () => {
  for (const [name, features] of [['departments', 8], ['communes', 1268]] as const) {
    const first = await fetch(`${w.url}/outlines/${name}.geojson`)
    expect(first.headers.get('cache-control')).toContain('max-age')
    const outlines = ((await first.json()) as { features: { properties: { insee_code?: string; name: string } }[] }).features
    expect(outlines).toHaveLength(features)
    const known = new Map((await w.db.city.findMany()).map((city) => [city.id, city.name]))
    expect(outlines.filter(({ properties: { insee_code, name } }) => insee_code && known.has(insee_code) && known.get(insee_code) !== name)).toEqual([])
    expect((await fetch(`${w.url}/outlines/${name}.geojson`, { headers: { 'if-none-match': first.headers.get('etag')! } })).status).toBe(304)
  }
})

it('places a new venue: its city found by postal code, its position picked by keyboard; the same one again is refused with a link', async () => {
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'venue')
  const create = async () => {
    await at.goto(`${scope}/venues/create`)
    await choose(at, 'Commune', '93140', /^Bondy/)
    await at.locator('input[name=name]').fill('Gymnase de l’Exemple')
    await at.getByLabel('Adresse').fill('5 rue de l’Exemple')
    await at.getByLabel('Code postal').fill('93140')
    await at.getByRole('region', { name: 'Carte où placer le lieu' }).focus()
  }
  await create()
  for (let i = 0; i < 2; i++) await at.keyboard.press('ArrowRight')
  await at.waitForTimeout(600)
  await at.getByRole('button', { name: 'Placer au centre de la carte' }).click()
  await at.getByLabel('Nom du contact').fill('Camille Exemple')
  expect(await found(at)).toEqual([])
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.waitForURL(/\/venues(\?.*)?$/)
  const venue = await w.db.venue.findFirstOrThrow({ where: { name: 'Gymnase de l’Exemple' }, include: { city: true } })
  expect(venue).toMatchObject({ approximate: false, contactName: 'Camille Exemple', city: { name: 'Bondy' } })
  expect(venue.longitude).toBeGreaterThan(venue.city.longitude!)
  expect(Math.abs(venue.longitude! - venue.city.longitude!) + Math.abs(venue.latitude! - venue.city.latitude!)).toBeLessThan(0.1)

  await create()
  await at.getByRole('button', { name: 'Enregistrer' }).click()
  await at.getByText('Ce lieu existe déjà à cette adresse').first().waitFor()
  expect(await at.getByRole('link', { name: /le lieu qui existe déjà/ }).getAttribute('href')).toContain(venue.id)
  expect(await at.getByLabel('Adresse').inputValue()).toBe('5 rue de l’Exemple')
})

it('the region loads contours, and the form of an event then proposes the neighbourhood of its venue', async () => {
  const venue = await w.db.venue.findFirstOrThrow({ where: { name: 'Gymnase de l’Exemple' } })
  const neighbourhood = await w.db.neighbourhood.findFirstOrThrow({ where: { retiredOn: null, cities: { some: { cityId: venue.cityId } } } })
  const event = await w.db.event.findFirstOrThrow({ where: { state: 'DRAFT', departmentCode: '93' } })
  await w.db.event.update({ where: { id: event.id }, data: { venueId: venue.id, neighbourhoods: { deleteMany: {} } } })
  const { page: staff, scope: prefecture } = await signedIn(browser, w.url, 'agent93@example.org', 'target')
  await staff.goto(`${prefecture}/events/${event.id}`)
  await staff.getByText(/Quartiers prioritaires de Bondy/).waitFor()

  const { page: at, scope } = await signedIn(browser, w.url, 'region@example.org', 'contours')
  await at.goto(`${scope}/neighbourhoods`)
  await at.getByRole('button', { name: 'Charger des contours' }).click()
  const send = async (text: string) => {
    await at.getByLabel('Fichier GeoJSON').setInputFiles({ name: 'quartiers.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) })
    await at.getByRole('dialog').getByRole('button', { name: 'Charger des contours' }).click()
  }
  await send('des mots')
  await at.getByText(/ce n’est pas un GeoJSON/).waitFor()
  await send(contourFile({ [neighbourhood.id]: square(venue.longitude!, venue.latitude!), QN00000Z: square(5, 45) }))
  await at.getByText(/1 contour chargé\. 1 code du fichier n’est pas dans la liste de référence.*QN00000Z/).waitFor()

  await staff.reload()
  await staff.getByText(`Le lieu est dans le quartier «\u00a0${neighbourhood.name}\u00a0».`).waitFor()
  await staff.getByRole('button', { name: `Viser ${neighbourhood.name}` }).click()
  await staff.getByRole('button', { name: 'Enregistrer' }).click()
  await staff.waitForURL(/\/show/)
  expect(await w.db.eventNeighbourhood.findMany({ where: { eventId: event.id } })).toEqual([{ eventId: event.id, neighbourhoodId: neighbourhood.id }])
})
