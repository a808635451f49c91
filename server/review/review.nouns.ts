import { columnsOf, one } from '../reading/fields.ts'
import type { Noun } from '../reading/noun.ts'

/** Reports are nouns over SQL views, so that scope, selection and bounds come from the reader. */
export const departmentReview: Noun = {
  resource: 'DepartmentReview',
  table: 'DepartmentReview',
  fields: {
    ...columnsOf('id', 'campaignId', 'departmentCode', 'target', 'planned', 'published', 'held', 'referentsNeeded', 'referentsConfirmed'),
    department: one('Department', 'departmentCode'),
  },
}

export const neighbourhoodCoverage: Noun = {
  resource: 'NeighbourhoodCoverage',
  table: 'NeighbourhoodCoverage',
  fields: {
    ...columnsOf('id', 'campaignId', 'neighbourhoodId', 'departmentCode', 'events', 'covered'),
    neighbourhood: one('Neighbourhood', 'neighbourhoodId'),
  },
}
