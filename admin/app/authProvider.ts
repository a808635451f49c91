import type { AuthProvider } from 'react-admin'
import { drafts } from '../ui/drafts.ts'
import type { Reason } from './graphql.ts'
import type { Provider } from './dataProvider.ts'
import { resources } from './resources.ts'
import { signOutDocument, type Session } from './session.ts'

const actionOf: Record<string, string> = { list: 'read', show: 'read', export: 'read', edit: 'update' }

/** Menus follow the grants; a row that is loaded answers for itself. */
export const authProviderOf = ({ me }: Session, provider: Provider): AuthProvider => ({
  login: async () => {},
  logout: async () => {
    await provider.ask(signOutDocument, {})
    drafts.forgetAll()
    location.assign('/console/')
    return false
  },
  checkAuth: async () => {},
  checkError: async ({ status }: { status?: number }) => {
    // The same address, signed in again, shows the same screen.
    if (status === 401) location.reload()
  },
  getIdentity: async () => ({ id: me.id, fullName: me.name }),
  canAccess: async ({ action, resource, record }) => {
    const name = actionOf[action] ?? action
    const against = (record as { can?: Record<string, Reason[] | undefined> } | undefined)?.can?.[name]
    if (against) return against.length === 0
    const described = resources[resource]
    return me.grants.includes(action === 'create' && described?.createdBy ? described.createdBy : `${described?.noun}.${name}`)
  },
})
