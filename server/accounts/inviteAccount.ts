import { v7 } from 'uuid'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queueMessage.ts'
import { nouns } from '../nouns.ts'
import { demand, record } from '../reading/change.ts'
import type { AccountInput } from './account.inputs.ts'

/**
 * Gives a person a role in a scope of the viewer's; a person who had no account receives a mail to choose a password.
 * Answers the account. Throws NOT_FOUND for a scope out of reach.
 */
export async function inviteAccount({ db, viewer, now }: Context, { id, input }: { id: string; input: AccountInput }): Promise<string> {
  const author = { nouns, viewer, now }
  const email = input.email.trim().toLowerCase()
  return db.$transaction(async (tx) => {
    const again = await tx.membership.findUnique({ where: { id }, select: { accountId: true } })
    if (again) {
      await demand(tx, author, 'Membership', 'read', id)
      return again.accountId
    }
    const known = await tx.account.findUnique({ where: { email }, select: { id: true } })
    const accountId = known?.id ?? v7()
    if (!known) await tx.account.create({ data: { id: accountId, email, name: input.name.trim(), createdAt: now } })
    await tx.membership.create({ data: { id, accountId, role: input.role, departmentCode: input.departmentCode ?? null, agencyId: input.agencyId ?? null } })
    await demand(tx, author, 'Membership', 'create', id)
    await record(tx, author, 'Account', 'invite', { id: accountId, departmentCode: input.departmentCode ?? null, changes: { role: [null, input.role] } })
    if (!known) await queueMessage(tx, { id: v7(), template: 'password', accountId, departmentCode: input.departmentCode ?? null, variables: { reason: 'first' }, now })
    return accountId
  })
}
