import { columnsOf, one } from '../reading/fields.ts'
import { can } from '../reading/lifecycle.ts'
import type { Noun } from '../reading/noun.ts'

export const unavailability: Noun = {
  resource: 'Unavailability',
  table: 'Unavailability',
  fields: {
    ...columnsOf('id', 'referentId', 'startsOn', 'endsOn', 'createdAt'),
    referent: one('Referent', 'referentId'),
    can: can(['remove']),
  },
}
