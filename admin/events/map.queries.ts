import type { ResultOf } from 'gql.tada'
import { graphql } from '../app/graphql.ts'

export const eventsOnMap = graphql(`
  query EventsOnMap($page: PageInput, $filter: EventFilter) {
    result: events(page: $page, filter: $filter, sort: startsAt) {
      total
      items { id title startsAt state readiness venue { id name latitude longitude approximate city { id name } } }
    }
  }
`)
export type EventOnMap = ResultOf<typeof eventsOnMap>['result']['items'][number]

/** Where a venue lies: the neighbourhood found by its position, and those of its city. */
export const venuePlace = graphql(`
  query VenuePlace($id: ID!) { result: venue(id: $id) { id neighbourhood { id name } city { id name neighbourhoods { id name retiredOn } } } }
`)
