import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { demonstration, signedIn } from './demonstration.ts'

const w = await demonstration()
let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))

/** A published event of the department in two months, and people who said that they can come. */
async function asked(title: string, referentsNeeded: number, names: [string, 'YES' | 'IF_NEEDED'][]) {
  const like = await w.db.event.findFirstOrThrow({ where: { departmentCode: '93', state: 'PUBLISHED', startsAt: { gt: w.clock.now } } })
  const startsAt = new Date(w.clock.now.getTime() + 60 * 86_400_000)
  const { id } = await w.db.event.create({
    data: { campaignId: like.campaignId, departmentCode: '93', title, venueId: like.venueId, startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), capacity: 20, referentsNeeded, state: 'PUBLISHED', publishedAt: w.clock.now, slug: v7(), createdAt: w.clock.now, updatedAt: w.clock.now },
  })
  for (const [lastName, answer] of names) {
    const referentId = v7()
    await w.db.referent.create({ data: { id: referentId, firstName: 'Dominique', lastName, email: `${referentId}@example.org`, createdAt: w.clock.now, departments: { create: { departmentCode: '93' } } } })
    await w.db.availability.create({ data: { id: v7(), eventId: id, departmentCode: '93', referentId, answer, source: 'LINK', askedAt: w.clock.now, answeredAt: w.clock.now } })
  }
  return { id, campaignId: like.campaignId }
}
const confirmed = (eventId: string) => w.db.assignment.findMany({ where: { eventId, state: 'CONFIRMED' }, include: { referent: true }, orderBy: { referent: { lastName: 'asc' } } }).then((all) => all.map(({ referent }) => referent.lastName))

it('leads from the events to a proposal, which is decided line by line or as a whole, by keyboard and on a phone', async () => {
  const { id, campaignId } = await asked('Forum à pourvoir', 4, [['Exemple-Aune', 'YES'], ['Exemple-Buis', 'YES'], ['Exemple-Cade', 'IF_NEEDED']])
  const { page: at, scope } = await signedIn(browser, w.url, 'agent93@example.org', 'proposals')
  await at.goto(`${scope}/events?filter=${encodeURIComponent(JSON.stringify({ campaignId }))}`)
  await at.getByRole('link', { name: 'Proposer des affectations' }).click()
  await at.getByText('Aucune proposition pour cette campagne.').waitFor()
  await at.getByRole('button', { name: 'Proposer des affectations' }).click()
  const card = at.getByRole('region', { name: 'Forum à pourvoir' })
  await card.getByText('Dominique Exemple-Aune').waitFor()
  const figures = () => card.locator('dd').allTextContents()
  expect(await figures()).toEqual(['4', '0', '3', '1'])
  await card.getByText('Aucun autre référent n’est disponible.').or(card.getByText('Tous les autres référents disponibles sont proposés ici.')).waitFor()
  expect(await confirmed(id)).toEqual([])

  await card.getByRole('button', { name: 'Accepter Dominique Exemple-Aune' }).focus()
  await at.keyboard.press('Enter')
  await at.getByText('Dominique Exemple-Aune est affecté').waitFor()
  await card.getByText('Acceptée').waitFor()
  expect(await confirmed(id)).toEqual(['Exemple-Aune'])
  await card.getByRole('button', { name: 'Écarter Dominique Exemple-Buis' }).click()
  await at.getByRole('dialog').getByRole('button', { name: 'Écarter' }).click()
  await card.getByText('Écartée', { exact: true }).waitFor()
  await card.getByText('Des lignes écartées ou caduques laissent une place').waitFor()
  expect(await figures()).toEqual(['4', '1', '1', '2'])

  // Meanwhile the last one was retired: the whole is accepted all the same.
  await w.db.referent.updateMany({ where: { lastName: 'Exemple-Cade' }, data: { active: false } })
  const waiting = await w.db.proposalLine.count({ where: { state: 'PROPOSED', departmentCode: '93' } })
  await at.getByRole('button', { name: `Accepter tout (${waiting})` }).click()
  await at.getByRole('dialog').getByRole('button', { name: /Accepter tout/ }).click()
  await at.getByText(`Terminé. Affectations faites : ${waiting - 1}. Impossibles : 1.`).waitFor()
  await card.getByText('Ce référent n’est plus un référent actif du département.').waitFor()
  expect(await confirmed(id)).toEqual(['Exemple-Aune'])
  expect(await w.db.proposalLine.count({ where: { state: 'ACCEPTED' } })).toBe(waiting)

  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    await at.setViewportSize({ width, height })
    await at.waitForTimeout(350)
    const { violations } = await new AxeBuilder({ page: at as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join()}`)).toEqual([])
    expect(Number(await at.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width)
  }
})

it('shows on one event what the proposal says of it, and how far a large one is', async () => {
  const { id, campaignId } = await asked('Forum sans réponse', 2, [])
  const { page: at, scope } = await signedIn(browser, w.url, 'prefecture93@example.org', 'proposals-event')
  await at.goto(`${scope}/events/${id}/show/referents`)
  await at.getByRole('link', { name: 'Proposer des affectations' }).click()
  await at.getByRole('button', { name: /^Propos/ }).click()
  const card = at.getByRole('region', { name: 'Forum sans réponse' })
  await card.getByText('Aucun référent n’a été invité.').waitFor()
  expect(await at.getByRole('region').count()).toBe(1)
  await at.getByRole('button', { name: 'Les afficher toutes' }).click()
  await at.getByRole('button', { name: 'Celles où il manque quelqu’un' }).click()
  await card.waitFor()

  const author = await w.db.account.findUniqueOrThrow({ where: { email: 'prefecture93@example.org' } })
  const large = await w.db.proposal.create({ data: { id: v7(), campaignId, departmentCode: '93', accountId: author.id, createdAt: new Date(w.clock.now.getTime() + 1_000), progress: 42 } })
  await at.goto(`${scope}/proposals?campaign=${campaignId}`)
  await at.getByText('Calcul en cours : 42 %').waitFor()
  await w.db.proposal.update({ where: { id: large.id }, data: { state: 'FAILED', failure: 'Le calcul a pris plus d’une minute.' } })
  await at.getByText('Le calcul a pris plus d’une minute.').waitFor()
})

it('shows the region who is proposed, and lets it decide nothing', async () => {
  const { campaignId } = await asked('Forum régional', 1, [['Exemple-Dryade', 'YES']])
  const { page: at, scope } = await signedIn(browser, w.url, 'region@example.org', 'proposals-region')
  await at.goto(`${scope}/proposals?campaign=${campaignId}`)
  await at.getByRole('button', { name: 'Proposer des affectations' }).click()
  const card = at.getByRole('region', { name: 'Forum régional' })
  await card.getByText('Dominique Exemple-Dryade').waitFor()
  expect(await at.getByRole('button', { name: /^(Accepter|Écarter)/ }).count()).toBe(0)
})
