import type { ResultOf, VariablesOf } from 'gql.tada'
import { entryFields } from '../app/fragments.ts'
import { against, graphql, type Reason } from '../app/graphql.ts'
import { taskFields } from '../tasks/task.queries.ts'
import { commentFields } from '../comments/comment.queries.ts'

export const getList = graphql(`
  query Events($page: PageInput, $filter: EventFilter, $sort: EventSort, $order: SortOrder) {
    result: events(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items {
        id title startsAt endsAt state departmentCode referentsNeeded referentsConfirmed readiness
        department { id name }
        venue { id name city { id name } }
        can { invite { ...Against } }
      }
    }
  }
`, [against])

export const assignmentFields = graphql(`
  fragment AssignmentFields on Assignment {
    id state referentId silent reconfirmedAt
    can { confirm { ...Against } reconfirm { ...Against } release { ...Against } recordPresence { ...Against } }
  }
`, [against])

const eventFields = graphql(`
  fragment EventFields on Event {
    id version title startsAt endsAt formerStartsAt state capacity referentsNeeded languagesWanted referentsConfirmed referentsAsked referentsAvailable
    campaignId departmentCode venueId leadAgencyId slug publicText notes noNeighbourhoodReason
    readiness undone { code sentence dueOn urgency taskId }
    contactName contactEmail contactPhone publishedAt cancelledAt cancellationReason reconfirmBy
    campaign { id name }
    department { id name }
    venue { id name address postalCode approximate city { id name } }
    leadAgency { id name }
    neighbourhood { id name }
    neighbourhoods { id name }
    can {
      update { ...Against } submit { ...Against } requestChanges { ...Against } publish { ...Against } postpone { ...Against } cancel { ...Against }
      hold { ...Against } close { ...Against } reopen { ...Against } invite { ...Against } assign { ...Against }
      readInternal { ...Against } readContact { ...Against }
    }
  }
`, [against])

export const getOne = graphql(`
  query Event($id: ID!) {
    result: event(id: $id) {
      ...EventFields
      availabilities {
        id answer answeredAt source taken referentId
        referent { id firstName lastName phone city { id name } }
        can { record { ...Against } }
      }
      toInvite { id firstName lastName }
      assignments { ...AssignmentFields referent { id firstName lastName phone city { id name } } }
      tasks { ...TaskFields }
      comments { ...CommentFields }
      history { ...EntryFields }
    }
  }
`, [eventFields, assignmentFields, taskFields, commentFields, entryFields, against])

export const create = graphql(`
  mutation CreateEvent($id: ID!, $campaignId: ID!, $departmentCode: ID!, $input: EventInput!) {
    result: createEvent(id: $id, campaignId: $campaignId, departmentCode: $departmentCode, input: $input) { id version }
  }
`)
export const update = graphql(`
  mutation UpdateEvent($id: ID!, $version: Int!, $input: EventInput!) { result: updateEvent(id: $id, version: $version, input: $input) { ...EventFields } }
`, [eventFields])

export const submit = graphql(`mutation SubmitEvent($id: ID!) { result: submitEvent(id: $id) { id state } }`)
export const publish = graphql(`mutation PublishEvent($id: ID!, $reconfirmBy: Instant) { result: publishEvent(id: $id, reconfirmBy: $reconfirmBy) { id state } }`)
export const hold = graphql(`mutation HoldEvent($id: ID!) { result: holdEvent(id: $id) { id state } }`)
export const close = graphql(`mutation CloseEvent($id: ID!) { result: closeEvent(id: $id) { id state } }`)
export const requestChanges = graphql(`mutation RequestEventChanges($id: ID!, $reason: String!) { result: requestEventChanges(id: $id, reason: $reason) { id state } }`)
export const postpone = graphql(`
  mutation PostponeEvent($id: ID!, $version: Int!, $reason: String!, $startsAt: Instant, $endsAt: Instant, $reconfirmBy: Instant) {
    result: postponeEvent(id: $id, version: $version, reason: $reason, startsAt: $startsAt, endsAt: $endsAt, reconfirmBy: $reconfirmBy) { id state }
  }
`)
export const reopen = graphql(`mutation ReopenEvent($id: ID!, $reason: String!) { result: reopenEvent(id: $id, reason: $reason) { id state } }`)
export const cancel = graphql(`
  mutation CancelEvent($id: ID!, $reason: String!, $cancellationReason: CancellationReason!) {
    result: cancelEvent(id: $id, reason: $reason, cancellationReason: $cancellationReason) { id state }
  }
`)

export type EventRow = ResultOf<typeof getList>['result']['items'][number]
export type Event = ResultOf<typeof getOne>['result']
export type CancellationReason = VariablesOf<typeof cancel>['cancellationReason']

type Input = VariablesOf<typeof update>['input']
type Draft = Input & { campaignId: string; departmentCode: string; can?: { readInternal: Reason[]; readContact: Reason[] } }

/** What the server accepts of the record a form holds; what this viewer cannot see is left out, so that saving never erases it. */
export const toInput = ({ title, startsAt, endsAt, capacity, referentsNeeded, languagesWanted, venueId, leadAgencyId, neighbourhoodIds, noNeighbourhoodReason, publicText, notes, contactName, contactEmail, contactPhone, can }: Draft): Input => ({
  title, startsAt, endsAt, capacity, venueId, leadAgencyId, neighbourhoodIds, publicText, referentsNeeded: referentsNeeded ?? 0,
  ...(can && can.readInternal.length > 0 ? {} : { notes, noNeighbourhoodReason, languagesWanted }),
  ...(can && can.readContact.length > 0 ? {} : { contactName, contactEmail, contactPhone }),
})
export const placed = ({ campaignId, departmentCode }: Draft) => ({ campaignId, departmentCode })
