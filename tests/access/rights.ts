/**
 * The rights as a person would tell them, written apart from the policy: what may be read of a row, for each role.
 * The tests compare what the API answers with this.
 */
import type { Viewer } from '../../server/access/policy.ts'
import type { Rows } from './rows.ts'

type Row = any
const region = (viewer: Viewer) => viewer.role === 'REGIONAL_MANAGER' || viewer.role === 'REGIONAL_READER'
const prefecture = (viewer: Viewer) => viewer.role === 'DEPARTMENT_MANAGER' || viewer.role === 'DEPARTMENT_AGENT'
const agency = (viewer: Viewer) => viewer.role === 'AGENCY_MANAGER' || viewer.role === 'AGENCY_AGENT'
const there = (viewer: Viewer, code: string | null) => code !== null && (viewer.department ?? []).includes(code)
const always = () => true

const regionOr = (rule: (viewer: Viewer, row: Row, rows: Rows) => boolean) => (viewer: Viewer, row: Row, rows: Rows) => region(viewer) || rule(viewer, row, rows)
const ofDepartment = regionOr((viewer, row) => prefecture(viewer) && there(viewer, row.departmentCode))
const departmentsOf = (rows: Rows, referentId: string): string[] => rows.ReferentDepartment.filter((pair) => pair.referentId === referentId).map((pair) => pair.departmentCode)

export const mayRead: Record<string, (viewer: Viewer, row: Row, rows: Rows) => boolean> = {
  Region: always, Department: always, Prefecture: always, City: always, Neighbourhood: always, Perimeter: always,
  Campaign: always, Venue: always, Agency: always,
  CampaignTarget: ofDepartment, DepartmentReview: ofDepartment, NeighbourhoodCoverage: ofDepartment,
  Event: (viewer, event, rows) =>
    region(viewer) ||
    (prefecture(viewer) && there(viewer, event.departmentCode)) ||
    (agency(viewer) && there(viewer, event.departmentCode) && event.state !== 'DRAFT') ||
    (viewer.role === 'PUBLIC' && event.publishedAt !== null) ||
    (viewer.role === 'REFERENT_LINK' && event.publishedAt !== null && rows.Availability.some((one) => one.eventId === event.id && one.referentId === viewer.own)),
  Referent: (viewer, referent, rows) =>
    region(viewer) || (prefecture(viewer) && departmentsOf(rows, referent.id).some((code) => there(viewer, code))) || (viewer.role === 'REFERENT_LINK' && referent.id === viewer.own),
  Availability: (viewer, row) => region(viewer) || (prefecture(viewer) && there(viewer, row.departmentCode)) || (viewer.role === 'REFERENT_LINK' && row.referentId === viewer.own),
  Assignment: (viewer, row) => region(viewer) || (prefecture(viewer) && there(viewer, row.departmentCode)) || (viewer.role === 'REFERENT_LINK' && row.referentId === viewer.own),
  Proposal: regionOr((viewer, row) => prefecture(viewer) && (row.departmentCode === null || there(viewer, row.departmentCode))), ProposalNeed: ofDepartment, ProposalLine: ofDepartment,
  Task: ofDepartment, ChecklistLine: (viewer) => region(viewer) || prefecture(viewer),
  Comment: (viewer, row) => row.removedAt === null && (region(viewer) || (prefecture(viewer) && there(viewer, row.departmentCode))),
  Unavailability: (viewer, row, rows) => mayRead.Referent!(viewer, rows.Referent.find((one) => one.id === row.referentId), rows),
  Message: (viewer, row) => viewer.role === 'REGIONAL_MANAGER' || (prefecture(viewer) && there(viewer, row.departmentCode)) || (viewer.role === 'REFERENT_LINK' && row.referentId === viewer.own),
  MessageTemplate: (viewer, row) => region(viewer) || (prefecture(viewer) && (row.departmentCode === null || there(viewer, row.departmentCode))),
  Job: (viewer) => viewer.role === 'REGIONAL_MANAGER',
  Account: (viewer, account, rows) =>
    viewer.role === 'REGIONAL_MANAGER' ||
    rows.Membership.some((one) => one.accountId === account.id &&
      ((viewer.role === 'DEPARTMENT_MANAGER' && there(viewer, one.departmentCode)) || (viewer.role === 'AGENCY_MANAGER' && viewer.agency !== undefined && one.agencyId === viewer.agency))),
  Membership: (viewer, row) =>
    viewer.role === 'REGIONAL_MANAGER' || (viewer.role === 'DEPARTMENT_MANAGER' && there(viewer, row.departmentCode)) || (viewer.role === 'AGENCY_MANAGER' && viewer.agency !== undefined && row.agencyId === viewer.agency),
  Author: (viewer) => region(viewer) || prefecture(viewer) || viewer.role === 'DATA_PROTECTION_OFFICER',
  Colleague: (viewer, account, rows) => account.disabledAt === null &&
    rows.Membership.some((one) => one.accountId === account.id && one.departmentCode !== null && (region(viewer) || (prefecture(viewer) && there(viewer, one.departmentCode)))),
  AuditEntry: (viewer, row) => region(viewer) || viewer.role === 'DATA_PROTECTION_OFFICER' || (prefecture(viewer) && there(viewer, row.departmentCode)),
  SavedView: (viewer, row) => (region(viewer) || prefecture(viewer) || agency(viewer)) &&
    (row.accountId === viewer.account || (row.shared && (region(viewer) ? row.departmentCode === null : prefecture(viewer) && there(viewer, row.departmentCode)))),
  Import: (viewer, row) => viewer.role === 'REGIONAL_MANAGER' || (prefecture(viewer) && there(viewer, row.departmentCode)),
  ImportLine: (viewer, row, rows) => viewer.role === 'REGIONAL_MANAGER' || (prefecture(viewer) && there(viewer, rows.Import.find((one) => one.id === row.importId)!.departmentCode)),
}

const internal = (viewer: Viewer, event: Row) => region(viewer) || (prefecture(viewer) && there(viewer, event.departmentCode))
const eventContact = (viewer: Viewer, event: Row, rows: Rows) => viewer.role !== 'PUBLIC' && mayRead.Event!(viewer, event, rows)
const referentContact = (viewer: Viewer, referent: Row, rows: Rows) => mayRead.Referent!(viewer, referent, rows)
const agencyContact = (viewer: Viewer, one: Row, rows: Rows) =>
  region(viewer) || (prefecture(viewer) && rows.AgencyDepartment.some((pair) => pair.agencyId === one.id && there(viewer, pair.departmentCode)))

const venueContact = regionOr((viewer, venue) => (prefecture(viewer) || agency(viewer)) && there(viewer, venue.departmentCode))

const of = (fields: string[], rule: (viewer: Viewer, row: Row, rows: Rows) => boolean) => Object.fromEntries(fields.map((field) => [field, rule]))
/** Fields that read as null without a right of their own. */
export const mayReadField: Record<string, Record<string, (viewer: Viewer, row: Row, rows: Rows) => boolean>> = {
  Event: {
    ...of(['notes', 'toInvite', 'noNeighbourhoodReason', 'referentsAsked', 'readiness', 'undone', 'referentsAvailable', 'referentsConfirmed', 'referentsNeeded', 'languagesWanted', 'importKey', 'createdAt', 'updatedAt'], internal),
    ...of(['contactName', 'contactEmail', 'contactPhone'], eventContact),
  },
  Referent: { ...of(['email', 'phone', 'duplicates'], referentContact), notes: (viewer, row, rows) => viewer.role !== 'REFERENT_LINK' && referentContact(viewer, row, rows) },
  Agency: of(['email', 'phone'], agencyContact),
  Venue: of(['contactName', 'contactEmail', 'contactPhone'], venueContact),
  Message: of(['link'], (viewer, row) => viewer.role !== 'REFERENT_LINK' && mayRead.Message!(viewer, row, {} as Rows)),
}

const own = (viewer: Viewer, row: Row) => prefecture(viewer) && there(viewer, row.departmentCode)
const ownManager = (viewer: Viewer, row: Row) => viewer.role === 'DEPARTMENT_MANAGER' && there(viewer, row.departmentCode)
/** Who holds which action on a row, whatever its state. */
export const mayDo: Record<string, Record<string, (viewer: Viewer, row: Row, rows: Rows) => boolean>> = {
  Event: {
    ...of(['update', 'submit', 'hold', 'invite', 'assign', 'message'], own),
    ...of(['requestChanges', 'publish', 'postpone', 'cancel', 'close', 'reopen'], ownManager),
    readInternal: internal, readContact: eventContact,
  },
  Venue: { update: own, readContact: venueContact },
  Agency: { update: (viewer, row, rows) => prefecture(viewer) && agencyContact(viewer, row, rows), readContact: agencyContact },
  Campaign: Object.fromEntries(['update', 'open', 'review', 'close', 'reopen'].map((action) => [action, (viewer) => viewer.role === 'REGIONAL_MANAGER'])),
  Referent: {
    ...of(['update', 'merge', 'tellApart'], (viewer, row, rows) => prefecture(viewer) && mayRead.Referent!(viewer, row, rows)),
    erase: (viewer, row, rows) => (prefecture(viewer) || viewer.role === 'REFERENT_LINK') && mayRead.Referent!(viewer, row, rows),
    readContact: referentContact, readInternal: (viewer, row, rows) => viewer.role !== 'REFERENT_LINK' && referentContact(viewer, row, rows), updateOwn: (viewer, row) => viewer.role === 'REFERENT_LINK' && row.id === viewer.own,
  },
  Unavailability: { remove: (viewer, row, rows) => !region(viewer) && mayRead.Unavailability!(viewer, row, rows) },
  Availability: { record: own, answer: (viewer, row) => viewer.role === 'REFERENT_LINK' && row.referentId === viewer.own },
  Assignment: { ...of(['confirm', 'release', 'recordPresence'], own), reconfirm: (viewer, row) => own(viewer, row) || (viewer.role === 'REFERENT_LINK' && row.referentId === viewer.own) },
  Message: { resend: (viewer, row) => (viewer.role === 'REGIONAL_MANAGER' && row.departmentCode === null) || own(viewer, row) },
  MessageTemplate: { create: (viewer, row) => (viewer.role === 'REGIONAL_MANAGER' && row.departmentCode === null) || ownManager(viewer, row) },
  Job: of(['restart', 'giveUp'], (viewer) => viewer.role === 'REGIONAL_MANAGER'),
  ProposalLine: of(['accept', 'refuse'], own),
  Task: of(['update', 'assign', 'complete', 'reopen', 'remove'], own),
  SavedView: {
    ...of(['update', 'remove'], (viewer, row) => row.accountId === viewer.account),
    share: (viewer, row) => !agency(viewer) && row.accountId === viewer.account,
  },
  Comment: of(['update', 'remove'], (viewer, row) => viewer.account !== undefined && row.authorId === viewer.account),
  Account: { disable: (viewer, row, rows) => mayRead.Account!(viewer, row, rows) },
  Membership: { remove: (viewer, row, rows) => mayRead.Membership!(viewer, row, rows) },
  Import: of(['judge', 'correct', 'apply', 'undo'], (viewer, row, rows) => mayRead.Import!(viewer, row, rows)),
}
