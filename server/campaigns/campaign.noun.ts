import { columnsOf, linked, many, one } from '../reading/fields.ts'
import { among, holds, ids } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import { lifecycle } from './campaign.lifecycle.ts'

export const campaign: Noun = {
  resource: 'Campaign',
  table: 'Campaign',
  fields: {
    ...columnsOf('id', 'name', 'startsOn', 'endsOn', 'state', 'target', 'perimeterId', 'rerunOfId', 'closedAt', 'version',
      'venueDays', 'submissionDays', 'publicationDays', 'referentsDays', 'reconfirmFirstDays', 'reconfirmLastDays', 'reminderDays', 'defaultCapacity', 'defaultReferentsNeeded'),
    perimeter: one('Perimeter', 'perimeterId'),
    rerunOf: one('Campaign', 'rerunOfId'),
    targets: many('CampaignTarget', 'campaignId', ['departmentCode']),
    checklist: many('ChecklistLine', 'campaignId', ['daysBefore']),
    reviews: many('DepartmentReview', 'campaignId', ['departmentCode']),
    coverages: many('NeighbourhoodCoverage', 'campaignId', ['departmentCode', 'neighbourhoodId']),
    history: linked('AuditEntry', (here, there) => sql`${there}."resource" = 'Campaign' AND ${there}."recordId" = ${here}."id"::text`, ['at']),
    can: can(),
  },
  filters: { ids, states: among('state'), q: holds('name') },
  sorts: ['id', 'name', 'startsOn'],
  names: ['name'],
  lifecycle,
  writes: ['name', 'startsOn', 'endsOn', 'target', 'perimeterId', 'venueDays', 'submissionDays', 'publicationDays', 'referentsDays', 'reconfirmFirstDays', 'reconfirmLastDays', 'reminderDays', 'defaultCapacity', 'defaultReferentsNeeded'],
}

export const campaignTarget: Noun = {
  resource: 'CampaignTarget',
  table: 'CampaignTarget',
  fields: { ...columnsOf('id', 'campaignId', 'departmentCode', 'target', 'version'), department: one('Department', 'departmentCode') },
  writes: ['target'],
}

export const checklistLine: Noun = { resource: 'ChecklistLine', table: 'ChecklistLine', fields: columnsOf('id', 'campaignId', 'title', 'daysBefore') }
