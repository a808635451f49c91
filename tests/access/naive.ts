import type { Viewer } from '../../server/access/policy.ts'
import type { Selection } from '../../server/reading/selection.ts'
import { countdown, urgencyOf } from './countdown.ts'
import { reconfirmation } from './reconfirmation.ts'
import { guards, madeBy, mayBeSolicited, touched, touchedReferent } from './guards.ts'
import { mayDo, mayRead, mayReadField } from './rights.ts'
import type { Rows } from './rows.ts'

type Link = { to: keyof Rows; many: boolean; link: (ours: any, theirs: any) => boolean; by?: string[] }
const NO_RIGHT = { code: 'NO_RIGHT', sentence: 'Votre habilitation ne le permet pas.' }

/** The same answers, the slow way: every table whole in memory, the rights of `rights.ts`, and loops. */
export function naive(rows: Rows, now: Date) {
  const to = (resource: keyof Rows, key: string): Link => ({ to: resource, many: false, link: (ours, theirs) => ours[key] === theirs.id })
  const of = (resource: keyof Rows, key: string, by: string[] = []): Link => ({ to: resource, many: true, link: (ours, theirs) => theirs[key] === ours.id, by })
  const pair = (resource: keyof Rows, pairs: keyof Rows, ours: string, theirs: string, by: string[] = []): Link => ({
    to: resource, many: true, by, link: (here, there) => (rows[pairs] as any[]).some((one) => one[ours] === here.id && one[theirs] === there.id),
  })
  const history = (resource: string): Link => ({ to: 'AuditEntry', many: true, by: ['at'], link: (ours, theirs) => theirs.resource === resource && theirs.recordId === ours.id })
  const links: Record<string, Record<string, Link>> = {
    Department: { region: to('Region', 'regionId'), prefecture: to('Prefecture', 'id') },
    Prefecture: { seatCity: to('City', 'seatCityId') },
    City: { department: to('Department', 'departmentCode'), mergedInto: to('City', 'mergedIntoId'), neighbourhoods: pair('Neighbourhood', 'NeighbourhoodCity', 'cityId', 'neighbourhoodId', ['name']) },
    Neighbourhood: {
      department: to('Department', 'departmentCode'), cities: pair('City', 'NeighbourhoodCity', 'neighbourhoodId', 'cityId', ['name']),
      perimeters: pair('Perimeter', 'PerimeterNeighbourhood', 'neighbourhoodId', 'perimeterId'), events: pair('Event', 'EventNeighbourhood', 'neighbourhoodId', 'eventId', ['startsAt']),
    },
    Perimeter: {
      cities: pair('City', 'PerimeterCity', 'perimeterId', 'cityId', ['departmentCode', 'name']),
      neighbourhoods: pair('Neighbourhood', 'PerimeterNeighbourhood', 'perimeterId', 'neighbourhoodId', ['departmentCode', 'name']), campaigns: of('Campaign', 'perimeterId', ['startsOn']),
    },
    Campaign: {
      perimeter: to('Perimeter', 'perimeterId'), rerunOf: to('Campaign', 'rerunOfId'), targets: of('CampaignTarget', 'campaignId', ['departmentCode']), checklist: of('ChecklistLine', 'campaignId', ['daysBefore']),
      reviews: of('DepartmentReview', 'campaignId', ['departmentCode']), coverages: of('NeighbourhoodCoverage', 'campaignId', ['departmentCode', 'neighbourhoodId']), history: history('Campaign'),
    },
    CampaignTarget: { department: to('Department', 'departmentCode') },
    DepartmentReview: { department: to('Department', 'departmentCode') },
    NeighbourhoodCoverage: { neighbourhood: to('Neighbourhood', 'neighbourhoodId') },
    Venue: { city: to('City', 'cityId'), department: to('Department', 'departmentCode'), neighbourhood: to('Neighbourhood', 'neighbourhoodId'), events: of('Event', 'venueId', ['startsAt']), history: history('Venue') },
    Agency: { departments: pair('Department', 'AgencyDepartment', 'agencyId', 'departmentCode'), history: history('Agency') },
    Event: {
      campaign: to('Campaign', 'campaignId'), department: to('Department', 'departmentCode'), venue: to('Venue', 'venueId'), leadAgency: to('Agency', 'leadAgencyId'), rerunOf: to('Event', 'rerunOfId'),
      neighbourhood: { to: 'Neighbourhood', many: false, link: (ours, theirs) => rows.Venue.find((one) => one.id === ours.venueId)?.neighbourhoodId === theirs.id },
      neighbourhoods: pair('Neighbourhood', 'EventNeighbourhood', 'eventId', 'neighbourhoodId', ['name']),
      availabilities: of('Availability', 'eventId', ['askedAt']), assignments: of('Assignment', 'eventId', ['createdAt']), tasks: of('Task', 'eventId', ['dueOn']), comments: of('Comment', 'eventId', ['createdAt']),
      history: {
        to: 'AuditEntry', many: true, by: ['at'],
        link: (event, entry) => entry.resource === 'Event' ? entry.recordId === event.id
          : ['Assignment', 'Availability', 'Comment', 'Task'].includes(entry.resource) && (rows[entry.resource as 'Comment'] as any[]).some(({ id, eventId }) => id === entry.recordId && eventId === event.id),
      },
      toInvite: {
        to: 'Referent', many: true, by: ['lastName', 'firstName'],
        link: (ours, theirs) => mayBeSolicited(theirs) && rows.EventToInvite.some((one) => one.eventId === ours.id && one.referentId === theirs.id) && !rows.Availability.some((one) => one.eventId === ours.id && one.referentId === theirs.id),
      },
    },
    Comment: { author: to('Author', 'authorId'), mentions: pair('Author', 'CommentMention', 'commentId', 'accountId', ['name']) },
    Referent: {
      city: to('City', 'cityId'), departments: pair('Department', 'ReferentDepartment', 'referentId', 'departmentCode'), availabilities: of('Availability', 'referentId', ['askedAt']),
      assignments: of('Assignment', 'referentId', ['startsAt']), unavailabilities: of('Unavailability', 'referentId', ['startsOn']), messages: of('Message', 'referentId', ['createdAt']),
      history: { to: 'AuditEntry', many: true, by: ['at'], link: (ours, theirs) => theirs.resource === 'Referent' && [ours.id, ...ours.mergedIds].includes(theirs.recordId) },
      duplicates: {
        to: 'Referent', many: true, by: ['lastName', 'firstName'],
        link: (ours, theirs) => ours.id !== theirs.id && ours.phone !== null && ours.phone === theirs.phone && fold(`${ours.firstName} ${ours.lastName}`) === fold(`${theirs.firstName} ${theirs.lastName}`) &&
          !rows.ReferentDistinct.some((pair) => [pair.oneId, pair.otherId].includes(ours.id) && [pair.oneId, pair.otherId].includes(theirs.id)),
      },
    },
    Unavailability: { referent: to('Referent', 'referentId') },
    Availability: {
      event: to('Event', 'eventId'), referent: to('Referent', 'referentId'),
      assignment: { to: 'Assignment', many: false, link: (ours, theirs) => theirs.eventId === ours.eventId && theirs.referentId === ours.referentId },
    },
    Assignment: { event: to('Event', 'eventId'), referent: to('Referent', 'referentId'), history: history('Assignment') },
    Proposal: { campaign: to('Campaign', 'campaignId'), department: to('Department', 'departmentCode'), author: to('Author', 'accountId') },
    ProposalNeed: { proposal: to('Proposal', 'proposalId'), event: to('Event', 'eventId'), lines: of('ProposalLine', 'needId') },
    ProposalLine: { proposal: to('Proposal', 'proposalId'), event: to('Event', 'eventId'), referent: to('Referent', 'referentId') },
    Task: { event: to('Event', 'eventId'), assignee: to('Author', 'assigneeId'), doneBy: to('Author', 'doneById'), history: history('Task') },
    Message: { referent: to('Referent', 'referentId'), account: to('Author', 'accountId'), madeFrom: to('MessageTemplate', 'templateId'), within: to('Message', 'withinId'), grouped: of('Message', 'withinId', ['createdAt']) },
    MessageTemplate: { author: to('Author', 'authorId') },
    Job: { message: to('Message', 'messageId') },
    Colleague: { departments: pair('Department', 'Membership', 'accountId', 'departmentCode') },
    Account: { memberships: of('Membership', 'accountId', ['role']) },
    Membership: { account: to('Account', 'accountId'), department: to('Department', 'departmentCode'), agency: to('Agency', 'agencyId') },
    SavedView: { author: to('Author', 'accountId') },
    AuditEntry: { event: { to: 'Event', many: false, link: (ours, theirs) => ours.resource === 'Event' && ours.recordId === theirs.id }, author: to('Author', 'accountId'), referent: to('Referent', 'referentId') },
    Import: { campaign: to('Campaign', 'campaignId'), author: to('Author', 'accountId'), lines: of('ImportLine', 'importId', ['line']), touched: { to: 'Event', many: true, by: ['startsAt'], link: (ours, theirs) => madeBy(ours, theirs, rows) && touched(theirs, rows) },
      touchedReferents: { to: 'Referent', many: true, by: ['lastName'], link: (ours, theirs) => madeBy(ours, theirs, rows) && touchedReferent(theirs, rows) } },
    ImportLine: { import: to('Import', 'importId'), event: to('Event', 'eventId'), referent: to('Referent', 'referentId') },
  }
  const reads = (viewer: Viewer, resource: string, row: any) => mayRead[resource]!(viewer, row, rows)

  function can(viewer: Viewer, resource: string, row: any, asked: Selection) {
    return Object.fromEntries(Object.entries(asked).map(([action, below]) => {
      const held = mayDo[resource]![action]!(viewer, row, rows)
      const reasons = held ? guards(viewer, resource, action, row, rows, now) : [NO_RIGHT]
      return [action, reasons.map((reason) => Object.fromEntries(Object.keys(below).map((key) => [key, reason[key as 'code']])))]
    }))
  }

  function field(viewer: Viewer, resource: string, row: any, name: string, asked: Selection): unknown {
    const rule = mayReadField[resource]?.[name]
    if (rule && !rule(viewer, row, rows)) return null
    if (name === 'can') return can(viewer, resource, row, asked)
    if (name === 'readiness') return countdown(row, rows, now).readiness
    if (name === 'undone') return countdown(row, rows, now).undone.map((one) => pick(one, asked))
    if (name === 'urgency' && resource === 'Task') return urgencyOf(row, rows, now)
    if (name === 'silent') return reconfirmation(row, rows, now).silent
    if (name === 'load' && resource === 'Referent') return rows.Assignment.filter((one) => one.referentId === row.id && reads(viewer, 'Assignment', one) && ['OFFERED', 'CONFIRMED', 'TO_RECONFIRM', 'PRESENT'].includes(one.state) &&
      rows.Campaign.find(({ id }) => id === rows.Event.find((event) => event.id === one.eventId)!.campaignId)!.state === 'OPEN').length
    if (name === 'changedAt') return plain(rows.AuditEntry.filter((one) => one.resource === 'Referent' && one.recordId === row.id).map((one) => one.at as Date).sort((a, b) => b.getTime() - a.getTime())[0])
    if (name === 'lastAskedAt') return plain(rows.Availability.filter((one) => one.referentId === row.id && reads(viewer, 'Availability', one)).map((one) => one.askedAt as Date).sort((a, b) => b.getTime() - a.getTime())[0])
    if (name === 'taken') {
      const event = rows.Event.find((one) => one.id === row.eventId)!
      return rows.Assignment.some((one) => one.referentId === row.referentId && one.eventId !== row.eventId && one.state === 'CONFIRMED' && one.startsAt < event.endsAt && one.endsAt > event.startsAt)
    }
    const found = links[resource]?.[name]
    if (!found) return Object.keys(asked).length > 0 && Array.isArray(row[name]) ? row[name].map((one: any) => pick(one, asked)) : plain(row[name])
    const there = (rows[found.to] as any[]).filter((other) => found.link(row, other) && reads(viewer, found.to, other)).sort(order([...(found.by ?? []), 'id'])).map((other) => tree(viewer, found.to, other, asked))
    return found.many ? there : (there[0] ?? null)
  }

  const tree = (viewer: Viewer, resource: string, row: any, asked: Selection): any => Object.fromEntries(Object.entries(asked).map(([name, below]) => [name, field(viewer, resource, row, name, below)]))

  /** A page of a list as the API should answer it. */
  function list(viewer: Viewer, resource: keyof Rows, asked: Selection, keep: (row: any) => boolean = () => true, by = 'id', desc = false, page = { number: 0, size: 100 }) {
    // What is computed is sorted by what this viewer reads of it.
    const sorted = (row: any) => (['load', 'lastAskedAt'].includes(by) ? { ...row, [by]: field(viewer, resource, row, by, {}) } : row)
    const found = (rows[resource] as any[]).filter((row) => reads(viewer, resource, row) && !row.erasedAt && keep(row)).map(sorted).sort(order([by, 'id'], names))
    if (desc) found.reverse()
    return { items: found.slice(page.number * page.size, (page.number + 1) * page.size).map((row) => tree(viewer, resource, row, asked)), total: found.length, more: false }
  }

  return { list, tree, reads }
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null))
const pick = (one: any, asked: Selection) => Object.fromEntries(Object.keys(asked).map((key) => [key, one[key] ?? null]))

/** Order as PostgreSQL's, in the C collation the tests run in; enums in the order they are declared in. */
const order = (keys: string[], folded: string[] = []) => (a: any, b: any) => {
  for (const key of keys) {
    const [one, other] = folded.includes(key) ? [fold(a[key]), fold(b[key])] : [rank(a[key]), rank(b[key])]
    if (one < other) return -1
    if (one > other) return 1
  }
  return 0
}
/** Names sort as in a dictionary. */
const names = ['name', 'title', 'lastName', 'firstName']
const fold = (name: string) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
const declared = ['REGIONAL_MANAGER', 'REGIONAL_READER', 'DEPARTMENT_MANAGER', 'DEPARTMENT_AGENT', 'AGENCY_MANAGER', 'AGENCY_AGENT', 'DATA_PROTECTION_OFFICER']
const rank = (value: any) => (value instanceof Date ? value.getTime() : declared.includes(value) ? declared.indexOf(value) : value ?? '')
