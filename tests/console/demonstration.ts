import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { loadDemonstration } from '../../prisma/demonstration/load.ts'
import { importTerritory } from '../../server/territories/importTerritory.ts'
import { page } from '../support/browser.ts'
import { world } from '../support/world.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
export const calendar = file('../fixtures/operations-2019-cp1252.csv')
export const workbook = file('../fixtures/operations-2019.xlsx')

/** A server that holds the demonstration as `npm start` loads it, at the hour of the browser. */
export async function demonstration() {
  const w = await world({ demonstration: true, now: new Date() })
  await importTerritory({ db: w.db, folder: file('../../prisma/data'), now: w.clock.now })
  await loadDemonstration({ db: w.db, pool: w.pool, now: w.clock.now })
  return w
}

/** By how many weeks the calendar of 2019 has to move for its first date to come in three weeks. */
export const weeksTo = (now: Date) => Math.ceil((now.getTime() + 21 * 86_400_000 - Date.UTC(2019, 10, 18)) / (7 * 86_400_000))

/** Signs in through the form, as a person does; answers the page and the address of its scope. */
export async function signedIn(browser: Browser, url: string, email: string, name: string, given: { phone?: boolean } = {}): Promise<{ page: Page; scope: string }> {
  const opened = await page(browser, { name, ...given })
  await opened.goto(`${url}/console/`)
  await opened.getByLabel(/Adresse/).first().fill(email)
  await opened.getByLabel(/Mot de passe/).first().fill('demonstration')
  await opened.getByRole('button', { name: 'Se connecter' }).click()
  await opened.waitForURL(/\/console\/[0-9a-f-]{36}\//)
  return { page: opened, scope: /^.*\/console\/[0-9a-f-]{36}/.exec(opened.url())![0] }
}
