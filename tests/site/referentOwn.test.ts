import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { inDays, world } from '../support/world.ts'

const w = await world()

/** A referent asked about dates in so many days, confirmed where a place is said, with his link. */
async function invited(days: number[], { placed = false } = {}) {
  const t = await w.territory()
  const referent = await w.referent(t)
  const secret = randomBytes(32).toString('base64url')
  await w.db.accessLink.create({ data: { tokenHash: createHash('sha256').update(secret).digest('hex'), purpose: 'ANSWER', referentId: referent, createdAt: w.clock.now, expiresAt: inDays(60) } })
  const asked = []
  for (const day of days) {
    const event = await w.published(t, { startsAt: inDays(day), endsAt: inDays(day, 3) })
    asked.push({ event, id: await w.availability(t.department, event, referent, placed ? 'YES' : null) })
    if (!placed) continue
    await w.db.availability.updateMany({ where: { eventId: event }, data: { answeredAt: inDays(-20) } })
    await w.db.assignment.create({ data: { eventId: event, departmentCode: t.department, referentId: referent, state: 'CONFIRMED', startsAt: inDays(day), endsAt: inDays(day, 3), createdAt: inDays(-20) } })
  }
  return { t, referent, asked, address: `${w.url}/r/${secret}` }
}
const get = async (address: string) => (await fetch(address, { headers: { accept: 'text/html' } })).text()
const post = async (address: string, body: Record<string, string> = {}) => {
  const sent = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(body), redirect: 'manual' })
  return { status: sent.status, to: sent.headers.get('location'), text: await sent.text() }
}
const place = (referentId: string) => w.db.assignment.findFirstOrThrow({ where: { referentId } })
const journal = (referentId: string) => w.db.auditEntry.findMany({ where: { referentId }, orderBy: { id: 'asc' }, select: { resource: true, action: true, reason: true, changes: true } })

it('says no to all that is left at once, and leaves what was answered', async () => {
  const { referent, asked, address } = await invited([10, 11, 12, 13])
  await post(address, { id: asked[0]!.id, answer: 'YES' })
  await w.db.event.update({ where: { id: asked[3]!.event }, data: { startsAt: inDays(-1), endsAt: inDays(-1, 1) } })
  expect(await get(address)).toContain('Répondre non aux dates restantes')
  const done = await post(`${address}/aucune`)
  expect(done.status).toBe(303)
  expect(await get(new URL(done.to!, w.url).href)).toContain('C’est noté : non aux dates restantes.')
  const answers = await w.db.availability.findMany({ where: { referentId: referent }, orderBy: { event: { title: 'asc' } }, select: { id: true, answer: true } })
  expect(new Map(answers.map(({ id, answer }) => [id, answer]))).toEqual(new Map([[asked[0]!.id, 'YES'], [asked[1]!.id, 'NO'], [asked[2]!.id, 'NO'], [asked[3]!.id, null]]))
  await post(`${address}/aucune`)
  expect((await journal(referent)).map(({ action }) => action)).toEqual(['answer', 'answer', 'answer'])
})

it('tells the way to a date, and whom to ask', async () => {
  const { t, address } = await invited([10])
  await w.db.venue.update({ where: { id: t.venue }, data: { access: 'Rampe à gauche', transport: 'T4, arrêt Exemple', approximate: true } })
  const page = await get(address)
  for (const told of ['Rampe à gauche', 'En transports : T4, arrêt Exemple', 'mlat=48.9&amp;mlon=2.4', 'directions?to=48.9,2.4', 'suivez l’adresse', 'Camille Exemple']) expect(page).toContain(told)
})

it('asks whoever has a place twice whether it stands, and no more once it is said', async () => {
  for (const [days, waits] of [[8, false], [7, true], [3, true], [2, true], [0.2, true]] as const) {
    const { referent, address } = await invited([days], { placed: true })
    const { id } = await place(referent)
    expect((await get(address)).includes('Je viens toujours'), `${days} days before`).toBe(waits)
    const done = await post(`${address}/confirmer`, { id })
    expect(done.status).toBe(waits ? 303 : 409)
    expect((await place(referent)).reconfirmedAt).toEqual(waits ? w.clock.now : null)
    if (!waits) continue
    expect(await get(address)).toContain('Vous avez confirmé votre venue')
    expect((await post(`${address}/confirmer`, { id })).text).toContain('C’est déjà dit.')
  }
})

it('takes a place back with its reason, which the coordinators read', async () => {
  const { t, referent, asked, address } = await invited([5], { placed: true })
  const done = await post(address, { id: asked[0]!.id, answer: 'NO', reason: 'Un empêchement professionnel' })
  expect(done.status).toBe(303)
  expect((await place(referent)).state).toBe('WITHDRAWN')
  expect((await journal(referent)).map(({ resource, reason }) => [resource, reason])).toEqual([['Availability', null], ['Assignment', 'Un empêchement professionnel']])
  const agent = await w.account('DEPARTMENT_AGENT', t)
  const { data } = await w.ask(agent, 'query($id: ID!) { event(id: $id) { referentsConfirmed assignments { state history { reason } } } }', { id: asked[0]!.event })
  expect(data.event).toEqual({ referentsConfirmed: 0, assignments: [{ state: 'WITHDRAWN', history: [{ reason: 'Un empêchement professionnel' }] }] })
})

it('keeps details, and gives back what was typed wrong with each fault', async () => {
  const { t, referent, address } = await invited([10])
  const { name } = await w.db.city.findUniqueOrThrow({ where: { id: t.city } })
  const details = { phone: '06 39 98 00 12', city: name.toUpperCase(), maxDistanceKm: '15', languages: 'Français, arabe' }
  expect((await post(`${address}/moi`, details)).to).toContain('?ok=details')
  expect(await w.db.referent.findUniqueOrThrow({ where: { id: referent } })).toMatchObject({ phone: '+33639980012', cityId: t.city, maxDistanceKm: 15, languages: ['français', 'arabe'] })
  expect((await post(`${address}/limites`, { maxDays: '3', comment: 'plutôt le matin' })).status).toBe(303)
  expect(await w.db.referent.findUniqueOrThrow({ where: { id: referent } })).toMatchObject({ maxDays: 3, comment: 'plutôt le matin', version: 3 })
  for (const [field, wrong, sentence] of [['phone', '12', 'Ce numéro n’est pas valable'], ['city', 'Atlantis', 'Aucune commune'], ['maxDistanceKm', 'loin', 'Un nombre entier est attendu']] as const) {
    const { status, text } = await post(`${address}/moi`, { ...details, [field]: wrong })
    expect(status).toBe(409)
    expect(text).toContain(sentence)
    expect(text).toContain(`value="${wrong}"`)
    expect(text).toContain('value="Français, arabe"')
  }
  const many = await post(`${address}/limites`, { maxDays: '400', comment: 'tout ce que j’ai écrit' })
  for (const kept of ['Au plus 365 jours.', 'tout ce que j’ai écrit', 'value="400"']) expect(many.text).toContain(kept)
  // The journal says that it changed, not to what.
  expect((await journal(referent))[0]!.changes).toMatchObject({ phone: true, cityId: true })
})

it('notes absences once, takes them back, and refuses days that are none', async () => {
  const { referent, address } = await invited([10])
  const other = await invited([10])
  const days = () => w.db.unavailability.findMany({ where: { referentId: referent }, select: { id: true, startsOn: true, endsOn: true } })
  for (let i = 0; i < 2; i++) expect((await post(`${address}/absences`, { startsOn: '2026-12-24', endsOn: '02/01/2027' })).status).toBe(303)
  expect((await post(`${address}/absences`, { startsOn: '2026-11-30', endsOn: '' })).status).toBe(303)
  expect((await days()).map(({ startsOn, endsOn }) => [startsOn, endsOn].map((day) => day.toISOString().slice(0, 10)))).toEqual([['2026-12-24', '2027-01-02'], ['2026-11-30', '2026-11-30']])
  expect(await get(`${address}/moi`)).toContain('Du 24 décembre 2026 au 2 janvier 2027')
  for (const [startsOn, endsOn, sentence] of [['2026-12-24', '2026-12-20', 'après le premier'], ['2026-01-01', '', 'Ces jours sont passés'], ['demain', '', 'Une date est attendue']] as const)
    expect((await post(`${address}/absences`, { startsOn, endsOn })).text).toContain(sentence)
  const [first] = await days()
  expect((await post(`${other.address}/absences/retirer`, { id: first!.id })).status).toBe(409)
  expect((await post(`${address}/absences/retirer`, { id: first!.id })).status).toBe(303)
  expect(await days()).toHaveLength(1)
})

it('gives a calendar an address of its own, which opens nothing else and is replaced', async () => {
  const { asked, address } = await invited([10])
  await post(address, { id: asked[0]!.id, answer: 'YES' })
  const given = async () => (/http:\/\/coaching\.test(\/a\/[\w-]{43}\.ics)/.exec((await post(`${address}/agenda`)).text))![1]!
  const first = await given()
  const calendar = await fetch(w.url + first)
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
  const secret = first.slice(3, -4)
  expect((await fetch(`${w.url}/r/${secret}`, { headers: { accept: 'text/html' } })).status).toBe(410)
  const second = await given()
  expect([(await fetch(w.url + first)).status, (await fetch(w.url + second)).status]).toEqual([410, 200])
})

it('gives a referent all that is held about him, and nothing about anybody else', async () => {
  const { t, referent, address } = await invited([10], { placed: true })
  const other = await w.referent(t, { firstName: 'Autrui' })
  await w.db.message.createMany({ data: [referent, other].map((referentId) => ({ template: 'invitation', templateVersion: 1, departmentCode: t.department, referentId, address: `${referentId}@example.org`, subject: `Pour ${referentId}`, body: 'Texte [lien]', link: 'http://coaching.test/r/secret', state: 'KEPT' as const, createdAt: w.clock.now })) })
  const text = await get(`${address}/mes-donnees.json`)
  expect(JSON.parse(text)).toMatchObject({ firstName: 'Dominique', email: `${referent}@example.org`, availabilities: [{ answer: 'YES' }], assignments: [{ state: 'CONFIRMED' }], messages: [{ subject: `Pour ${referent}` }] })
  expect(text).not.toMatch(/Autrui|\/r\/secret/)
})

it('leaves a referent in peace, or takes him back, and erases all of him once he says that he means it', async () => {
  const { referent, address } = await invited([10], { placed: true })
  const choose = async (wanted: string) => {
    expect((await post(`${address}/sollicitations`, { wanted })).to).toContain('?ok=choix')
    return (await w.db.referent.findUniqueOrThrow({ where: { id: referent } })).stoppedAt
  }
  expect([await choose('no'), await choose('no'), await choose('yes')]).toEqual([w.clock.now, w.clock.now, null])
  const unsure = await post(`${address}/effacer`)
  expect([unsure.status, unsure.text.includes('Cochez cette case pour confirmer.')]).toEqual([409, true])
  expect((await w.db.referent.findUniqueOrThrow({ where: { id: referent } })).erasedAt).toBeNull()
  expect((await post(`${address}/effacer`, { sure: 'yes' })).text).toContain('Vos données sont effacées.')
  expect(await w.db.referent.findUniqueOrThrow({ where: { id: referent } })).toMatchObject({ firstName: 'Référent', lastName: 'effacé', email: null })
  expect((await place(referent)).state).toBe('RELEASED')
  expect((await fetch(address, { headers: { accept: 'text/html' } })).status).toBe(410)
})
