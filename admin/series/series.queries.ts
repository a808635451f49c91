import type { ResultOf, VariablesOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const sourceOf = graphql(`
  query CopiedEvent($id: ID!) { result: event(id: $id) { id availabilities { id referent { id firstName lastName active } } } }
`)
export const openCampaigns = graphql(`
  query OpenCampaigns { result: campaigns(filter: { states: [OPEN] }, page: { number: 0, size: 50 }, sort: startsOn, order: desc) { items { id name } } }
`)
export const seriesPreview = graphql(`
  query SeriesPreview($id: ID!, $rule: SeriesRule!, $copy: CopyInput!) {
    result: seriesPreview(id: $id, rule: $rule, copy: $copy) {
      schoolHolidaysKnownUntil
      dates { on startsAt endsAt publicHoliday schoolHoliday avoided outsideCampaign past skipped clashes { id title startsAt endsAt } }
    }
  }
`)
export const copyEvent = graphql(`
  mutation CopyEvent($id: ID!, $newId: ID!, $on: Day!, $copy: CopyInput!) { result: copyEvent(id: $id, newId: $newId, on: $on, copy: $copy) { id title startsAt } }
`)
export const createSeries = graphql(`
  mutation CreateSeries($id: ID!, $series: SeriesInput!) { result: createSeries(id: $id, series: $series) { items { id title startsAt } } }
`)

export type Preview = ResultOf<typeof seriesPreview>['result']
export type SeriesDate = Preview['dates'][number]
export type Copy = VariablesOf<typeof seriesPreview>['copy']
export type Rule = VariablesOf<typeof seriesPreview>['rule']
export type Part = Copy['what'][number]
export type Draft = ResultOf<typeof createSeries>['result']['items'][number]
