import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

/** A comment as its list shows it. */
export const commentFields = graphql(`
  fragment CommentFields on Comment {
    id version text createdAt editedAt
    author { id name }
    mentions { id name }
    can { update { ...Against } remove { ...Against } }
  }
`, [against])

export const create = graphql(`
  mutation CreateComment($id: ID!, $eventId: ID!, $input: CommentInput!) { result: createComment(id: $id, eventId: $eventId, input: $input) { id } }
`)
export const update = graphql(`
  mutation UpdateComment($id: ID!, $version: Int!, $input: CommentInput!) { result: updateComment(id: $id, version: $version, input: $input) { id } }
`)
export const remove = graphql(`mutation RemoveComment($id: ID!) { result: removeComment(id: $id) { id } }`)

/** Who may be named: the team of the event’s department, by name. */
export const colleagues = graphql(`
  query Colleagues($q: String!, $departmentCodes: [ID!]!) {
    result: colleagues(filter: { q: $q, departmentCodes: $departmentCodes }, page: { number: 0, size: 6 }) { items { id name } }
  }
`)

export type Comment = ResultOf<typeof commentFields>
export type Colleague = ResultOf<typeof colleagues>['result']['items'][number]
