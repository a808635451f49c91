import type { ResultOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

export const eventCounts = graphql(`
  query EventCounts($filter: EventFilter) { result: eventCounts(filter: $filter) { toPrepare toPublish thisWeek toClose all } }
`)

/** An event as a calendar or a board shows it. */
export const eventCards = graphql(`
  query EventCards($page: PageInput, $filter: EventFilter) {
    result: events(page: $page, filter: $filter, sort: startsAt) {
      total
      items {
        id version title startsAt endsAt state readiness departmentCode
        venue { id name city { id name } }
        can {
          update { ...Against } submit { ...Against } requestChanges { ...Against } publish { ...Against } postpone { ...Against } cancel { ...Against }
          hold { ...Against } close { ...Against } reopen { ...Against }
        }
      }
    }
  }
`, [against])
export type EventCard = ResultOf<typeof eventCards>['result']['items'][number]

/** All that an update says, so that a change of hours changes nothing else; the neighbourhoods stay when they are left out. */
export const eventToMove = graphql(`
  query EventToMove($id: ID!) {
    result: event(id: $id) {
      id version title startsAt endsAt capacity referentsNeeded campaignId departmentCode venueId leadAgencyId publicText notes noNeighbourhoodReason contactName contactEmail contactPhone
      can { readInternal { ...Against } readContact { ...Against } }
    }
  }
`, [against])

export const eventIds = graphql(`
  query EventIds($page: PageInput, $filter: EventFilter, $sort: EventSort, $order: SortOrder) {
    result: events(page: $page, filter: $filter, sort: $sort, order: $order) { total items { id title } }
  }
`)
