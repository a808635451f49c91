import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { createReferent } from './createReferent.ts'
import { eraseReferent } from './eraseReferent.ts'
import { mergeReferents } from './mergeReferents.ts'
import { OwnDetailsInput, ReferentFilter, ReferentInput, ReferentSort } from './referent.inputs.ts'
import { Referent, ReferentList } from './referent.type.ts'
import { updateOwnDetails } from './updateOwnDetails.ts'
import { tellApart } from './tellApart.ts'
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

  @Mutation(() => Referent, { description: 'Makes one record of two: what hangs on the other goes to the first, and the other is removed. Of two answers about one event the latest stays; of two places the stronger; links sent to an address that is not kept are revoked. Merged already: nothing. CONFLICT when one was changed since its version, or both are confirmed at events that overlap.' })
  @Locked('Referent', 'merge')
  async mergeReferents(
    @Arg('id', () => ID, { description: 'The record that stays; the viewer reaches all its departments.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version when the two were compared.' }) version: number,
    @Arg('otherId', () => ID, { description: 'The record that goes; the viewer reaches all its departments.' }) otherId: string,
    @Arg('otherVersion', () => Int, { description: 'Its version when the two were compared.' }) otherVersion: number,
    @Arg('input', () => ReferentInput, { description: 'The record as it should be, chosen from both.' }) input: ReferentInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await mergeReferents(context, { id, version, otherId, otherVersion, input })
    return context.read.one('Referent', id, info)
  }

  @Mutation(() => Referent, { description: 'Says that two records are two people: neither is among the duplicates of the other any more.' })
  @Locked('Referent', 'tellApart')
  async tellReferentsApart(
    @Arg('id', () => ID, { description: 'One of them.' }) id: string,
    @Arg('otherId', () => ID, { description: 'The other.' }) otherId: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await tellApart(context, { id, otherId })
    return context.read.one('Referent', id, info)
  }

  @Mutation(() => Referent, { description: 'Erases for good all that is known of a person, on request. Places to come are released and their departments told; answers and places that are past stay counted, of nobody. Erased already: nothing.' })
  @Locked('Referent', 'erase')
  async eraseReferent(
    @Arg('id', () => ID, { description: 'The referent.' }) id: string,
    @Arg('reason', () => String, { description: 'Why, in 3 to 500 characters, without naming the person: the journal keeps it.' }) reason: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await eraseReferent(context, id, reason)
    return context.read.one('Referent', id, info)
  }
}
