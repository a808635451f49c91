import { existsSync, mkdirSync } from 'node:fs'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { afterAll, onTestFailed } from 'vitest'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const folder = 'test-results'

/** The machine's own browser, or the one among the dependencies; where neither starts, the tests fail. Call it in beforeAll. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installed.find(existsSync) ?? (await unpacked())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'] })
  afterAll(() => browser.close())
  return browser
}

async function unpacked(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

type Given = {
  /** What the picture kept on failure is called. */
  name: string
  phone?: boolean
  javaScript?: boolean
}

/** A page of a person's own, in French and Paris time; a picture of it is kept when the test fails. Call it in a test. */
export async function page(browser: Browser, { name, phone = false, javaScript = true }: Given): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR', timezoneId: 'Europe/Paris', javaScriptEnabled: javaScript, acceptDownloads: true,
    ...(phone ? { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } : { viewport: { width: 1280, height: 800 } }),
  })
  const opened = await context.newPage()
  opened.setDefaultTimeout(10_000)
  onTestFailed(() => shot(opened, name))
  return opened
}

export async function shot(opened: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await opened.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** What a field says against what is typed in it, to whoever sees it or hears it; null when nothing is wrong. */
export async function saidUnder(field: Locator): Promise<string | null> {
  if ((await field.getAttribute('aria-invalid')) !== 'true') return null
  const help = await field.getAttribute('aria-describedby')
  return field.page().locator(`[id="${help}"]`).innerText()
}
