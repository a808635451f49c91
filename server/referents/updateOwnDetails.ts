import type { Context } from '../context.ts'
import { transact } from '../db/transact.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { phoneAsKept } from './keptOf.ts'
import type { OwnDetailsInput } from './referent.inputs.ts'

/** Changes what a referent says of himself. A coordinator who was changing the record meanwhile sees both. Errors: see `change`. */
export const updateOwnDetails = ({ pool, viewer, now }: Context, id: string, { phone, languages, ...rest }: OwnDetailsInput): Promise<boolean> =>
  transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'Referent', 'updateOwn', { id, set: { ...rest, phone: phoneAsKept(phone), languages: languages ?? undefined } }))
