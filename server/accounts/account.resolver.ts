import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Locked, Open } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { AccountFilter, AccountInput, AccountSort } from './account.inputs.ts'
import { Account, AccountList, Me } from './account.type.ts'
import { inviteAccount } from './inviteAccount.ts'
import { meOf } from './me.ts'
import { requestPassword } from './requestPassword.ts'
import { closeAllSessions, closeSession } from './session.ts'
import { signIn } from './signIn.ts'
import { disableAccount, removeMembership } from './withdraw.ts'

@ArgsType() class AccountListArgs extends ListArgsOf(AccountFilter, AccountSort, AccountSort.name) {}

const ofAccount = { description: 'The account.' }

@Resolver()
export class AccountResolver {
  @Query(() => Me, { nullable: true, description: 'Who signed in; null when nobody did.' })
  @Open('Whoever asks learns about himself alone.')
  async me(@Ctx() { db, signedIn, viewer }: Context): Promise<Me | null> {
    return signedIn && meOf(db, signedIn.account, viewer)
  }

  @Query(() => AccountList, { description: 'The accounts in reach.' })
  @Locked('Account', 'read')
  accounts(@Args(() => AccountListArgs) args: AccountListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<AccountList> {
    return read.list('Account', args, info)
  }

  @Query(() => Account, { description: 'One account.' })
  @Locked('Account', 'read')
  account(@Arg('id', () => ID, ofAccount) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Account> {
    return read.one('Account', id, info)
  }

  @Mutation(() => Boolean, { description: 'Opens a session and sets its cookie. BAD_USER_INPUT, the same for an unknown address and a wrong password; TOO_MANY_REQUESTS after five wrong tries in a quarter of an hour.' })
  @Open('Nobody is signed in before signing in.')
  async signIn(
    @Arg('email', () => String, { description: 'The address.' }) email: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Ctx() context: Context): Promise<boolean> {
    await signIn(context, { email: email.slice(0, 320), password: password.slice(0, 200) })
    return true
  }

  @Mutation(() => Boolean, { description: 'Ends this session.' })
  @Open('Ends one’s own session, if there is one.')
  async signOut(@Ctx() { db, signedIn, cookie }: Context): Promise<boolean> {
    if (signedIn) await closeSession(db, signedIn.session)
    cookie.clear()
    return true
  }

  @Mutation(() => Boolean, { description: 'Ends every session of the person signed in, on every device.' })
  @Open('Ends one’s own sessions, if there are any.')
  async signOutEverywhere(@Ctx() { db, signedIn, cookie }: Context): Promise<boolean> {
    if (signedIn) await closeAllSessions(db, signedIn.account.id)
    cookie.clear()
    return true
  }

  @Mutation(() => Boolean, { description: 'Mails a link to choose a password, if the address has an account; the answer is the same if not.' })
  @Open('Whoever has no password yet, or forgot it, is not signed in.')
  async requestPassword(@Arg('email', () => String, { description: 'The address.' }) email: string, @Ctx() context: Context): Promise<boolean> {
    await requestPassword(context, email.slice(0, 320))
    return true
  }

  @Mutation(() => Account, { description: 'Gives a person a role in a scope in reach, and mails whoever had no account. The same id again answers with the same account.' })
  @Locked('Membership', 'create')
  async inviteAccount(
    @Arg('id', () => ID, { description: 'A UUID made by the client, for the membership.' }) id: string,
    @Arg('input', () => AccountInput, { description: 'Whom, and as what.' }) input: AccountInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Account> {
    return context.read.one('Account', await inviteAccount(context, { id, input }), info)
  }

  @Mutation(() => Account, { description: 'Disables an account and ends its sessions. CONFLICT for one’s own, and when it also has a role out of reach.' })
  @Locked('Account', 'disable')
  async disableAccount(@Arg('id', () => ID, ofAccount) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Account> {
    await disableAccount(context, id)
    return context.read.one('Account', id, info)
  }

  @Mutation(() => Boolean, { description: 'Takes a role from a person.' })
  @Locked('Membership', 'remove')
  async removeMembership(@Arg('id', () => ID, { description: 'The membership.' }) id: string, @Ctx() context: Context): Promise<boolean> {
    await removeMembership(context, id)
    return true
  }
}
