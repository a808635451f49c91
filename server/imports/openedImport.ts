import type { ImportKind } from '../db/generated/enums.ts'
import type { Writer } from '../db/transact.ts'
import { hold, look, type Author } from '../reading/change.ts'
import type { Row } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'
import type { lifecycle } from './import.lifecycle.ts'

export type Opened = { kind: ImportKind; campaignId: string | null; departmentCode: string | null; weeks: number; undoneAt: Date | null }
type Action = keyof typeof lifecycle
const wanted = ({ at }: Row) => sql`${at}."kind"::text, ${at}."campaignId", ${at}."departmentCode", ${at}."weeks", ${at}."undoneAt"`

/** The import, locked for the rest of the transaction, with the reasons against an action on it. Throws NOT_FOUND. */
export const foundImport = (tx: Writer, author: Author, action: Action, id: string) => look<Opened>(tx, author, 'Import', action, id, wanted)

/** The import, locked, when nothing stands against the action. Errors: see `hold`. */
export const openedImport = (tx: Writer, author: Author, action: Action, id: string) => hold<Opened>(tx, author, 'Import', action, id, wanted)
