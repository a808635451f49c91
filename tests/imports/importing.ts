import { Blob } from 'node:buffer'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { Person, World } from '../support/world.ts'

const REASONS = '{ code sentence }'
const IMPORT = `id kind weeks fileName departmentCode appliedAt undoneAt headers remembered created updated firstAt columns { column at } remarks { code sentence } counts { verdict count } takeable { line proposed }
  touched { id title } touchedReferents { id } fields { column needed } can { judge ${REASONS} correct ${REASONS} apply ${REASONS} undo ${REASONS} }
  lines { line verdict outcome summary departmentCode eventId startsAt proposed cells corrections { at text } findings { code column sentence } event { id state title } referentId referent { id } }`

export const documents = {
  prepare: `mutation($id: ID!, $fileId: ID!, $kind: ImportKind, $campaignId: ID, $weeks: Int!) { result: prepareImport(id: $id, fileId: $fileId, kind: $kind, campaignId: $campaignId, weeks: $weeks) { ${IMPORT} } }`,
  judge: `mutation($id: ID!, $weeks: Int!, $columns: [ImportMappingInput!]!) { result: judgeImport(id: $id, weeks: $weeks, columns: $columns) { ${IMPORT} } }`,
  correct: `mutation($id: ID!, $line: Int!, $cells: [ImportCorrectionInput!]!) { result: correctImportLine(id: $id, line: $line, cells: $cells) { ${IMPORT} } }`,
  apply: `mutation($id: ID!, $lines: [Int!]!) { result: applyImport(id: $id, lines: $lines) { ${IMPORT} } }`,
  undo: `mutation($id: ID!) { result: undoImport(id: $id) { ${IMPORT} } }`,
  read: `query($id: ID!) { result: import(id: $id) { ${IMPORT} } }`,
}

export type Finding = { code: string; column: string | null; sentence: string }
export type Line = {
  line: number; verdict: string; outcome: string | null; summary: string; departmentCode: string | null; eventId: string | null; startsAt: string | null; proposed: boolean
  cells: string[]; corrections: { at: number; text: string }[]; findings: Finding[]; event: { id: string; state: string; title: string } | null; referentId: string | null; referent: { id: string } | null
}
export type Told = {
  id: string; weeks: number; departmentCode: string | null; appliedAt: string | null; undoneAt: string | null; headers: string[]; remembered: boolean; created: number; updated: number
  columns: { column: string; at: number }[]; remarks: { code: string; sentence: string }[]; counts: { verdict: string; count: number }[]; takeable: { line: number; proposed: boolean }[]
  touched: { id: string }[]; touchedReferents: { id: string }[]; fields: { column: string; needed: boolean }[]; can: Record<'judge' | 'correct' | 'apply' | 'undo', { code: string }[]>; lines: Line[]
}

export const HEADERS = ['Département', 'Commune', 'Lieu', 'Adresse', 'Code postal', 'Date', 'Heure début', 'Heure fin', 'Places', 'Contact', 'Organisateur']
export const bytesOf = (rows: string[][]) => new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))
/** A line of a calendar that can be taken, under `HEADERS`. */
export const row = (over: Partial<Record<'department' | 'city' | 'place' | 'day' | 'start' | 'end' | 'capacity' | 'contact' | 'organiser', string>> = {}) => {
  const { department = '93', city = 'Bondy', place = 'Salle Exemple', day = '24/11/2026', start = '9h', end = '12h', capacity = '30', contact = '', organiser = '' } = over
  return [department, city, place, '1 rue de l’Essai', '', day, start, end, capacity, contact, organiser]
}

/** Imports as people do them, through the API. */
export function importing(w: World) {
  async function send(person: Person | null, bytes: Uint8Array, name = 'calendrier.csv') {
    const form = new FormData()
    form.append('file', new Blob([bytes as never]) as never, name)
    const response = await fetch(`${w.url}/files`, { method: 'POST', body: form, headers: person ? { cookie: person.cookie, 'x-membership': person.membership } : {} })
    return { status: response.status, ...((await response.json()) as { id?: string; message?: string; extensions?: any }) }
  }
  async function campaign(state: 'OPEN' | 'CLOSED' = 'OPEN') {
    const id = v7()
    const [startsOn, endsOn] = [new Date('2026-09-01'), new Date('2026-12-31')]
    await w.db.campaign.create({ data: { id, name: `Campagne ${id}`, startsOn, endsOn, state, target: 60, perimeterId: 'PRIJ', createdAt: w.clock.now } })
    return id
  }
  /** A file for a campaign, or for none: a list of referents. */
  async function prepared(person: Person, campaignId: string | null, { bytes, name = 'calendrier.csv', weeks = 0 }: { bytes: Uint8Array; name?: string; weeks?: number }) {
    const { id: fileId } = await send(person, bytes, name)
    return w.ask(person, documents.prepare, { id: v7(), fileId, ...(campaignId ? { campaignId } : { kind: 'REFERENTS' }), weeks })
  }
  /** The answer of a call that succeeds. */
  async function done(person: Person, document: keyof typeof documents, variables: object): Promise<Told> {
    const { data, errors } = await w.ask(person, documents[document], variables)
    expect(errors).toBeUndefined()
    return data.result
  }
  async function ready(...given: Parameters<typeof prepared>): Promise<Told> {
    const { data, errors } = await prepared(...given)
    expect(errors).toBeUndefined()
    return data.result
  }
  const proposed = ({ takeable }: Told) => takeable.filter((one) => one.proposed).map(({ line }) => line)
  /** A calendar of these lines, taken as it is proposed. */
  async function taken(person: Person, campaignId: string, rows: string[][]): Promise<Told> {
    const file = await ready(person, campaignId, { bytes: bytesOf([HEADERS, ...rows]) })
    return done(person, 'apply', { id: file.id, lines: proposed(file) })
  }
  const events = (campaignId: string) => w.db.event.findMany({ where: { campaignId }, include: { neighbourhoods: true, venue: true }, orderBy: [{ startsAt: 'asc' }, { importKey: 'asc' }] })
  return { send, campaign, prepared, ready, done, taken, proposed, events }
}
