import { graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query ColleagueChoices($page: PageInput, $filter: ColleagueFilter, $sort: ColleagueSort, $order: SortOrder) {
    result: colleagues(page: $page, filter: $filter, sort: $sort, order: $order) { total items { id name } }
  }
`)
