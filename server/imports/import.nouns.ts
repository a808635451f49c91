import { columnsOf, many, one } from '../reading/fields.ts'
import { ids, is } from '../reading/filters.ts'
import { can } from '../reading/lifecycle.ts'
import { exists, type Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const importNoun: Noun = {
  resource: 'Import',
  table: 'Import',
  fields: {
    ...columnsOf('id', 'campaignId', 'fileName', 'weeks', 'departmentCode', 'accountId', 'createdAt', 'appliedAt'),
    campaign: one('Campaign', 'campaignId'),
    author: one('Author', 'accountId'),
    lines: many('ImportLine', 'importId', ['line']),
    can: can(),
  },
  filters: { ids, campaignId: is('campaignId') },
  sorts: ['id', 'createdAt'],
  lifecycle: {
    apply: {
      unless: {
        CAMPAIGN_NOT_OPEN: {
          sentence: 'La campagne n’est pas ouverte.',
          stands: (row) => sql`NOT ${exists(row, 'campaign', ({ at }) => sql`${at}."state" = 'OPEN'`)}`,
        },
      },
    },
  },
}

export const importLine: Noun = {
  resource: 'ImportLine',
  table: 'ImportLine',
  fields: {
    ...columnsOf('id', 'importId', 'line', 'verdict', 'summary', 'findings', 'departmentCode', 'eventId'),
    startsAt: { sql: ({ at }) => sql`(${at}."event"->>'startsAt')::timestamptz` },
    import: one('Import', 'importId'),
    event: one('Event', 'eventId'),
  },
}
