import type { Pool } from 'pg'
import type { Viewer } from './access/policy.ts'
import type { Db } from './db/client.ts'
import type { QuietHours } from './messages/quietHours.ts'
import { nouns } from './nouns.ts'
import { Reader } from './reading/reader.ts'
import type { Sql } from './reading/sql.ts'

/** What the address bar and the mails need to know of where the server stands. */
export type Settings = {
  /** The address of the site, without a slash at its end. */
  publicUrl: string
  /** Whether the database holds the demonstration. */
  demonstration: boolean
  /** The accounts of the demonstration, when the database holds it; else none. */
  demonstrationAccounts: { email: string; password: string; name: string; scope: string }[]
  /** Whether mails leave; else they are kept. */
  smtp: boolean
  /** When mails to referents do not leave; absent: they always do. */
  quietHours?: QuietHours
  /** Where what comes back goes: each mail has this address with its own name after a plus. Absent: to the sender. */
  bounceAddress?: string
  /** The address of a mailbox to read reports from, such as `imaps://name:password@mail.example.org/INBOX`. */
  bounceMailbox?: string
  /** What the mail provider says to be believed when it reports; absent: nobody is. */
  reportSecret?: string
}

/** Who signed in, in which session. */
export type SignedIn = { account: { id: string; name: string; email: string }; session: string }

/** What a resolver may use. */
export type Context = {
  pool: Pool
  db: Db
  now: Date
  /** Who asks. Not to be had before `confirm` where it is only supposed: reads then go through `read`, which checks. */
  viewer: Viewer
  /** Whom the session stood for at an earlier request, or the viewer. */
  supposed: Viewer
  /** Asks the database who signed in, where that is only supposed. Called before whatever is not a plain read. */
  confirm(): Promise<void>
  read: Reader
  signedIn: SignedIn | null
  /** The network address of the client, for limits. */
  address: string
  settings: Settings
  /** Sets or clears the session's cookie on the answer. */
  cookie: { set(secret: string): void; clear(): void }
}

/** The viewer of whoever has not signed in. */
export const PUBLIC: Viewer = { role: 'PUBLIC' }

type Given = Pick<Context, 'pool' | 'db' | 'now' | 'settings'> & Partial<Pick<Context, 'viewer' | 'signedIn' | 'address' | 'cookie'>>

export const contextOf = ({ viewer = PUBLIC, signedIn = null, address = '', cookie = { set() {}, clear() {} }, ...given }: Given): Context => ({
  ...given, viewer, supposed: viewer, confirm: async () => {}, signedIn, address, cookie, read: new Reader(given.pool, nouns, viewer, given.now),
})

const SUPPOSED = { get viewer(): Viewer { throw new Error('Who asks is only supposed here: confirm first') } }

/** The context of somebody who is only supposed to be this viewer; `find` says who it is. */
export function supposedContext(given: Omit<Given, 'viewer' | 'signedIn'>, { viewer, holds }: { viewer: Viewer; holds: Sql }, find: () => Promise<{ viewer: Viewer; signedIn: SignedIn } | null>): Context {
  let asked: ReturnType<typeof find> | undefined
  const found = () => (asked ??= find())
  const { viewer: _, ...rest } = contextOf(given)
  return Object.assign(Object.create(SUPPOSED) as Context, rest, {
    supposed: viewer,
    read: new Reader(given.pool, nouns, viewer, given.now, { holds, renew: async () => (await found())?.viewer ?? PUBLIC }),
    // Apollo hands resolvers a copy of the context: that copy is the one to complete.
    async confirm(this: Context) {
      Object.defineProperties(this, Object.getOwnPropertyDescriptors(contextOf({ ...given, ...(await found()) })))
    },
  })
}
