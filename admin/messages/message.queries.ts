import type { ResultOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

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
    result: message(id: $id) { id subject body address state error link createdAt sentAt referent { id firstName lastName } account { id name } }
  }
`)

export type MessageRow = ResultOf<typeof getList>['result']['items'][number]
export type Message = ResultOf<typeof getOne>['result']
