import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { kinds } from '../../server/messages/kinds.ts'
import { queueMessage } from '../../server/messages/queueMessage.ts'
import { eventually } from '../support/eventually.ts'
import { mailbox } from '../support/mailbox.ts'
import { inDays, world, type Person, type Territory } from '../support/world.ts'

const box = await mailbox()
const w = await world({ mail: box.transport })
const regional = await w.account('REGIONAL_MANAGER')

const fields = '{ id version subject body current author { id } }'
const save = `mutation($id: ID!, $kind: MessageKind!, $departmentCode: ID, $version: Int!, $input: MessageTextInput!) { result: saveMessageTemplate(id: $id, kind: $kind, departmentCode: $departmentCode, version: $version, input: $input) ${fields} }`
const reset = `mutation($id: ID!, $kind: MessageKind!, $departmentCode: ID, $version: Int!) { result: resetMessageTemplate(id: $id, kind: $kind, departmentCode: $departmentCode, version: $version) ${fields} }`
const restore = `mutation($id: ID!, $from: ID!, $version: Int!) { result: restoreMessageTemplate(id: $id, from: $from, version: $version) ${fields} }`
const versions = 'query($kinds: [MessageKind!]) { result: messageTemplates(filter: { kinds: $kinds }, sort: createdAt) { items { departmentCode version subject current } } }'
const preview = 'query($kind: MessageKind!, $input: MessageTextInput!, $referentId: ID) { result: messagePreview(kind: $kind, input: $input, referentId: $referentId) { subject text html } }'
const test = 'mutation($id: ID!, $kind: MessageKind!, $input: MessageTextInput!) { result: testMessageTemplate(id: $id, kind: $kind, input: $input) }'
const text = (word: string) => ({ subject: `${word} : {opération}`, body: `Bonjour {prénom},\n\n${word} le {date}.\n\n{lien}` })

async function written(who: Person, departmentCode: string | null, version: number, word: string) {
  const { data, errors } = await w.ask(who, save, { id: v7(), kind: 'CANCELLED', departmentCode, version, input: text(word) })
  expect(errors).toBeUndefined()
  return data.result
}
/** What a referent of the territory would be told by a mail written now. */
async function told(t: Territory) {
  const id = v7()
  const referentId = await w.referent(t, { firstName: 'Alix' })
  const event = { title: 'Rencontre', startsAt: inDays(10), endsAt: inDays(10, 2), place: 'Salle, Bondy' }
  await w.db.$transaction((tx) => queueMessage(tx, { id, template: 'eventNews', referentId, departmentCode: t.department, now: w.clock.now, variables: { kind: 'CANCELLED', ...event } }))
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  const { data } = await w.ask(manager, 'query($id: ID!) { message(id: $id) { subject body kind templateVersion madeFrom { version departmentCode } } }', { id })
  return data.message
}

it('makes each mail from the text of its department, else of the region, else of origin, and keeps every version', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  expect(await told(t)).toMatchObject({ subject: 'Apprentissage-coaching\u00a0: opération annulée\u00a0: Rencontre', kind: 'CANCELLED', madeFrom: null })
  await written(regional, null, 0, 'Région')
  expect(await told(t)).toMatchObject({ subject: 'Région : Rencontre', madeFrom: { version: 1, departmentCode: null } })
  const first = await written(manager, t.department, 0, 'Première')
  await written(manager, t.department, 1, 'Deuxième')
  const mail = await told(t)
  expect(mail).toMatchObject({ subject: 'Deuxième : Rencontre', templateVersion: 2, madeFrom: { version: 2, departmentCode: t.department } })
  expect(mail.body).toContain('Bonjour Alix,\n\nDeuxième le jeudi 15 octobre 2026.\n\n[lien]')
  expect((await told(other)).subject).toBe('Région : Rencontre')

  const { data } = await w.ask(manager, restore, { id: v7(), from: first.id, version: 2 })
  expect(data.result).toMatchObject({ version: 3, subject: 'Première : {opération}', current: true, author: { id: manager.account } })
  expect((await told(t)).subject).toBe('Première : Rencontre')
  await w.ask(manager, reset, { id: v7(), kind: 'CANCELLED', departmentCode: t.department, version: 3 })
  expect((await told(t)).subject).toBe('Région : Rencontre')
  await w.ask(regional, reset, { id: v7(), kind: 'CANCELLED', departmentCode: null, version: 1 })
  expect((await told(t)).madeFrom).toBeNull()

  const agent = await w.account('DEPARTMENT_AGENT', t)
  const read = (await w.ask(agent, versions, { kinds: ['CANCELLED'] })).data.result.items
  expect(read.filter((one: any) => one.departmentCode === t.department).map((one: any) => [one.version, one.subject, one.current])).toEqual([
    [1, 'Première : {opération}', false], [2, 'Deuxième : {opération}', false], [3, 'Première : {opération}', false], [4, null, true]])
  expect(new Set(read.map((one: any) => one.departmentCode))).toEqual(new Set([t.department, null]))
})

it.each([
  ['an unknown name', { subject: 'Un {objet}', body: 'Bonjour {nomm}, {lien}' }, { subject: '{objet}', body: '{nomm}' }],
  ['no link', { subject: 'Un objet', body: 'Bonjour {prénom}.' }, { body: '{lien}' }],
  ['a list in the subject', { subject: 'Voici {lien}', body: 'Bonjour {prénom} : {lien}' }, { subject: '{lien}' }],
  ['next to nothing', { subject: 'a', body: 'b' }, { subject: '3 à 150', body: '10 à 5' }],
] as const)('refuses a text with %s, on its field, wherever it is given', async (_, input, said) => {
  const t = await w.territory()
  const manager = await w.account('DEPARTMENT_MANAGER', t)
  for (const [document, more] of [[save, { id: v7(), departmentCode: t.department, version: 0 }], [preview, {}], [test, { id: v7() }]] as const) {
    const { errors } = await w.ask(manager, document, { kind: 'CANCELLED', input, ...more })
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
    expect(errors![0]!.extensions.fields).toEqual(Object.fromEntries(Object.entries(said).map(([field, sentence]) => [field, expect.stringContaining(sentence)])))
  }
  expect(await w.db.messageTemplate.count({ where: { departmentCode: t.department } })).toBe(0)
})

it('refuses a text made from a version that is no longer the last, whoever is first, and saves once what is sent twice', async () => {
  const t = await w.territory()
  const [one, other] = [await w.account('DEPARTMENT_MANAGER', t), await w.account('DEPARTMENT_MANAGER', t)]
  const given = { id: v7(), kind: 'MOVED', departmentCode: t.department, version: 0, input: text('Une') }
  const [first, again, others] = await Promise.all([w.ask(one, save, given), w.ask(one, save, given), w.ask(other, save, { ...given, id: v7(), input: text('Autre') })])
  // Either of the two people may come first.
  expect(await w.db.messageTemplate.count({ where: { departmentCode: t.department } })).toBe(1)
  const lost = others.errors ? [others] : [first, again]
  for (const { errors } of lost) expect(errors![0]!.extensions.code).toBe('CONFLICT')
  for (const { errors } of others.errors ? [first, again] : [others]) expect(errors).toBeUndefined()
  const [saved] = await w.db.messageTemplate.findMany({ where: { departmentCode: t.department } })
  const late = await w.ask(other, save, { ...given, id: v7(), input: text('Autre') })
  expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: { version: 1, subject: saved!.subject } })
})

it('lets a department change its own texts alone, the region those for all, and agents read', async () => {
  const [t, other] = [await w.territory(), await w.territory()]
  const people = { manager: await w.account('DEPARTMENT_MANAGER', t), agent: await w.account('DEPARTMENT_AGENT', t), reader: await w.account('REGIONAL_READER'), regional }
  const code = async (who: Person, departmentCode: string | null) => (await w.ask(who, save, { id: v7(), kind: 'LAPSED', departmentCode, version: 0, input: text('Rendue') })).errors?.[0]?.extensions.code ?? 'SAVED'
  expect({
    manager: [await code(people.manager, t.department), await code(people.manager, other.department), await code(people.manager, null)],
    agent: [await code(people.agent, t.department), await code(people.agent, null)], reader: await code(people.reader, null), regional: [await code(people.regional, t.department), await code(people.regional, null)],
  }).toEqual({ manager: ['SAVED', 'NOT_FOUND', 'NOT_FOUND'], agent: ['FORBIDDEN', 'FORBIDDEN'], reader: 'FORBIDDEN', regional: ['NOT_FOUND', 'SAVED'] })
})

it('shows every text of origin as it leaves, for a person in reach with the dates that he was asked about', async () => {
  const t = await w.territory()
  const agent = await w.account('DEPARTMENT_AGENT', t)
  for (const [kind, { subject, body }] of Object.entries(kinds)) {
    const { data, errors } = await w.ask(agent, preview, { kind, input: { subject, body } })
    expect(errors, kind).toBeUndefined()
    expect(`${data.result.subject}${data.result.text}`, kind).not.toMatch(/[{}[\]]|undefined/)
    expect(data.result.html, kind).toContain('<a href="http://coaching.test/r/')
  }
  const referentId = await w.referent(t, { firstName: 'Alix', lastName: '<b>Exemple</b>' })
  await w.availability(t.department, await w.published(t, { title: 'Sa rencontre' }), referentId)
  const input = { subject: '{prénom} {nom}', body: '{opération} pour {nom}, {lien}' }
  const { data } = await w.ask(agent, preview, { kind: 'CANCELLED', input, referentId })
  expect(data.result).toMatchObject({ subject: 'Alix <b>Exemple</b>', text: expect.stringContaining('Sa rencontre pour <b>Exemple</b>'), html: expect.stringContaining('pour &lt;b&gt;Exemple') })
  const elsewhere = await w.ask(agent, preview, { kind: 'CANCELLED', input, referentId: await w.referent(await w.territory()) })
  expect(elsewhere.errors![0]!.extensions.code).toBe('NOT_FOUND')
})

it('sends a test to whoever asks for it, once, and with no link that opens anything', async () => {
  const manager = await w.account('DEPARTMENT_MANAGER', await w.territory())
  const given = { id: v7(), kind: 'CANCELLED', input: text('Essayée') }
  for (let again = 0; again < 2; again++) expect((await w.ask(manager, test, given)).errors).toBeUndefined()
  const [mail, ...more] = await eventually(async () => box.of(manager.email), (mails) => mails.length > 0)
  expect(more).toEqual([])
  expect(mail!.text).toContain('Essayée le')
  expect(await w.db.accessLink.count({ where: { accountId: manager.account } })).toBe(0)
})

it('never rewrites a version, whoever writes', async () => {
  const t = await w.territory()
  const { id } = await written(await w.account('DEPARTMENT_MANAGER', t), t.department, 0, 'Gardée')
  await expect(w.db.messageTemplate.update({ where: { id }, data: { body: 'Un autre texte' } })).rejects.toThrow('never rewritten')
})
