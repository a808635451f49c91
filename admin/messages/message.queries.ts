import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query Messages($page: PageInput, $filter: MessageFilter, $sort: MessageSort, $order: SortOrder) {
    result: messages(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id subject address state createdAt sentAt referent { id firstName lastName } account { id name } }
    }
  }
`)
export const getOne = graphql(`
  query Message($id: ID!) {
    result: message(id: $id) {
      id version subject body address state error kind templateVersion link createdAt sentAt waitsUntil bouncedAt
      referent { id firstName lastName } account { id name } madeFrom { id version departmentCode } within { id subject state } grouped { id subject createdAt } can { resend { ...Against } }
    }
  }
`, [against])
export const resend = graphql('mutation ResendMessage($id: ID!, $version: Int!) { result: resendMessage(id: $id, version: $version) { id state } }')

export type MessageRow = ResultOf<typeof getList>['result']['items'][number]
export type Message = ResultOf<typeof getOne>['result']
