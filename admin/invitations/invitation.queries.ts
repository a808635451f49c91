import type { ResultOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const inviteReferents = graphql(`
  mutation InviteReferents($eventIds: [ID!]!, $referentIds: [ID!]!) {
    result: inviteReferents(eventIds: $eventIds, referentIds: $referentIds) { total }
  }
`)
export const askable = graphql(`
  query AskableReferents($filter: ReferentFilter, $page: PageInput) {
    result: referents(filter: $filter, page: $page, sort: lastName) {
      total
      items { id firstName lastName languages maxDistanceKm city { id name } }
    }
  }
`)
export const assign = graphql(`
  mutation AssignReferent($id: ID!, $eventId: ID!, $referentId: ID!) { result: assignReferent(id: $id, eventId: $eventId, referentId: $referentId) { id state } }
`)
export const confirmAssignment = graphql(`mutation ConfirmAssignment($id: ID!) { result: confirmAssignment(id: $id) { id state } }`)
export const reconfirmAssignment = graphql(`mutation ReconfirmAssignment($id: ID!) { result: reconfirmAssignment(id: $id) { id } }`)
export const releaseAssignment = graphql(`mutation ReleaseAssignment($id: ID!, $reason: String!) { result: releaseAssignment(id: $id, reason: $reason) { id state } }`)
export const recordPresence = graphql(`mutation RecordReferentPresence($id: ID!) { result: recordReferentPresence(id: $id) { id state } }`)
export const recordAnswer = graphql(`mutation RecordAnswer($id: ID!, $answer: Answer!) { result: recordAnswer(id: $id, answer: $answer) { id answer } }`)

export type Askable = ResultOf<typeof askable>['result']['items'][number]
