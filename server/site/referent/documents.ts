import type { ResultOf } from 'gql.tada'
import { graphql } from '../graphql.ts'

export const referentPage = graphql(`
  query InvitedReferent($id: ID!) {
    referent(id: $id) {
      id firstName lastName email phone languages maxDays maxDistanceKm comment stoppedAt
      city { id name }
      unavailabilities { id startsOn endsOn }
      availabilities {
        id answer
        can { answer { sentence } }
        assignment { id state silent can { reconfirm { code } } }
        event {
          id slug title startsAt endsAt state sequence reconfirmBy contactName contactEmail contactPhone
          venue { name address postalCode access transport latitude longitude approximate city { name } }
        }
      }
    }
  }
`)
export type Invited = NonNullable<ResultOf<typeof referentPage>['referent']>
/** A date the referent is asked about, or has a place at. */
export type Asked = Invited['availabilities'][number] & { event: NonNullable<Invited['availabilities'][number]['event']> }

export const answerInvitation = graphql('mutation Answer($id: ID!, $answer: Answer!, $reason: String) { result: answerInvitation(id: $id, answer: $answer, reason: $reason) { id } }')
export const declineRest = graphql('mutation DeclineRest($id: ID!) { result: declineRest(referentId: $id) { id } }')
export const reconfirm = graphql('mutation Reconfirm($id: ID!) { result: reconfirmAssignment(id: $id) { id } }')
export const updateOwn = graphql('mutation UpdateOwn($id: ID!, $input: OwnDetailsInput!) { result: updateOwnDetails(id: $id, input: $input) { id } }')
export const addDays = graphql('mutation AddDays($id: ID!, $startsOn: Day!, $endsOn: Day!) { result: addUnavailability(referentId: $id, startsOn: $startsOn, endsOn: $endsOn) { id } }')
export const removeDays = graphql('mutation RemoveDays($id: ID!) { result: removeUnavailability(id: $id) { id } }')
export const erase = graphql('mutation EraseOwn($id: ID!, $reason: String!) { result: eraseReferent(id: $id, reason: $reason) { id } }')
export const citiesCalled = graphql('query CitiesCalled($q: String!) { cities(filter: { q: $q }, page: { number: 0, size: 20 }) { items { id name postalCodes } } }')

/** All that is held about the person: what « télécharger mes données » gives. */
export const ownData = graphql(`
  query OwnData($id: ID!) {
    referent(id: $id) {
      firstName lastName email phone employer languages skills maxDistanceKm maxDays comment active
      city { name }
      departments { name }
      unavailabilities { startsOn endsOn createdAt }
      availabilities { askedAt answer answeredAt source event { title startsAt endsAt } }
      assignments { state startsAt endsAt createdAt reconfirmedAt event { title } }
      messages { createdAt sentAt address subject body }
    }
  }
`)
