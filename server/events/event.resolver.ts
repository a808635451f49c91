import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { CancellationReason } from '../db/generated/enums.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { createEvent } from './createEvent.ts'
import { EventFilter, EventInput, EventSort } from './event.inputs.ts'
import { Event, EventList } from './event.type.ts'
import { stepEvent } from './stepEvent.ts'
import { updateEvent } from './updateEvent.ts'

@ArgsType() class EventListArgs extends ListArgsOf(EventFilter, EventSort, EventSort.startsAt) {}

const ofEvent = { description: 'The event.' }
const why = { description: 'Why, for the journal; 3 to 500 characters.' }

@Resolver()
export class EventResolver {
  @Query(() => EventList, { description: 'The events in reach.' })
  @Locked('Event', 'read')
  events(@Args(() => EventListArgs) args: EventListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<EventList> {
    return read.list('Event', args, info)
  }

  @Query(() => Event, { description: 'One event.' })
  @Locked('Event', 'read')
  event(@Arg('id', () => ID, ofEvent) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Creates a draft. The same id again answers with the same event.' })
  @Locked('Event', 'create')
  async createEvent(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('campaignId', () => ID, { description: 'An open campaign.' }) campaignId: string,
    @Arg('departmentCode', () => ID, { description: 'The department that carries it.' }) departmentCode: string,
    @Arg('input', () => EventInput, { description: 'What is known of it.' }) input: EventInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await createEvent(context, { id, campaignId, departmentCode, input })
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Changes an event. CONFLICT, with the event as it is, when it was changed since `version`.' })
  @Locked('Event', 'update')
  async updateEvent(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => EventInput, { description: 'The event as it should be.' }) input: EventInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await updateEvent(context, { id, version, input })
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Submits a draft to a manager.' })
  @Locked('Event', 'submit')
  submitEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'submit', id, info)
  }

  @Mutation(() => Event, { description: 'Sends a submitted event back to its draft.' })
  @Locked('Event', 'requestChanges')
  requestEventChanges(@Arg('id', () => ID, ofEvent) id: string, @Arg('reason', () => String, why) reason: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'requestChanges', id, info, { reason })
  }

  @Mutation(() => Event, { description: 'Makes an event public.' })
  @Locked('Event', 'publish')
  publishEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'publish', id, info)
  }

  @Mutation(() => Event, { description: 'Says that the date no longer holds; confirmed referents are to reconfirm.' })
  @Locked('Event', 'postpone')
  postponeEvent(@Arg('id', () => ID, ofEvent) id: string, @Arg('reason', () => String, why) reason: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'postpone', id, info, { reason })
  }

  @Mutation(() => Event, { description: 'Cancels an event for good; its public page says so.' })
  @Locked('Event', 'cancel')
  cancelEvent(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('cancellationReason', () => CancellationReason, { description: 'Why, from the closed list.' }) cancellationReason: CancellationReason,
    @Arg('reason', () => String, why) reason: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'cancel', id, info, { reason, cancellationReason })
  }

  @Mutation(() => Event, { description: 'Records that a published event took place.' })
  @Locked('Event', 'hold')
  holdEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'hold', id, info)
  }

  @Mutation(() => Event, { description: 'Closes an event that was held.' })
  @Locked('Event', 'close')
  closeEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'close', id, info)
  }

  @Mutation(() => Event, { description: 'Opens a closed event again.' })
  @Locked('Event', 'reopen')
  reopenEvent(@Arg('id', () => ID, ofEvent) id: string, @Arg('reason', () => String, why) reason: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return stepEvent(context, 'reopen', id, info, { reason })
  }
}
