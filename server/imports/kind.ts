import type { Resource } from '../access/policy.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Writer } from '../db/transact.ts'
import type { Author } from '../reading/change.ts'
import type { Comparison } from './compare.ts'
import type { Finding } from './lines/notes.ts'
import type { Reader } from './lines/judgeSheet.ts'

export type Tx = Prisma.TransactionClient

/** What was read of a line, as the database keeps it: dates are texts. */
export type Stored<Item> = { [K in keyof Item]: Item[K] extends Date ? string : Item[K] }

/** A row that is there already, which a line repeats. */
export type HeldRow = {
  id: string
  version: number
  /** Whether the viewer may change it by an import. */
  open: boolean
  /** True of a row out of the viewer's reach: nothing more is said of it. */
  hidden?: boolean
}

/** Where a file goes: events into a campaign. */
export type Into = { importId: string; campaignId: string | null }

/** What became of an item: made, or there already. */
export type Made = { key: string; id: string; created: boolean }

/**
 * A kind of import, whole: the columns of its files, how a line is read, what it is compared with, how it is taken and
 * undone. All else is the same for every kind.
 */
export type Kind<Item = any, Held extends HeldRow = any> = Reader<Item> & {
  /** The noun of what it makes: its `import` is the right to make one. */
  resource: Resource
  /** The column of a line that keeps what was read of it; with `Id` behind it, the one that names the row. */
  as: 'event' | 'referent'
  /** Whether its files go into a campaign. */
  campaign: boolean
  /** Whether its lines speak of people. */
  people: boolean
  says: {
    /** Of a line of another department. */
    outside: string
    /** Of what is there already: the line says nothing new; it changes no more by an import; it is out of reach. */
    unchanged: string
    shut: string
    hidden: string
    /** Of a line whose row changed since it was judged. */
    changedSince: string
    /** Of a line that is taken: where it is corrected from then on. */
    taken: string
  }
  /** A file to start from: our own headers, and fictional lines that can be taken. */
  example: { name: string; lines: (now: Date) => Record<string, string>[] }
  /** What is there of these items, by key. */
  held: (db: Writer, author: Author, into: Pick<Into, 'campaignId'>, items: Stored<Item>[]) => Promise<Map<string, Held>>
  compare: (item: Stored<Item>, held: Held) => Comparison
  /** What is to be said beside a change; the line is then not chosen unless a person chooses it. */
  doubts: (held: Held) => Finding[]
  /** What is to be said of items that are new, by key. */
  warn?: (db: Writer, author: Author, items: Stored<Item>[]) => Promise<Map<string, Finding[]>>
  /** Makes what is not there yet, with its journal; answers of all items that are there by then, and in reach. */
  create: (tx: Tx, author: Author, into: Into, items: Stored<Item>[]) => Promise<Made[]>
  /** Writes what a comparison says into the row it was made with. */
  update: (tx: Tx, author: Author, held: Held, set: Record<string, unknown>) => Promise<void>
  /** Writes back what an update overwrote; `item` is what the line said. */
  restore: (tx: Tx, author: Author, row: { id: string; version: number }, before: Record<string, unknown>, item: Stored<Item>) => Promise<void>
  /** Removes what an import made, with its journal; answers for the journal how much went. Throws CONFLICT when somebody has just built on it. */
  remove: (tx: Tx, author: Author, importId: string, ids: string[]) => Promise<Record<string, [number, number]>>
}
