import type { ResultOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const campaignsToReview = graphql(`
  query CampaignsToReview { result: campaigns(sort: startsOn, order: desc, page: { number: 0, size: 100 }) { items { id name state } } }
`)
export const review = graphql(`
  query Review($id: ID!) {
    result: campaign(id: $id) {
      id name state target startsOn endsOn
      perimeter { id name official source }
      reviews { id departmentCode target planned published held referentsNeeded referentsConfirmed department { id name } }
      coverages { id departmentCode covered events neighbourhood { id name cities { id name } } }
    }
  }
`)

export type Reviewed = ResultOf<typeof review>['result']
export type DepartmentReview = Reviewed['reviews'][number]
export type Coverage = Reviewed['coverages'][number]
