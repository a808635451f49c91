import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { nouns } from '../nouns.ts'
import { record } from '../reading/change.ts'
import { forget, giveBack, spendOrRefuse } from './limits.ts'
import { isPassword } from './password.ts'
import { openSession } from './session.ts'

/** Opens a session and sets its cookie; answers the account. Throws the same for an unknown address and a wrong password. */
export async function signIn({ pool, db, now, address, cookie }: Context, given: { email: string; password: string }): Promise<{ id: string; name: string; email: string }> {
  const email = given.email.trim().toLowerCase()
  const tries = `${email} ${address}`
  // Counted before the password is looked at: a hundred tries at once are a hundred tries.
  await spendOrRefuse(pool, 'wrong password', tries)
  await spendOrRefuse(pool, 'wrong passwords from one address', address)
  const account = await db.account.findUnique({ where: { email }, select: { id: true, name: true, email: true, passwordHash: true, disabledAt: true } })
  const right = await isPassword(account?.passwordHash, given.password)
  if (!account || !right || account.disabledAt)
    throw new GraphQLError('Adresse ou mot de passe incorrect.', { extensions: { code: 'BAD_USER_INPUT', fields: { password: 'Adresse ou mot de passe incorrect.' } } })
  await forget(pool, 'wrong password', tries)
  await giveBack(pool, 'wrong passwords from one address', address)
  const secret = await db.$transaction(async (tx) => {
    await record(tx, { nouns, now, viewer: { role: 'PUBLIC', account: account.id } }, 'Account', 'signIn', { id: account.id })
    return openSession(tx, account.id, now)
  })
  cookie.set(secret)
  return { id: account.id, name: account.name, email: account.email }
}
