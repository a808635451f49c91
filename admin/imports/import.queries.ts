import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query Imports($page: PageInput, $filter: ImportFilter, $sort: ImportSort, $order: SortOrder) {
    result: imports(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id kind fileName weeks createdAt appliedAt undoneAt created updated campaign { id name } author { id name } }
    }
  }
`)

export const getOne = graphql(`
  query Import($id: ID!) {
    result: import(id: $id) {
      id kind fileName weeks createdAt appliedAt undoneAt campaignId firstAt headers remembered created updated
      campaign { id name startsOn endsOn }
      fields { column needed }
      columns { column at }
      remarks { code sentence }
      counts { verdict count }
      takeable { line proposed }
      touched { id title }
      touchedReferents { id firstName lastName }
      can { judge { ...Against } correct { ...Against } apply { ...Against } undo { ...Against } }
    }
  }
`, [against])

export const importLines = graphql(`
  query ImportLines($filter: ImportLineFilter, $page: PageInput) {
    result: importLines(filter: $filter, page: $page) {
      total
      items { id line verdict outcome summary startsAt eventId cells event { id title } referent { id firstName lastName } corrections { at text } findings { code column sentence } }
    }
  }
`)

export const importRemarks = graphql(`query ImportRemarks($id: ID!, $weeks: Int!) { result: importRemarks(id: $id, weeks: $weeks) { code sentence } }`)
export const rejectedLines = graphql(`query RejectedLines($id: ID!) { result: rejectedLines(id: $id) }`)
export const prepare = graphql(`
  mutation PrepareImport($id: ID!, $fileId: ID!, $kind: ImportKind!, $campaignId: ID, $weeks: Int!) {
    result: prepareImport(id: $id, fileId: $fileId, kind: $kind, campaignId: $campaignId, weeks: $weeks) { id }
  }
`)
export const judge = graphql(`
  mutation JudgeImport($id: ID!, $weeks: Int!, $columns: [ImportMappingInput!]!) { result: judgeImport(id: $id, weeks: $weeks, columns: $columns) { id } }
`)
export const correct = graphql(`
  mutation CorrectImportLine($id: ID!, $line: Int!, $cells: [ImportCorrectionInput!]!) { result: correctImportLine(id: $id, line: $line, cells: $cells) { id takeable { line } } }
`)
export const apply = graphql(`mutation ApplyImport($id: ID!, $lines: [Int!]!) { result: applyImport(id: $id, lines: $lines) { id created updated } }`)
export const undo = graphql(`mutation UndoImport($id: ID!) { result: undoImport(id: $id) { id } }`)
export const openCampaigns = graphql(`
  query OpenCampaigns { result: campaigns(filter: { states: [OPEN] }, sort: startsOn, order: desc, page: { number: 0, size: 100 }) { items { id name startsOn endsOn } } }
`)

export type ImportRow = ResultOf<typeof getList>['result']['items'][number]
export type Import = ResultOf<typeof getOne>['result']
export type Line = ResultOf<typeof importLines>['result']['items'][number]
export type Mapping = Import['columns'][number]
