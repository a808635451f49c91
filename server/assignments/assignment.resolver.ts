import { ArrayMaxSize, IsOptional } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { AssignmentState } from '../db/generated/enums.ts'
import { transact } from '../db/transact.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { nouns } from '../nouns.ts'
import { take } from '../reading/change.ts'
import { Assignment, AssignmentList } from './assignment.type.ts'
import { assignReferent } from './assignReferent.ts'
import { releaseAssignment } from './releaseAssignment.ts'

@InputType({ description: 'Criteria for assignments.' })
export class AssignmentFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'At this event.' }) eventId?: string
  @Field(() => ID, { nullable: true, description: 'Of this referent.' }) referentId?: string
  @Field(() => [AssignmentState], { nullable: true, description: 'In one of these states.' }) states?: AssignmentState[]
}
export enum AssignmentSort { startsAt = 'startsAt', createdAt = 'createdAt' }
registerEnumType(AssignmentSort, { name: 'AssignmentSort', description: 'By the start of the event or the instant it was made.' })
@ArgsType() class AssignmentListArgs extends ListArgsOf(AssignmentFilter, AssignmentSort, AssignmentSort.startsAt) {}

const ofAssignment = { description: 'The assignment.' }

@Resolver()
export class AssignmentResolver {
  @Query(() => AssignmentList, { description: 'The places of referents at events.' })
  @Locked('Assignment', 'read')
  assignments(@Args(() => AssignmentListArgs) args: AssignmentListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<AssignmentList> {
    return read.list('Assignment', args, info)
  }

  @Mutation(() => Assignment, { description: 'Gives a referent a place at an event: confirmed after a yes or if needed, else offered by mail. CONFLICT when the hour is taken or no place is left. The same id again answers with the same assignment.' })
  @Locked('Assignment', 'create')
  async assignReferent(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('eventId', () => ID, { description: 'A published event to come.' }) eventId: string,
    @Arg('referentId', () => ID, { description: 'An active referent in reach.' }) referentId: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Assignment> {
    await assignReferent(context, { id, eventId, referentId })
    return context.read.one('Assignment', id, info)
  }

  @Mutation(() => Assignment, { description: 'Confirms a place.' })
  @Locked('Assignment', 'confirm')
  confirmAssignment(@Arg('id', () => ID, ofAssignment) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Assignment> {
    return step(context, 'confirm', id, info)
  }

  @Mutation(() => Assignment, { description: 'Says again that the referent comes, in the days before the event: the referent by the link, or the department for one reached by phone.' })
  @Locked('Assignment', 'reconfirm')
  reconfirmAssignment(@Arg('id', () => ID, ofAssignment) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Assignment> {
    return step(context, 'reconfirm', id, info, { reconfirmedAt: context.now })
  }

  @Mutation(() => Assignment, { description: 'Releases the referent from the place, and writes so to him or her while the event is to come.' })
  @Locked('Assignment', 'release')
  async releaseAssignment(
    @Arg('id', () => ID, ofAssignment) id: string,
    @Arg('reason', () => String, { description: 'Why, for the journal; 3 to 500 characters.' }) reason: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Assignment> {
    await releaseAssignment(context, id, reason)
    return context.read.one('Assignment', id, info)
  }

  @Mutation(() => Assignment, { description: 'Records that the referent came.' })
  @Locked('Assignment', 'recordPresence')
  recordReferentPresence(@Arg('id', () => ID, ofAssignment) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Assignment> {
    return step(context, 'recordPresence', id, info)
  }
}

async function step({ pool, viewer, now, read }: Context, action: 'confirm' | 'reconfirm' | 'recordPresence', id: string, info: GraphQLResolveInfo, set = {}): Promise<Assignment> {
  await transact(pool, (tx) => take(tx, { nouns, viewer, now }, 'Assignment', action, id, { set }))
  return read.one('Assignment', id, info)
}
