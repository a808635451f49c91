import type { Pool } from 'pg'
import type { Viewer } from './access/policy.ts'
import type { Db } from './db/client.ts'
import { nouns } from './nouns.ts'
import { Reader } from './reading/reader.ts'

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
}

/** Who signed in, in which session. */
export type SignedIn = { account: { id: string; name: string; email: string }; session: string }

/** What a resolver may use. */
export type Context = {
  pool: Pool
  db: Db
  now: Date
  viewer: Viewer
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

type Given = Omit<Context, 'read' | 'viewer' | 'signedIn' | 'cookie' | 'address'> & Partial<Context>

export const contextOf = ({ viewer = PUBLIC, signedIn = null, address = '', cookie = { set() {}, clear() {} }, ...given }: Given): Context => ({
  ...given, viewer, signedIn, address, cookie, read: new Reader(given.pool, nouns, viewer, given.now),
})
