import { columnsOf, many, one } from '../reading/fields.ts'
import { among, ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './proposalLine.lifecycle.ts'

/** Who could fill which places: made at once or by a job, accepted line by line. */
export const proposal: Noun = {
  resource: 'Proposal',
  table: 'Proposal',
  fields: {
    ...columnsOf('id', 'campaignId', 'departmentCode', 'accountId', 'createdAt', 'state', 'progress', 'failure'),
    campaign: one('Campaign', 'campaignId'),
    department: one('Department', 'departmentCode'),
    author: one('Author', 'accountId'),
  },
  filters: { ids, campaignId: is('campaignId') },
  sorts: ['id', 'createdAt'],
  conditions: { regional: (at) => sql`${at}."departmentCode" IS NULL` },
}

export const proposalNeed: Noun = {
  resource: 'ProposalNeed',
  table: 'ProposalNeed',
  fields: {
    ...columnsOf('id', 'proposalId', 'eventId', 'departmentCode', 'startsAt', 'places', 'missing', 'reasons'),
    proposal: one('Proposal', 'proposalId'),
    event: one('Event', 'eventId'),
    lines: many('ProposalLine', 'needId'),
  },
  filters: {
    ids, proposalId: is('proposalId'), eventId: is('eventId'),
    missing: { of: ['missing'], test: ({ at }, given) => sql`(${at}."missing" > 0) = ${given}` },
  },
  sorts: ['id', 'startsAt'],
}

export const proposalLine: Noun = {
  resource: 'ProposalLine',
  table: 'ProposalLine',
  fields: {
    ...columnsOf('id', 'proposalId', 'needId', 'eventId', 'departmentCode', 'referentId', 'answer', 'distanceKm', 'load', 'state', 'outdatedBecause', 'version'),
    proposal: one('Proposal', 'proposalId'),
    event: one('Event', 'eventId'),
    referent: one('Referent', 'referentId'),
    can: can(),
  },
  filters: { ids, proposalId: is('proposalId'), eventId: is('eventId'), states: among('state') },
  sorts: ['id'],
  lifecycle,
}
