import type { ResultOf, VariablesOf } from 'gql.tada'
import { entryFields } from '../app/fragments.ts'
import { against, graphql, type Reason } from '../app/graphql.ts'

const agencyFields = graphql(`
  fragment AgencyFields on Agency { id version name kind email phone departments { id name } can { update { ...Against } readContact { ...Against } } }
`, [against])

export const getList = graphql(`
  query Agencies($page: PageInput, $filter: AgencyFilter, $sort: AgencySort, $order: SortOrder) {
    result: agencies(page: $page, filter: $filter, sort: $sort, order: $order) { total items { ...AgencyFields } }
  }
`, [agencyFields])
export const getOne = graphql(`query Agency($id: ID!) { result: agency(id: $id) { ...AgencyFields history { ...EntryFields } } }`, [agencyFields, entryFields])
export const create = graphql(`
  mutation CreateAgency($id: ID!, $departmentCodes: [ID!]!, $input: AgencyInput!) {
    result: createAgency(id: $id, departmentCodes: $departmentCodes, input: $input) { ...AgencyFields }
  }
`, [agencyFields])
export const update = graphql(`
  mutation UpdateAgency($id: ID!, $version: Int!, $input: AgencyInput!) { result: updateAgency(id: $id, version: $version, input: $input) { ...AgencyFields } }
`, [agencyFields])

export type Agency = ResultOf<typeof getOne>['result']
type Input = VariablesOf<typeof update>['input']
type Draft = Input & { departmentCodes: string[]; can?: { readContact: Reason[] } }

/** Contacts this viewer cannot see are left out, so that saving never erases them. */
export const toInput = ({ name, kind, email, phone, can }: Draft): Input => ({ name, kind, ...(can && can.readContact.length > 0 ? {} : { email, phone }) })
export const placed = ({ departmentCodes }: Draft) => ({ departmentCodes })
