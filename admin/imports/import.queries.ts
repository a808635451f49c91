import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query Imports($page: PageInput, $filter: ImportFilter, $sort: ImportSort, $order: SortOrder) {
    result: imports(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id fileName weeks createdAt appliedAt campaign { id name } author { id name } }
    }
  }
`)

const importFields = graphql(`
  fragment ImportFields on Import {
    id fileName weeks createdAt appliedAt campaignId
    campaign { id name }
    author { id name }
    can { apply { ...Against } }
    lines { id line verdict summary startsAt departmentCode eventId event { id title } findings { code column sentence } }
  }
`, [against])

export const getOne = graphql(`query Import($id: ID!) { result: import(id: $id) { ...ImportFields } }`, [importFields])
export const prepare = graphql(`
  mutation PrepareImport($id: ID!, $fileId: ID!, $campaignId: ID!, $weeks: Int!) {
    result: prepareImport(id: $id, fileId: $fileId, campaignId: $campaignId, weeks: $weeks) { id }
  }
`)
export const apply = graphql(`mutation ApplyImport($id: ID!, $lines: [Int!]!) { result: applyImport(id: $id, lines: $lines) { id } }`)
export const openCampaigns = graphql(`
  query OpenCampaigns { result: campaigns(filter: { states: [OPEN] }, sort: startsOn, order: desc, page: { number: 0, size: 100 }) { items { id name startsOn endsOn } } }
`)

export type ImportRow = ResultOf<typeof getList>['result']['items'][number]
export type Import = ResultOf<typeof getOne>['result']
export type Line = Import['lines'][number]
