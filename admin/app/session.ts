import type { ResultOf } from 'gql.tada'
import { createContext, useContext } from 'react'
import { graphql } from './graphql.ts'

export const meDocument = graphql(`
  query Me { result: me { id name email grants digest scope { id role departmentCode label } scopes { id role departmentCode label } } }
`)
export const departmentsDocument = graphql(`query Departments { result: departments(page: { number: 0, size: 100 }) { items { id name } } }`)
export const campaignNamesDocument = graphql(`
  query CampaignNames { result: campaigns(sort: startsOn, order: desc, page: { number: 0, size: 100 }) { items { id name state } } }
`)
export const aboutDocument = graphql(`query About { result: about { demonstration demonstrationAccounts { email password name scope } } }`)
export const signInDocument = graphql(`
  mutation SignIn($email: String!, $password: String!) { result: signIn(email: $email, password: $password) }
`)
export const signOutDocument = graphql(`mutation SignOut { result: signOut }`)
export const signOutEverywhereDocument = graphql(`mutation SignOutEverywhere { result: signOutEverywhere }`)
export const requestPasswordDocument = graphql(`mutation RequestPassword($email: String!) { result: requestPassword(email: $email) }`)

export type Me = NonNullable<ResultOf<typeof meDocument>['result']>
export type Scope = Me['scopes'][number]
export type Department = ResultOf<typeof departmentsDocument>['result']['items'][number]
export type Campaign = ResultOf<typeof campaignNamesDocument>['result']['items'][number]
/** The campaigns are in the order of time, the latest first. */
export type Session = { me: Me; scope: Scope; departments: Department[]; campaigns: Campaign[] }

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No session here')
  return session
}

const PLACE = /^\/console\/([0-9a-f]{8}-[0-9a-f-]{27})(\/.*)?$/
/** The membership that the address names, and the screen inside it. */
export function placeOf(path: string): { membership?: string; rest: string } {
  const [, membership, rest] = PLACE.exec(path) ?? []
  return { membership, rest: rest ?? '/' }
}
