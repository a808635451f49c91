import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Assignment } from '../assignments/assignment.type.ts'
import { AuditEntry } from '../audit/audit.type.ts'
import { Availability } from '../availabilities/availability.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Instant } from '../graphql/scalars.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Message } from '../messages/message.type.ts'
import { Unavailability } from '../unavailabilities/unavailability.type.ts'
import { City, Department } from '../territories/territory.types.ts'

@ObjectType({ description: 'What the viewer may do with this referent: the reasons against each action, none when it may be taken.' })
export class ReferentCan {
  @Field(() => [Reason], { description: 'Against changing the record.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against reading how to reach the person: then mail, phone and duplicates read as null.' }) readContact: Reason[]
  @Field(() => [Reason], { description: 'Against changing it as the person it speaks of.' }) updateOwn: Reason[]
  @Field(() => [Reason], { description: 'Against reading the notes of the team: then they read as null.' }) readInternal: Reason[]
  @Field(() => [Reason], { description: 'Against merging the record with another.' }) merge: Reason[]
  @Field(() => [Reason], { description: 'Against saying that it and another are two people.' }) tellApart: Reason[]
  @Field(() => [Reason], { description: 'Against erasing the person’s data for good.' }) erase: Reason[]
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
  @Field(() => String, { nullable: true, description: 'Internal notes of the team; never shown by the pages of a link; null when hidden.' }) notes: string | null
  @Field(() => Boolean, { description: 'False: not to be asked any more.' }) active: boolean
  @Field(() => Instant, { nullable: true, description: 'When the person asked not to be solicited any more; only what is about a place still held is written to him or her then. Null: may be solicited.' }) stoppedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When the address came back for good: nothing is sent to it until it changes. Null: it did not.' }) bouncedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When the person’s data were erased: what remains is counted, and lists leave it out.' }) erasedAt: Date | null
  @Field(() => Int, { description: 'Places offered, confirmed, to reconfirm or kept, in reach, at events of the campaigns that are open.' }) load: number
  @Field(() => Instant, { nullable: true, description: 'When the person was last asked about an event in reach; null: never.' }) lastAskedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When the record was last written, by anybody; null when the journal does not know.' }) changedAt: Date | null
  @Field(() => [Referent], { nullable: true, description: 'Records in reach with the same name, whatever its case and accents, and the same phone, that nobody has told apart; null when hidden.' }) duplicates: Referent[] | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => City, { nullable: true, description: 'The home city.' }) city: City | null
  @Field(() => [Department], { description: 'The departments the person accepts.' }) departments: Department[]
  @Field(() => [Availability], { description: 'Invitations and answers in reach, in the order they were asked.' }) availabilities: Availability[]
  @Field(() => [Assignment], { description: 'Assignments in reach, by date.' }) assignments: Assignment[]
  @Field(() => [Unavailability], { description: 'Days on which the person cannot come, in order.' }) unavailabilities: Unavailability[]
  @Field(() => [Message], { description: 'The mails sent, in reach, oldest first.' }) messages: Message[]
  @Field(() => [AuditEntry], { description: 'What was done to the record, and to those merged into it, oldest first.' }) history: AuditEntry[]
  @Field(() => ReferentCan, { description: 'What the viewer may do with it.' }) can: ReferentCan
}

@ObjectType({ description: 'One page of referents.' })
export class ReferentList extends ListOf(Referent) {}
