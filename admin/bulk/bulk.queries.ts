import type { ResultOf, VariablesOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const planned = graphql(`
  query BulkPlan($page: PageInput, $filter: EventFilter, $sort: EventSort, $order: SortOrder) {
    result: events(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items {
        id version title startsAt state leadAgencyId referentsAsked referentsConfirmed
        can { publish { ...Against } update { ...Against } cancel { ...Against } message { ...Against } }
      }
    }
  }
`, [against])
export const agenciesFound = graphql(`
  query BulkAgencies($filter: AgencyFilter) { result: agencies(filter: $filter, page: { number: 0, size: 50 }, sort: name) { items { id name } } }
`)
export const changeLeadAgency = graphql(`
  mutation ChangeLeadAgency($id: ID!, $version: Int!, $leadAgencyId: ID) { result: changeLeadAgency(id: $id, version: $version, leadAgencyId: $leadAgencyId) { id leadAgencyId } }
`)
export const messageReferents = graphql(`
  mutation MessageReferents($eventId: ID!, $id: ID!, $subject: String!, $body: String!, $to: Recipients!) {
    result: messageReferents(eventId: $eventId, id: $id, subject: $subject, body: $body, to: $to) { id }
  }
`)

export type Planned = ResultOf<typeof planned>['result']['items'][number]
export type Recipients = VariablesOf<typeof messageReferents>['to']
