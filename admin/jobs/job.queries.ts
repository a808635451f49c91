import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query Jobs($page: PageInput, $filter: JobFilter, $sort: JobSort, $order: SortOrder) {
    result: jobs(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id task state attempts maxAttempts error createdAt failedAt nextAt message { id subject } can { restart { ...Against } giveUp { ...Against } } }
    }
  }
`, [against])
export const restart = graphql('mutation RestartJob($id: ID!) { result: restartJob(id: $id) }')
export const giveUp = graphql('mutation GiveUpJob($id: ID!) { result: giveUpJob(id: $id) }')

export type Job = ResultOf<typeof getList>['result']['items'][number]
