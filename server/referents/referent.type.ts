import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Assignment } from '../assignments/assignment.type.ts'
import { AuditEntry } from '../audit/audit.type.ts'
import { Availability } from '../availabilities/availability.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Message } from '../messages/message.type.ts'
import { Unavailability } from '../unavailabilities/unavailability.type.ts'
import { City, Department } from '../territories/territory.types.ts'

@ObjectType({ description: 'What the viewer may do with this referent: the reasons against each action, none when it may be taken.' })
export class ReferentCan {
  @Field(() => [Reason], { description: 'Against changing the record.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against reading how to reach the person: then mail and phone read as null.' }) readContact: Reason[]
  @Field(() => [Reason], { description: 'Against changing it as the person it speaks of.' }) updateOwn: Reason[]
}

@ObjectType({ description: 'An adult mobilised, most often a volunteer, to accompany young people. Has no account.' })
export class Referent {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'First name.' }) firstName: string
  @Field(() => String, { description: 'Last name.' }) lastName: string
  @Field(() => String, { nullable: true, description: 'Mail, in lower case; null when hidden.' }) email: string | null
  @Field(() => String, { nullable: true, description: 'Phone in E.164; null when unknown or hidden.' }) phone: string | null
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the home city.' }) cityId: string | null
  @Field(() => String, { nullable: true, description: 'Employer or structure.' }) employer: string | null
  @Field(() => [String], { description: 'Languages spoken, in French.' }) languages: string[]
  @Field(() => String, { nullable: true, description: 'What the person knows well.' }) skills: string | null
  @Field(() => Int, { nullable: true, description: 'How far from home, in kilometres; null: no limit said.' }) maxDistanceKm: number | null
  @Field(() => Int, { nullable: true, description: 'At most this many days in one campaign; null: no limit said.' }) maxDays: number | null
  @Field(() => String, { nullable: true, description: 'What the person told the coordinators from his or her own page.' }) comment: string | null
  @Field(() => Boolean, { description: 'False: not to be asked any more.' }) active: boolean
  @Field(() => Instant, { nullable: true, description: 'When the person asked not to be solicited any more; only what is about a place still held is written to him or her then. Null: may be solicited.' }) stoppedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When the address came back for good: nothing is sent to it until it changes. Null: it did not.' }) bouncedAt: Date | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => City, { nullable: true, description: 'The home city.' }) city: City | null
  @Field(() => [Department], { description: 'The departments the person accepts.' }) departments: Department[]
  @Field(() => [Availability], { description: 'Invitations and answers in reach, in the order they were asked.' }) availabilities: Availability[]
  @Field(() => [Assignment], { description: 'Assignments in reach, by date.' }) assignments: Assignment[]
  @Field(() => [Unavailability], { description: 'Days on which the person cannot come, in order.' }) unavailabilities: Unavailability[]
  @Field(() => [Message], { description: 'The mails sent, in reach, oldest first.' }) messages: Message[]
  @Field(() => [AuditEntry], { description: 'What was done to the record, oldest first.' }) history: AuditEntry[]
  @Field(() => ReferentCan, { description: 'What the viewer may do with it.' }) can: ReferentCan
}

@ObjectType({ description: 'One page of referents.' })
export class ReferentList extends ListOf(Referent) {}
