import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const proposals = graphql(`
  query Proposals($campaignId: ID!) {
    result: proposals(filter: { campaignId: $campaignId }, sort: createdAt, order: desc, page: { number: 0, size: 100 }) {
      items { id state progress failure createdAt departmentCode department { id name } author { id name } }
    }
  }
`)

const lineFields = graphql(`
  fragment LineFields on ProposalLine {
    id state answer distanceKm load outdatedBecause
    referent { id firstName lastName }
    can { accept { ...Against } refuse { ...Against } }
  }
`, [against])

export const proposalNeeds = graphql(`
  query ProposalNeeds($filter: ProposalNeedFilter, $page: PageInput) {
    result: proposalNeeds(filter: $filter, sort: startsAt, page: $page) {
      total
      items {
        id eventId missing reasons { code sentence }
        event { id title startsAt endsAt state referentsNeeded referentsConfirmed venue { id name city { id name } } department { id name } }
        lines { ...LineFields }
      }
    }
  }
`, [lineFields])

export const openLines = graphql(`
  query OpenLines($filter: ProposalLineFilter, $page: PageInput) {
    result: proposalLines(filter: $filter, page: $page) { total items { id can { accept { ...Against } } } }
  }
`, [against])

export const propose = graphql(`mutation CreateProposal($id: ID!, $campaignId: ID!) { result: createProposal(id: $id, campaignId: $campaignId) { id state } }`)
export const acceptLine = graphql(`mutation AcceptProposalLine($id: ID!) { result: acceptProposalLine(id: $id) { id state outdatedBecause } }`)
export const refuseLine = graphql(`mutation RefuseProposalLine($id: ID!) { result: refuseProposalLine(id: $id) { id state } }`)

export type ProposalRow = ResultOf<typeof proposals>['result']['items'][number]
export type Need = ResultOf<typeof proposalNeeds>['result']['items'][number]
export type Line = Need['lines'][number]
