import type { ResultOf, VariablesOf } from 'gql.tada'
import { entryFields } from '../app/fragments.ts'
import { against, graphql } from '../app/graphql.ts'

export const getList = graphql(`
  query Campaigns($page: PageInput, $filter: CampaignFilter, $sort: CampaignSort, $order: SortOrder) {
    result: campaigns(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id name startsOn endsOn state target can { update { ...Against } } }
    }
  }
`, [against])

const campaignFields = graphql(`
  fragment CampaignFields on Campaign {
    id version name startsOn endsOn state target perimeterId closedAt
    perimeter { id name official source }
    venueDays submissionDays publicationDays referentsDays reconfirmFirstDays reconfirmLastDays reminderDays defaultCapacity defaultReferentsNeeded
    checklist { id title daysBefore }
    targets { id departmentCode target department { id name } }
    can { update { ...Against } open { ...Against } review { ...Against } close { ...Against } reopen { ...Against } }
  }
`, [against])

export const getOne = graphql(`
  query Campaign($id: ID!) { result: campaign(id: $id) { ...CampaignFields rerunOf { id name } history { ...EntryFields } } }
`, [campaignFields, entryFields])
export const create = graphql(`
  mutation CreateCampaign($id: ID!, $input: CampaignInput!) { result: createCampaign(id: $id, input: $input) { id version } }
`)
export const update = graphql(`
  mutation UpdateCampaign($id: ID!, $version: Int!, $input: CampaignInput!) { result: updateCampaign(id: $id, version: $version, input: $input) { ...CampaignFields } }
`, [campaignFields])

export const open = graphql(`mutation OpenCampaign($id: ID!) { result: openCampaign(id: $id) { id state } }`)
export const review = graphql(`mutation ReviewCampaign($id: ID!) { result: reviewCampaign(id: $id) { id state } }`)
export const close = graphql(`mutation CloseCampaign($id: ID!) { result: closeCampaign(id: $id) { id state } }`)
export const reopen = graphql(`mutation ReopenCampaign($id: ID!, $reason: String!) { result: reopenCampaign(id: $id, reason: $reason) { id state } }`)

export const eventsLeft = graphql(`query EventsLeft($filter: EventFilter) { result: events(filter: $filter, page: { number: 0, size: 1 }) { total } }`)

export type CampaignRow = ResultOf<typeof getList>['result']['items'][number]
export type Campaign = ResultOf<typeof getOne>['result']
type Input = VariablesOf<typeof update>['input']
type Draft = Input & { version?: number; shares?: Record<string, number | null> }

/** The form holds the shares by department code; one left empty is not said. */
export const toInput = ({ name, startsOn, endsOn, target, perimeterId, venueDays, submissionDays, publicationDays, referentsDays, reconfirmFirstDays, reconfirmLastDays, reminderDays, defaultCapacity, defaultReferentsNeeded, checklist, version, shares = {} }: Draft): Input => ({
  name, startsOn, endsOn, target, perimeterId, venueDays, submissionDays, publicationDays, referentsDays, reconfirmFirstDays, reconfirmLastDays, reminderDays, defaultCapacity, defaultReferentsNeeded,
  // A line just added has no identifier yet; a new campaign without lines has the server's.
  ...(checklist && (version !== undefined || checklist.length > 0) ? { checklist: checklist.map(({ id, title, daysBefore }) => ({ ...(id ? { id } : {}), title, daysBefore })) } : {}),
  targets: Object.entries(shares).flatMap(([key, share]) => share === null || share === undefined ? [] : [{ departmentCode: key.replace(/^d/, ''), target: share }]),
})
