import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Event, EventList } from '../events/event.type.ts'
import { Day } from '../graphql/scalars.ts'
import { createSeries } from './createSeries.ts'
import { previewSeries } from './previewSeries.ts'
import { CopyInput, SeriesInput, SeriesRule } from './series.inputs.ts'
import { SeriesPreview } from './series.type.ts'

const ofSource = { description: 'The event that is copied.' }

@Resolver()
export class SeriesResolver {
  @Mutation(() => Event, { description: 'Makes a draft of an event, on another day. The same new id again answers with the same draft.' })
  @Locked('Event', 'create')
  async copyEvent(
    @Arg('id', () => ID, ofSource) id: string,
    @Arg('newId', () => ID, { description: 'A UUID made by the client.' }) newId: string,
    @Arg('on', () => Day, { description: 'The day of the copy.' }) on: string,
    @Arg('copy', () => CopyInput, { description: 'What is copied.' }) copy: CopyInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await createSeries(context, { id, dates: [{ id: newId, on }], copy })
    return context.read.one('Event', newId, info)
  }

  @Query(() => SeriesPreview, { description: 'What a series made of an event would be: each date with what speaks against it. Nothing is made.' })
  @Locked('Event', 'create')
  seriesPreview(
    @Arg('id', () => ID, ofSource) id: string,
    @Arg('rule', () => SeriesRule, { description: 'On which days.' }) rule: SeriesRule,
    @Arg('copy', () => CopyInput, { description: 'What is copied.' }) copy: CopyInput,
    @Ctx() context: Context): Promise<SeriesPreview> {
    return previewSeries(context, { id, rule, copy })
  }

  @Mutation(() => EventList, { description: 'Makes a draft of an event for each date, all or none. Sent again with the same ids, it makes nothing twice. Answers the drafts.' })
  @Locked('Event', 'create')
  async createSeries(
    @Arg('id', () => ID, ofSource) id: string,
    @Arg('series', () => SeriesInput, { description: 'What is copied, and the dates.' }) { dates, ...copy }: SeriesInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<EventList> {
    await createSeries(context, { id, dates, copy })
    return context.read.list('Event', { filter: { ids: dates.map((one) => one.id) }, sort: 'startsAt', page: { number: 0, size: 100 } }, info)
  }
}
