import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { AuditEntry } from '../audit/audit.type.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { City, Department, Neighbourhood } from '../territories/territory.types.ts'

@ObjectType({ description: 'What the viewer may do with this venue: the reasons against each action, none when it may be taken.' })
export class VenueCan {
  @Field(() => [Reason], { description: 'Against changing it.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against reading its contact: then it reads as null.' }) readContact: Reason[]
}

@ObjectType({ description: 'A place where events are held, used again from one to the next.' })
export class Venue {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The department it lies in.' }) departmentCode: string
  @Field(() => ID, { description: 'The INSEE code of its city.' }) cityId: string
  @Field(() => String, { description: 'Its name, such as « Maison de quartier ».' }) name: string
  @Field(() => String, { description: 'Street and number; several lines are possible.' }) address: string
  @Field(() => String, { description: 'The postal code.' }) postalCode: string
  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS 84).' }) latitude: number | null
  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84).' }) longitude: number | null
  @Field(() => Boolean, { description: 'True while the position is only the city’s.' }) approximate: boolean
  @Field(() => String, { nullable: true, description: 'How people with a disability get in.' }) access: string | null
  @Field(() => String, { nullable: true, description: 'How to get there by public transport.' }) transport: string | null
  @Field(() => String, { nullable: true, description: 'Whom to ask; null when hidden.' }) contactName: string | null
  @Field(() => String, { nullable: true, description: 'Where to write; null when hidden.' }) contactEmail: string | null
  @Field(() => String, { nullable: true, description: 'Where to call; null when hidden.' }) contactPhone: string | null
  @Field(() => ID, { nullable: true, description: 'The priority neighbourhood it lies in, by its position; null where there is none, where no contour is loaded, or while the position is only the city’s.' }) neighbourhoodId: string | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => City, { nullable: true, description: 'Its city.' }) city: City | null
  @Field(() => Department, { nullable: true, description: 'Its department.' }) department: Department | null
  @Field(() => Neighbourhood, { nullable: true, description: 'The priority neighbourhood it lies in, by its position.' }) neighbourhood: Neighbourhood | null
  @Field(() => [Event], { description: 'The events in reach that are held there, by date; at most 1 000.' }) events: Event[]
  @Field(() => [AuditEntry], { description: 'What was done to it, oldest first.' }) history: AuditEntry[]
  @Field(() => VenueCan, { description: 'What the viewer may do with it.' }) can: VenueCan
}

@ObjectType({ description: 'One page of venues.' })
export class VenueList extends ListOf(Venue) {}
