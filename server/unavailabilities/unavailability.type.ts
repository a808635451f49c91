import { Field, ID, ObjectType } from 'type-graphql'
import { Reason } from '../graphql/reason.type.ts'
import { Day, Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

@ObjectType({ description: 'What the viewer may do with these days: the reasons against each action, none when it may be taken.' })
export class UnavailabilityCan {
  @Field(() => [Reason], { description: 'Against removing them.' }) remove: Reason[]
}

@ObjectType({ description: 'Days on which a referent cannot come, whatever the event.' })
export class Unavailability {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The referent.' }) referentId: string
  @Field(() => Day, { description: 'The first day, in Paris.' }) startsOn: string
  @Field(() => Day, { description: 'The last day, in Paris; the same for one day.' }) endsOn: string
  @Field(() => Instant, { description: 'When it was said.' }) createdAt: Date
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => UnavailabilityCan, { description: 'What the viewer may do with it.' }) can: UnavailabilityCan
}
