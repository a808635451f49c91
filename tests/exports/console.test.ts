import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser, page } from '../support/browser.ts'
import { inDays, world } from '../support/world.ts'

const w = await world()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

it('the file holds the rows and the columns that are on screen, under the same headers', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (const [n, state] of (['DRAFT', 'PUBLISHED', 'PUBLISHED', 'HELD'] as const).entries()) await w.event(t, { title: `Opération ${n}`, state, publishedAt: inDays(-3), startsAt: inDays(5 - n), endsAt: inDays(6) })
  const at = await page(browser, { name: 'export' })
  await at.context().addCookies([{ name: 'session', value: agent.cookie.replace('session=', ''), url: w.url }])
  const scope = `${w.url}/console/${agent.membership}`
  const file = async () => {
    await at.getByRole('button', { name: 'Exporter 2 lignes' }).click()
    const download = at.waitForEvent('download')
    await at.getByRole('dialog').getByRole('button', { name: 'Exporter' }).click()
    await at.getByText('2 lignes exportées').waitFor()
    expect((await download).suggestedFilename()).toMatch(/^Opérations \d{4}-\d\d-\d\d\.csv$/)
    return parse(readFileSync(await (await download).path()), { delimiter: ';', bom: true }) as string[][]
  }
  const shown = async () => (await at.getByRole('columnheader').allInnerTexts()).map((one) => one.trim()).filter((one) => one !== 'Choix' && one !== '')
  const two = (headers: string[]) => headers.flatMap((one) => one === 'Référents' ? ['Référents confirmés', 'Référents nécessaires'] : [one])

  await at.goto(`${scope}/events?filter=${encodeURIComponent(JSON.stringify({ states: ['PUBLISHED'] }))}&sort=title&order=DESC`)
  const [headers, ...rows] = await file()
  expect(headers).toEqual(two(await shown()))
  expect(headers).toContain('Préparation')
  expect(rows.map((row) => row[headers!.indexOf('Intitulé')])).toEqual(['Opération 2', 'Opération 1'])
  expect(rows.map((row) => row[headers!.indexOf('État')])).toEqual(['Publiée', 'Publiée'])
  expect(rows[0]![0]).toMatch(/^\d\d\/10\/2026 10:00$/)

  // A column hidden from the table, where react-admin keeps that, is not in the file.
  await at.evaluate(`localStorage.setItem(Object.keys(localStorage).find((key) => key.startsWith('RaStore'))?.replace(/\\..*/, '.events.datatable') ?? 'RaStore.events.datatable', '["city"]')`)
  await at.reload()
  await at.getByRole('columnheader').first().waitFor()
  const [fewer] = await file()
  expect(fewer).toEqual(two(await shown()))
  expect(fewer).not.toContain('Commune')
})
