import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { CancellationReason } from '../db/generated/enums.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { Instant } from '../graphql/scalars.ts'
import { cancelEvent } from './cancelEvent.ts'
import { changeLeadAgency } from './changeLeadAgency.ts'
import { createEvent } from './createEvent.ts'
import { EventFilter, EventInput, EventSort } from './event.inputs.ts'
import { Event, EventCounts, EventList } from './event.type.ts'
import { postponeEvent } from './postponeEvent.ts'
import { publishEvent } from './publishEvent.ts'
import { stepEvent } from './stepEvent.ts'
import { updateEvent } from './updateEvent.ts'

@ArgsType() class EventListArgs extends ListArgsOf(EventFilter, EventSort, EventSort.startsAt) {}

const ofEvent = { description: 'The event.' }
const untilReconfirmed = { nullable: true, description: 'Until when places wait to be reconfirmed, before the start: then they are released. Absent: a week, at most until the day before.' } as const
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

  @Query(() => EventCounts, { description: 'How many of the events in reach are in each work list.' })
  @Locked('Event', 'read')
  eventCounts(@Arg('filter', () => EventFilter, { nullable: true, description: 'Only events that pass; an absent criterion lets all pass.' }) filter: EventFilter | null, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<EventCounts> {
    return read.count('Event', filter, info)
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

  @Mutation(() => Event, { description: 'Gives an event another lead agency. CONFLICT, with the event as it is, when it was changed since `version`; sent again, it changes nothing.' })
  @Locked('Event', 'update')
  async changeLeadAgency(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('leadAgencyId', () => ID, { nullable: true, description: 'An agency of the event’s department; null: none leads it.' }) leadAgencyId: string | null,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await changeLeadAgency(context, { id, version, leadAgencyId: leadAgencyId ?? null })
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Submits a draft to a manager.' })
  @Locked('Event', 'submit')
  async submitEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await stepEvent(context, 'submit', id)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Sends a submitted event back to its draft.' })
  @Locked('Event', 'requestChanges')
  async requestEventChanges(@Arg('id', () => ID, ofEvent) id: string, @Arg('reason', () => String, why) reason: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await stepEvent(context, 'requestChanges', id, reason)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Makes an event public. One that was postponed asks its referents again, with one link each.' })
  @Locked('Event', 'publish')
  async publishEvent(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('reconfirmBy', () => Instant, untilReconfirmed) reconfirmBy: Date | null,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await publishEvent(context, id, reconfirmBy)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Says that the date no longer holds: every place is to be reconfirmed. With a new date, the event stays public and its referents are asked about it; without, it is POSTPONED and they are told to wait. CONFLICT when the event changed since `version`; the same date sent again changes nothing.' })
  @Locked('Event', 'postpone')
  async postponeEvent(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('version', () => Int, { description: 'The version that was decided upon.' }) version: number,
    @Arg('reason', () => String, why) reason: string,
    @Arg('startsAt', () => Instant, { nullable: true, description: 'When it starts now, if that is known; then with `endsAt`.' }) startsAt: Date | null,
    @Arg('endsAt', () => Instant, { nullable: true, description: 'When it ends now.' }) endsAt: Date | null,
    @Arg('reconfirmBy', () => Instant, untilReconfirmed) reconfirmBy: Date | null,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await postponeEvent(context, id, reason, { version, startsAt, endsAt, reconfirmBy })
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Cancels an event for good; its public page says so.' })
  @Locked('Event', 'cancel')
  async cancelEvent(
    @Arg('id', () => ID, ofEvent) id: string,
    @Arg('cancellationReason', () => CancellationReason, { description: 'Why, from the closed list.' }) cancellationReason: CancellationReason,
    @Arg('reason', () => String, why) reason: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await cancelEvent(context, id, reason, cancellationReason)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Records that a published event took place.' })
  @Locked('Event', 'hold')
  async holdEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await stepEvent(context, 'hold', id)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Closes an event that was held.' })
  @Locked('Event', 'close')
  async closeEvent(@Arg('id', () => ID, ofEvent) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await stepEvent(context, 'close', id)
    return context.read.one('Event', id, info)
  }

  @Mutation(() => Event, { description: 'Opens a closed event again.' })
  @Locked('Event', 'reopen')
  async reopenEvent(@Arg('id', () => ID, ofEvent) id: string, @Arg('reason', () => String, why) reason: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await stepEvent(context, 'reopen', id, reason)
    return context.read.one('Event', id, info)
  }
}
