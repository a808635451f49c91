import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { createReferent } from './createReferent.ts'
import { OwnDetailsInput, ReferentFilter, ReferentInput, ReferentSort } from './referent.inputs.ts'
import { Referent, ReferentList } from './referent.type.ts'
import { updateOwnDetails } from './updateOwnDetails.ts'
import { updateReferent } from './updateReferent.ts'

@ArgsType() class ReferentListArgs extends ListArgsOf(ReferentFilter, ReferentSort, ReferentSort.lastName) {}

@Resolver()
export class ReferentResolver {
  @Query(() => ReferentList, { description: 'The referents in reach.' })
  @Locked('Referent', 'read')
  referents(@Args(() => ReferentListArgs) args: ReferentListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ReferentList> {
    return read.list('Referent', args, info)
  }

  @Query(() => Referent, { description: 'One referent; a link reads its own.' })
  @Locked('Referent', 'read')
  referent(@Arg('id', () => ID, { description: 'The referent.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    return read.one('Referent', id, info)
  }

  @Mutation(() => Referent, { description: 'Creates a referent. The same id again answers with the same referent.' })
  @Locked('Referent', 'create')
  async createReferent(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('departmentCodes', () => [ID], { description: 'The departments the person accepts; all in the viewer’s reach.' }) departmentCodes: string[],
    @Arg('input', () => ReferentInput, { description: 'What is known of the person.' }) input: ReferentInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await createReferent(context, { id, departmentCodes, input })
    return context.read.one('Referent', id, info)
  }

  @Mutation(() => Referent, { description: 'Changes a referent; another address or `active: false` revokes the links sent so far. CONFLICT, with the referent as it is, when it was changed since `version`.' })
  @Locked('Referent', 'update')
  async updateReferent(
    @Arg('id', () => ID, { description: 'The referent.' }) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => ReferentInput, { description: 'The referent as it should be.' }) input: ReferentInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await updateReferent(context, { id, version, input })
    return context.read.one('Referent', id, info)
  }

  @Mutation(() => Referent, { description: 'Changes what a referent says of himself, by the link; the last to speak is right.' })
  @Locked('Referent', 'updateOwn')
  async updateOwnDetails(
    @Arg('id', () => ID, { description: 'The referent himself.' }) id: string,
    @Arg('input', () => OwnDetailsInput, { description: 'What changes.' }) input: OwnDetailsInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await updateOwnDetails(context, id, input)
    return context.read.one('Referent', id, info)
  }
}
