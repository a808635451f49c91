import type { ResultOf, VariablesOf } from 'gql.tada'
import { against, graphql } from '../app/graphql.ts'

const accountFields = graphql(`
  fragment AccountFields on Account {
    id version name email disabledAt createdAt hasPassword
    memberships { id role departmentCode department { id name } agency { id name } can { remove { ...Against } } }
    can { disable { ...Against } }
  }
`, [against])

export const getList = graphql(`
  query Accounts($page: PageInput, $filter: AccountFilter, $sort: AccountSort, $order: SortOrder) {
    result: accounts(page: $page, filter: $filter, sort: $sort, order: $order) { total items { ...AccountFields } }
  }
`, [accountFields])
export const getOne = graphql(`query Account($id: ID!) { result: account(id: $id) { ...AccountFields } }`, [accountFields])
export const create = graphql(`
  mutation InviteAccount($id: ID!, $input: AccountInput!) { result: inviteAccount(id: $id, input: $input) { ...AccountFields } }
`, [accountFields])
export const disable = graphql(`mutation DisableAccount($id: ID!) { result: disableAccount(id: $id) { id disabledAt } }`)
export const remove = graphql(`mutation RemoveMembership($id: ID!) { result: removeMembership(id: $id) }`)

export type Account = ResultOf<typeof getOne>['result']
type Input = VariablesOf<typeof create>['input']

/** A role of the region has no place: what an earlier choice of role left in the form is not sent. */
export const toInput = ({ email, name, role, departmentCode, agencyId }: Input): Input => ({
  email, name, role, ...(role.startsWith('DEPARTMENT') ? { departmentCode } : {}), ...(role.startsWith('AGENCY') ? { agencyId } : {}),
})
