import type { ResultOf, VariablesOf } from 'gql.tada'
import { entryFields } from '../app/fragments.ts'
import { against, graphql, type Reason } from '../app/graphql.ts'

const venueFields = graphql(`
  fragment VenueFields on Venue {
    id version name address postalCode access transport latitude longitude approximate cityId departmentCode contactName contactEmail contactPhone
    city { id name }
    department { id name }
    neighbourhood { id name }
    can { update { ...Against } readContact { ...Against } }
  }
`, [against])

export const getList = graphql(`
  query Venues($page: PageInput, $filter: VenueFilter, $sort: VenueSort, $order: SortOrder) {
    result: venues(page: $page, filter: $filter, sort: $sort, order: $order) { total items { ...VenueFields } }
  }
`, [venueFields])
export const getOne = graphql(`query Venue($id: ID!) { result: venue(id: $id) { ...VenueFields events { id title startsAt state } history { ...EntryFields } } }`, [venueFields, entryFields])
export const create = graphql(`
  mutation CreateVenue($id: ID!, $cityId: ID!, $input: VenueInput!) { result: createVenue(id: $id, cityId: $cityId, input: $input) { ...VenueFields } }
`, [venueFields])
export const update = graphql(`
  mutation UpdateVenue($id: ID!, $version: Int!, $input: VenueInput!) { result: updateVenue(id: $id, version: $version, input: $input) { ...VenueFields } }
`, [venueFields])

export type Venue = ResultOf<typeof getOne>['result']
type Input = VariablesOf<typeof update>['input']
type Draft = Input & { cityId: string; can?: { readContact: Reason[] } }

export const toInput = ({ name, address, postalCode, access, transport, latitude, longitude, contactName, contactEmail, contactPhone, can }: Draft): Input => ({
  name, address, postalCode, access, transport, latitude, longitude,
  ...(can && can.readContact.length > 0 ? {} : { contactName, contactEmail, contactPhone }),
})
export const placed = ({ cityId }: Draft) => ({ cityId })
