import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Assignment } from '../assignments/assignment.type.ts'
import { Answer, AnswerSource } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

registerEnumType(Answer, { name: 'Answer', description: 'A referent’s answer about one event.' })
registerEnumType(AnswerSource, { name: 'AnswerSource', description: 'How an answer came: by the referent’s link, or noted by staff.' })

@ObjectType({ description: 'What the viewer may do with this availability: the reasons against each action, none when it may be taken.' })
export class AvailabilityCan {
  @Field(() => [Reason], { description: 'Against answering by the link.' }) answer: Reason[]
  @Field(() => [Reason], { description: 'Against noting an answer given otherwise than by the link.' }) record: Reason[]
}

@ObjectType({ description: 'A referent asked about an event, and the answer. No answer is never a yes.' })
export class Availability {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => ID, { description: 'The referent.' }) referentId: string
  @Field(() => Answer, { nullable: true, description: 'The answer; null while there is none.' }) answer: Answer | null
  @Field(() => AnswerSource, { nullable: true, description: 'How the answer came.' }) source: AnswerSource | null
  @Field(() => Instant, { description: 'When the referent was asked.' }) askedAt: Date
  @Field(() => Instant, { nullable: true, description: 'When the last answer came.' }) answeredAt: Date | null
  @Field(() => Boolean, { description: 'Whether the referent is confirmed elsewhere at that time; where is not said.' }) taken: boolean
  @Field(() => Event, { nullable: true, description: 'The event, when in reach.' }) event: Event | null
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => Assignment, { nullable: true, description: 'The assignment that followed, when in reach.' }) assignment: Assignment | null
  @Field(() => AvailabilityCan, { description: 'What the viewer may do with it.' }) can: AvailabilityCan
}

@ObjectType({ description: 'One page of availabilities.' })
export class AvailabilityList extends ListOf(Availability) {}
