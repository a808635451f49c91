import { ArrayMaxSize, IsOptional } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Answer } from '../db/generated/enums.ts'
import { EventList } from '../events/event.type.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { reasonOf } from '../reading/lifecycle.ts'
import { Referent } from '../referents/referent.type.ts'
import { answer, declineRest } from './answer.ts'
import { Availability, AvailabilityList } from './availability.type.ts'
import { inviteReferents } from './inviteReferents.ts'

@InputType({ description: 'Criteria for availabilities.' })
export class AvailabilityFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'About this event.' }) eventId?: string
  @Field(() => ID, { nullable: true, description: 'Of this referent.' }) referentId?: string
  @Field(() => [Answer], { nullable: true, description: 'With one of these answers.' }) answers?: Answer[]
}
export enum AvailabilitySort { askedAt = 'askedAt', answeredAt = 'answeredAt' }
registerEnumType(AvailabilitySort, { name: 'AvailabilitySort', description: 'By the instant of the question or of the answer.' })
@ArgsType() class AvailabilityListArgs extends ListArgsOf(AvailabilityFilter, AvailabilitySort, AvailabilitySort.askedAt) {}

@ArgsType()
class InvitationArgs {
  @Field(() => [ID], { description: 'The events asked about, published and to come; at most 50.' }) @ArrayMaxSize(50, { message: 'Au plus 50 opérations à la fois.' }) eventIds: string[]
  @Field(() => [ID], { description: 'The referents asked, in reach; at most 500.' }) @ArrayMaxSize(500, { message: 'Au plus 500 référents à la fois.' }) referentIds: string[]
}

@Resolver()
export class AvailabilityResolver {
  @Query(() => AvailabilityList, { description: 'Who was asked about which event, and the answers.' })
  @Locked('Availability', 'read')
  availabilities(@Args(() => AvailabilityListArgs) args: AvailabilityListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<AvailabilityList> {
    return read.list('Availability', args, info)
  }

  @Mutation(() => EventList, { description: 'Asks referents about events: one mail each, with one link for all dates. Whoever was already asked is not asked again. Answers the events.' })
  @Locked('Event', 'invite')
  async inviteReferents(@Args(() => InvitationArgs) given: InvitationArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<EventList> {
    await inviteReferents(context, given)
    return context.read.list('Event', { filter: { ids: given.eventIds }, sort: 'startsAt', page: { number: 0, size: 100 } }, info)
  }

  @Mutation(() => Availability, { description: 'The referent’s own answer, by the link. It may change until the event starts.' })
  @Locked('Availability', 'answer')
  async answerInvitation(
    @Arg('id', () => ID, { description: 'The availability.' }) id: string,
    @Arg('answer', () => Answer, { description: 'The answer.' }) given: Answer,
    @Arg('reason', () => String, { nullable: true, description: 'Why a place is given back, for the coordinators; 3 to 500 characters.' }) reason: string | null,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Availability> {
    await answer(context, 'answer', id, given, reason ? reasonOf(reason) : undefined)
    return context.read.one('Availability', id, info)
  }

  @Mutation(() => Referent, { description: 'Says no to every date that the referent has not answered and still may. Answers the referent.' })
  @Locked('Availability', 'answer')
  async declineRest(@Arg('referentId', () => ID, { description: 'The referent himself.' }) referentId: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await declineRest(context, referentId)
    return context.read.one('Referent', referentId, info)
  }

  @Mutation(() => Availability, { description: 'Notes an answer that came by phone or in person.' })
  @Locked('Availability', 'record')
  async recordAnswer(
    @Arg('id', () => ID, { description: 'The availability.' }) id: string,
    @Arg('answer', () => Answer, { description: 'The answer.' }) given: Answer,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Availability> {
    await answer(context, 'record', id, given)
    return context.read.one('Availability', id, info)
  }
}
