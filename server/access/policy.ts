/** Who may do what, and how far. Read this file to know the rights; change it to change them. */
export const actions = {
  Region: ['read'],
  Department: ['read'],
  Prefecture: ['read'],
  City: ['read'],
  Neighbourhood: ['read', 'importContours'],
  Perimeter: ['read'],
  Campaign: ['read', 'create', 'update', 'open', 'review', 'close', 'reopen'],
  CampaignTarget: ['read', 'update'],
  Venue: ['read', 'readContact', 'create', 'update'],
  Agency: ['read', 'readContact', 'create', 'update'],
  Event: ['read', 'readInternal', 'readContact', 'create', 'import', 'update', 'submit', 'requestChanges', 'publish', 'postpone', 'cancel', 'hold', 'close', 'reopen', 'invite', 'assign', 'message'],
  ChecklistLine: ['read'],
  Task: ['read', 'create', 'update', 'assign', 'complete', 'reopen', 'remove'],
  Comment: ['read', 'create', 'update', 'remove'],
  Referent: ['read', 'readContact', 'readInternal', 'create', 'import', 'update', 'updateOwn', 'merge', 'tellApart', 'erase'],
  Unavailability: ['read', 'create', 'remove'],
  Availability: ['read', 'answer', 'record'],
  Assignment: ['read', 'create', 'confirm', 'reconfirm', 'release', 'recordPresence'],
  Proposal: ['read', 'create'],
  ProposalNeed: ['read'],
  ProposalLine: ['read', 'accept', 'refuse'],
  Message: ['read', 'readLink', 'resend'],
  MessageTemplate: ['read', 'preview', 'create'],
  Job: ['read', 'restart', 'giveUp'],
  Account: ['read', 'disable'],
  Membership: ['read', 'create', 'remove'],
  Author: ['read'],
  Colleague: ['read'],
  SavedView: ['read', 'create', 'update', 'share', 'remove'],
  AuditEntry: ['read'],
  Import: ['read', 'create', 'judge', 'correct', 'apply', 'undo'],
  ImportLine: ['read'],
  DepartmentReview: ['read'],
  NeighbourhoodCoverage: ['read'],
} as const satisfies Record<string, readonly string[]>

export type Resource = keyof typeof actions
export type Action<R extends Resource = Resource> = (typeof actions)[R][number]
export type Reach = 'everywhere' | 'department' | 'agency' | 'own' | 'account'
type Simple = Reach | `${Reach} if ${string}`
/** A reach, or a reach over the rows that meet one of the noun's conditions: “its department, once submitted”; or either of two. */
export type Grant = Simple | `${Simple} or ${Simple}`
type Grants = { [R in Resource]?: { [A in Action<R>]?: Grant } }

const territory: Grants = {
  Region: { read: 'everywhere' },
  Department: { read: 'everywhere' },
  Prefecture: { read: 'everywhere' },
  City: { read: 'everywhere' },
  Neighbourhood: { read: 'everywhere' },
  Perimeter: { read: 'everywhere' },
  Campaign: { read: 'everywhere' },
  Venue: { read: 'everywhere' },
  Agency: { read: 'everywhere' },
}

/** What somebody keeps for himself: nobody else changes it. */
const ownViews = { create: 'account', update: 'account', remove: 'account' } as const

const regionReads: Grants = {
  ...territory,
  CampaignTarget: { read: 'everywhere' },
  Venue: { read: 'everywhere', readContact: 'everywhere' },
  Agency: { read: 'everywhere', readContact: 'everywhere' },
  Event: { read: 'everywhere', readInternal: 'everywhere', readContact: 'everywhere' },
  ChecklistLine: { read: 'everywhere' },
  Task: { read: 'everywhere' },
  Comment: { read: 'everywhere if kept', create: 'everywhere', update: 'account', remove: 'account' },
  Referent: { read: 'everywhere', readContact: 'everywhere', readInternal: 'everywhere' },
  Unavailability: { read: 'everywhere' },
  Availability: { read: 'everywhere' },
  Assignment: { read: 'everywhere' },
  MessageTemplate: { read: 'everywhere', preview: 'everywhere' },
  Proposal: { read: 'everywhere' },
  ProposalNeed: { read: 'everywhere' },
  ProposalLine: { read: 'everywhere' },
  Author: { read: 'everywhere' },
  Colleague: { read: 'everywhere if active' },
  SavedView: { ...ownViews, read: 'account or everywhere if regional', share: 'account' },
  AuditEntry: { read: 'everywhere' },
  DepartmentReview: { read: 'everywhere' },
  NeighbourhoodCoverage: { read: 'everywhere' },
}

const departmentPrepares = {
  ...territory,
  CampaignTarget: { read: 'department' },
  Venue: { read: 'everywhere', readContact: 'department', create: 'department', update: 'department' },
  Agency: { read: 'everywhere', readContact: 'department', create: 'department', update: 'department' },
  Event: { read: 'department', readInternal: 'department', readContact: 'department', create: 'department', import: 'department', update: 'department', submit: 'department', hold: 'department', invite: 'department', assign: 'department', message: 'department' },
  ChecklistLine: { read: 'everywhere' },
  Task: { read: 'department', create: 'department', update: 'department', assign: 'department', complete: 'department', reopen: 'department', remove: 'department' },
  Comment: { read: 'department if kept', create: 'department', update: 'account', remove: 'account' },
  Referent: { read: 'department', readContact: 'department', readInternal: 'department', create: 'department', import: 'department', update: 'department', merge: 'department', tellApart: 'department', erase: 'department' },
  Unavailability: { read: 'department', create: 'department', remove: 'department' },
  Availability: { read: 'department', record: 'department' },
  Assignment: { read: 'department', create: 'department', confirm: 'department', reconfirm: 'department', release: 'department', recordPresence: 'department' },
  // What the region proposes for all, each department reads of its own events, and accepts.
  Proposal: { read: 'department or everywhere if regional', create: 'department' },
  ProposalNeed: { read: 'department' },
  ProposalLine: { read: 'department', accept: 'department', refuse: 'department' },
  Message: { read: 'department', readLink: 'department', resend: 'department' },
  MessageTemplate: { read: 'department or everywhere if regional', preview: 'department or everywhere if regional' },
  Author: { read: 'everywhere' },
  Colleague: { read: 'department if active' },
  SavedView: { ...ownViews, read: 'account or department if shared', share: 'account' },
  AuditEntry: { read: 'department' },
  Import: { read: 'department', create: 'department', judge: 'department', correct: 'department', apply: 'department', undo: 'department' },
  ImportLine: { read: 'department' },
  DepartmentReview: { read: 'department' },
  NeighbourhoodCoverage: { read: 'department' },
} as const satisfies Grants

const agencyReads: Grants = {
  ...territory,
  Venue: { read: 'everywhere', readContact: 'department' },
  Event: { read: 'department if submitted', readContact: 'department if submitted' },
  SavedView: { ...ownViews, read: 'account' },
}

export const policy = {
  REGIONAL_MANAGER: {
    ...regionReads,
    Neighbourhood: { read: 'everywhere', importContours: 'everywhere' },
    Campaign: { read: 'everywhere', create: 'everywhere', update: 'everywhere', open: 'everywhere', review: 'everywhere', close: 'everywhere', reopen: 'everywhere' },
    CampaignTarget: { read: 'everywhere', update: 'everywhere' },
    Event: { ...regionReads.Event, import: 'everywhere' },
    Referent: { ...regionReads.Referent, import: 'everywhere' },
    Proposal: { read: 'everywhere', create: 'everywhere' },
    Message: { read: 'everywhere', readLink: 'everywhere', resend: 'everywhere if regional' },
    MessageTemplate: { ...regionReads.MessageTemplate, create: 'everywhere if regional' },
    Job: { read: 'everywhere', restart: 'everywhere', giveUp: 'everywhere' },
    Account: { read: 'everywhere', disable: 'everywhere' },
    Membership: { read: 'everywhere', create: 'everywhere', remove: 'everywhere' },
    Import: { read: 'everywhere', create: 'everywhere', judge: 'everywhere', correct: 'everywhere', apply: 'everywhere', undo: 'everywhere' },
    ImportLine: { read: 'everywhere' },
  },
  REGIONAL_READER: regionReads,
  DEPARTMENT_MANAGER: {
    ...departmentPrepares,
    Event: { ...departmentPrepares.Event, requestChanges: 'department', publish: 'department', postpone: 'department', cancel: 'department', close: 'department', reopen: 'department' },
    MessageTemplate: { ...departmentPrepares.MessageTemplate, create: 'department' },
    Account: { read: 'department', disable: 'department' },
    Membership: { read: 'department', create: 'department', remove: 'department' },
  },
  DEPARTMENT_AGENT: departmentPrepares,
  AGENCY_MANAGER: {
    ...agencyReads,
    Account: { read: 'agency', disable: 'agency' },
    Membership: { read: 'agency', create: 'agency', remove: 'agency' },
  },
  AGENCY_AGENT: agencyReads,
  DATA_PROTECTION_OFFICER: {
    ...territory,
    Author: { read: 'everywhere' },
    AuditEntry: { read: 'everywhere' },
  },
  /** Reached by the link of a mail, through the pages of `site/` only. */
  REFERENT_LINK: {
    ...territory,
    Event: { read: 'own if announced', readContact: 'own if announced' },
    Referent: { read: 'own', readContact: 'own', updateOwn: 'own', erase: 'own' },
    Unavailability: { read: 'own', create: 'own', remove: 'own' },
    Availability: { read: 'own', answer: 'own' },
    Assignment: { read: 'own', reconfirm: 'own' },
    Message: { read: 'own' },
  },
  PUBLIC: {
    ...territory,
    Event: { read: 'everywhere if announced' },
  },
} as const satisfies Record<string, Grants>

export type Role = keyof typeof policy

/** Where a row sits: the path, through relations, to the field that must equal the viewer's. */
export const anchors: { [R in Resource]?: { [K in Reach]?: string } } = {
  CampaignTarget: { department: 'departmentCode' },
  Venue: { department: 'departmentCode' },
  Agency: { department: 'departments.id' },
  Event: { department: 'departmentCode', agency: 'leadAgencyId', own: 'availabilities.referentId' },
  Task: { department: 'departmentCode' },
  Comment: { department: 'departmentCode', account: 'authorId' },
  Referent: { department: 'departments.id', own: 'id' },
  Unavailability: { department: 'referent.departments.id', own: 'referentId' },
  Availability: { department: 'departmentCode', own: 'referentId' },
  Assignment: { department: 'departmentCode', own: 'referentId' },
  Proposal: { department: 'departmentCode' },
  ProposalNeed: { department: 'departmentCode' },
  ProposalLine: { department: 'departmentCode' },
  Message: { department: 'departmentCode', own: 'referentId' },
  MessageTemplate: { department: 'departmentCode' },
  Account: { department: 'memberships.departmentCode', agency: 'memberships.agencyId' },
  Membership: { department: 'departmentCode', agency: 'agencyId' },
  Colleague: { department: 'departments.id' },
  SavedView: { department: 'departmentCode', account: 'accountId' },
  AuditEntry: { department: 'departmentCode' },
  Import: { department: 'departmentCode' },
  ImportLine: { department: 'import.departmentCode' },
  DepartmentReview: { department: 'departmentCode' },
  NeighbourhoodCoverage: { department: 'departmentCode' },
}

/**
 * Whoever asks, in one membership at a time. `department`: the membership's, or all those of its agency;
 * `own`: the referent a link speaks of; `account`: the person, in whichever membership.
 */
export type Viewer = {
  role: Role
  account?: string
  membership?: string
  department?: readonly string[]
  agency?: string
  own?: string
}

export function grantOf(viewer: Viewer, resource: Resource, action: string): Grant | undefined {
  const grants: Grants = policy[viewer.role]
  const held = grants[resource] as Record<string, Grant> | undefined
  return held && Object.hasOwn(held, action) ? held[action] : undefined
}

const width: Record<Reach, number> = { account: 1, own: 1, agency: 2, department: 3, everywhere: 4 }

/** A grant's alternatives, each in its two parts: how far, and under which condition of the noun. */
export const parts = (grant: Grant) => grant.split(' or ').map((one) => one.split(' if ') as [Reach, string?])

/** Whether whatever the second grant reaches, the first reaches too. */
export function covers(one: Grant | undefined, other: Grant | undefined): boolean {
  if (!other) return true
  if (!one) return false
  return parts(other).every(([otherReach, otherCondition]) =>
    parts(one).some(([reach, condition]) => width[reach] >= width[otherReach] && (!condition || condition === otherCondition)))
}

/** The rights of a role, as `Event.publish`. */
export const grantsOf = ({ role }: Viewer) =>
  Object.entries(policy[role] as Grants).flatMap(([resource, held]) => Object.keys(held ?? {}).map((action) => `${resource}.${action}`))

