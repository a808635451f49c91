import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { createLink } from '../../server/links/createLink.ts'
import { openBrowser, page } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

const widthOf = (phone: boolean) => (phone ? 360 : 1280)

/** What axe finds against WCAG 2.2 AA, as one line each. */
async function found(at: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(' ')}`))
}

it.each([['desktop', false], ['phone', true]] as const)('axe finds nothing on the public and the referents’ pages, on a %s', async (name, phone) => {
  const at = await page(browser, { name: `axe-site-${name}`, phone })
  const [event, cancelled] = [await w.db.event.findFirstOrThrow({ where: { state: 'PUBLISHED' } }), await w.db.event.findFirstOrThrow({ where: { state: 'CANCELLED', publishedAt: { not: null } } })]
  const asked = await w.db.availability.findFirstOrThrow({ where: { event: { state: 'PUBLISHED', startsAt: { gt: w.clock.now } } } })
  const account = await w.db.account.findFirstOrThrow()
  const paths = ['/', '/?q=introuvable', '/?periode=passees', `/operations/${event.slug}`, `/operations/${cancelled.slug}`, '/inconnue', '/r/inconnu',
    `/r/${await createLink(w.db, { referentId: asked.referentId }, w.clock.now)}`, `/m/${await createLink(w.db, { accountId: account.id }, w.clock.now)}`,
    `/sollicitations/${await createLink(w.db, { referentId: asked.referentId, stop: true }, w.clock.now)}`, '/sollicitations/inconnu']
  const faults = []
  for (const path of paths) {
    await at.goto(w.url + path)
    faults.push(...(await found(at, path)))
    expect(await at.locator('h1').count(), path).toBe(1)
    expect(await at.evaluate('document.documentElement.scrollWidth'), `${path} is as wide as the ${name}`).toBeLessThanOrEqual(widthOf(phone))
  }
  expect(faults).toEqual([])
})

it('axe finds nothing in the console, as wide as a desk and as a phone', async () => {
  const faults: string[] = []
  const before = await page(browser, { name: 'axe-sign-in' })
  await before.goto(`${w.url}/console/`)
  await before.getByRole('button', { name: 'Se connecter' }).waitFor()
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'axe-console')
  const look = async (opened: Page, where: string) => {
    for (const [name, width, height] of [['desktop', 1280, 800], ['phone', 360, 740]] as const) {
      await opened.setViewportSize({ width, height })
      // Colours on their way from one state to another are none of either.
      await opened.waitForTimeout(350)
      faults.push(...(await found(opened, `${where} on a ${name}`)))
      if (Number(await opened.evaluate('document.documentElement.scrollWidth')) > width) faults.push(`${where} is wider than the ${name}`)
    }
  }
  await look(before, 'sign-in')
  const event = await w.db.event.findFirstOrThrow({ where: { state: 'PUBLISHED', departmentCode: '93', startsAt: { gt: w.clock.now } } })
  const of = `/events/${event.id}`
  for (const path of ['/', '/tasks', '/events', '/events?view=map', `${of}/show`, `${of}/show/referents`, `${of}/show/tasks`, `${of}/show/comments`, `${of}/show/history`, of, '/events/create', '/referents', '/imports/create', '/review', '/messages', '/accounts', '/campaigns', '/venues', '/venues/create', '/agencies', '/nowhere']) {
    // As a link leads there, without loading the console anew.
    await at.evaluate((to) => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')) }, scope + path)
    await at.locator('main h1').first().waitFor()
    await at.waitForLoadState('networkidle')
    await look(at, path)
  }
  expect(faults).toEqual([])
}, 90_000)
