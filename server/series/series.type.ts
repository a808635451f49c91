import { Field, ID, ObjectType } from 'type-graphql'
import { Day, Instant } from '../graphql/scalars.ts'

@ObjectType({ description: 'An event of the viewer’s reach that is at the same venue at that hour.' })
export class Clash {
  @Field(() => ID, { description: 'The event.' }) id: string
  @Field(() => String, { description: 'Its title.' }) title: string
  @Field(() => Instant, { description: 'When it starts.' }) startsAt: string
  @Field(() => Instant, { description: 'When it ends.' }) endsAt: string
}

@ObjectType({ description: 'A date that a series would have, and what to know of it.' })
export class SeriesDate {
  @Field(() => Day, { description: 'The day.' }) on: string
  @Field(() => Instant, { description: 'When the event would start: the same hour on the clocks of Paris as all others.' }) startsAt: Date
  @Field(() => Instant, { description: 'When it would end.' }) endsAt: Date
  @Field(() => String, { nullable: true, description: 'The public holiday of that day.' }) publicHoliday: string | null
  @Field(() => String, { nullable: true, description: 'The school holiday of zone C of that day; null also where none is published yet.' }) schoolHoliday: string | null
  @Field(() => Boolean, { description: 'Whether the rule avoids that day.' }) avoided: boolean
  @Field(() => Boolean, { description: 'Whether the day is before the campaign’s first or after its last.' }) outsideCampaign: boolean
  @Field(() => Boolean, { description: 'Whether that hour is past: such an event cannot be published.' }) past: boolean
  @Field(() => Boolean, { description: 'Whether the clocks of Paris skip one of its hours that day, in spring: no draft is made there.' }) skipped: boolean
  @Field(() => [Clash], { description: 'What is at the same venue at that hour, cancelled and postponed events aside.' }) clashes: Clash[]
}

@ObjectType({ description: 'What a series would be, before anything is made.' })
export class SeriesPreview {
  @Field(() => [SeriesDate], { description: 'Its dates, avoided ones included.' }) dates: SeriesDate[]
  @Field(() => Day, { description: 'School holidays are published until that day: of later days nothing is known.' }) schoolHolidaysKnownUntil: string
}
