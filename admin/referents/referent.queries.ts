import type { ResultOf, VariablesOf } from 'gql.tada'
import { entryFields } from '../app/fragments.ts'
import { against, graphql, type Reason } from '../app/graphql.ts'

export const getList = graphql(`
  query Referents($page: PageInput, $filter: ReferentFilter, $sort: ReferentSort, $order: SortOrder) {
    result: referents(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id firstName lastName phone active stoppedAt bouncedAt languages load lastAskedAt city { id name } departments { id name } can { update { ...Against } } }
    }
  }
`, [against])

const referentFields = graphql(`
  fragment ReferentFields on Referent {
    id version firstName lastName email phone active stoppedAt bouncedAt languages employer skills maxDays maxDistanceKm notes cityId load lastAskedAt erasedAt changedAt
    city { id name }
    departments { id name }
    can { update { ...Against } readContact { ...Against } readInternal { ...Against } merge { ...Against } tellApart { ...Against } erase { ...Against } }
  }
`, [against])

export const getOne = graphql(`
  query Referent($id: ID!) {
    result: referent(id: $id) {
      ...ReferentFields
      comment
      unavailabilities { id startsOn endsOn can { remove { ...Against } } }
      availabilities { id answer answeredAt askedAt event { id title startsAt state } }
      assignments { id state startsAt event { id title startsAt } }
      messages { id subject state createdAt }
      duplicates { id firstName lastName city { name } }
      history { ...EntryFields }
    }
  }
`, [referentFields, entryFields, against])

export const create = graphql(`
  mutation CreateReferent($id: ID!, $departmentCodes: [ID!]!, $input: ReferentInput!) {
    result: createReferent(id: $id, departmentCodes: $departmentCodes, input: $input) { id version }
  }
`)
export const update = graphql(`
  mutation UpdateReferent($id: ID!, $version: Int!, $input: ReferentInput!) { result: updateReferent(id: $id, version: $version, input: $input) { ...ReferentFields } }
`, [referentFields])

export const addUnavailability = graphql(`mutation AddUnavailability($referentId: ID!, $startsOn: Day!, $endsOn: Day!) { result: addUnavailability(referentId: $referentId, startsOn: $startsOn, endsOn: $endsOn) { id } }`)
export const removeUnavailability = graphql(`mutation RemoveUnavailability($id: ID!) { result: removeUnavailability(id: $id) { id } }`)

/** A record to be compared with another. */
export const compared = graphql(`query ComparedReferent($id: ID!) { result: referent(id: $id) { ...ReferentFields } }`, [referentFields])
export const merge = graphql(`
  mutation MergeReferents($id: ID!, $version: Int!, $otherId: ID!, $otherVersion: Int!, $input: ReferentInput!) {
    result: mergeReferents(id: $id, version: $version, otherId: $otherId, otherVersion: $otherVersion, input: $input) { id }
  }
`)
export const tellApart = graphql(`mutation TellReferentsApart($id: ID!, $otherId: ID!) { result: tellReferentsApart(id: $id, otherId: $otherId) { id } }`)
export const erase = graphql(`mutation EraseReferent($id: ID!, $reason: String!) { result: eraseReferent(id: $id, reason: $reason) { id } }`)
export const searched = graphql(`
  query SearchedReferents($q: String!) { result: referents(filter: { q: $q }, sort: lastName, page: { number: 0, size: 20 }) { items { id firstName lastName employer city { name } } } }
`)

export type Compared = ResultOf<typeof compared>['result']
export type ReferentRow = ResultOf<typeof getList>['result']['items'][number]
export type Referent = ResultOf<typeof getOne>['result']

type Input = VariablesOf<typeof update>['input']
type Draft = Input & { departmentCodes: string[]; can?: { readContact: Reason[]; readInternal: Reason[] } }

export const toInput = ({ firstName, lastName, email, phone, cityId, employer, languages, skills, maxDays, maxDistanceKm, notes, active, can }: Draft): Input => ({
  firstName, lastName, email, phone, cityId, employer, languages, skills, maxDays, maxDistanceKm, active, ...(can && can.readInternal.length > 0 ? {} : { notes }),
})
export const placed = ({ departmentCodes }: Draft) => ({ departmentCodes })
