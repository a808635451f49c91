import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { spend, spendOrRefuse } from './limits.ts'

/** Sends a link to choose a password, if the address has an account; whoever asks cannot tell. */
export async function requestPassword({ pool, db, now, address }: Context, given: string): Promise<void> {
  const email = given.trim().toLowerCase()
  await spendOrRefuse(pool, 'password links from one address', address)
  if (!(await spend(pool, 'password links', email))) return
  const account = await db.account.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
  if (!account || account.disabledAt) return
  await db.$transaction((tx) => queueMessage(tx, { id: v7(), template: 'password', accountId: account.id, variables: { reason: 'reset' }, now }))
}
