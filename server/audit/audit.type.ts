import { GraphQLJSONObject } from 'graphql-scalars'
import { Field, ID, ObjectType } from 'type-graphql'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

@ObjectType({ description: 'Whoever acted, by name alone.' })
export class Author {
  @Field(() => ID, { description: 'The identifier of the account.' }) id: string
  @Field(() => String, { description: 'The name of the person.' }) name: string
}

@ObjectType({ description: 'One line of the journal: who did what, when, and what it changed.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => Instant, { description: 'When it was done.' }) at: Date
  @Field(() => String, { description: 'The noun it was done to, such as `Event`.' }) resource: string
  @Field(() => ID, { description: 'The identifier of the record.' }) recordId: string
  @Field(() => String, { description: 'The action, such as `publish`.' }) action: string
  @Field(() => GraphQLJSONObject, { description: '`{ field: [before, after] }`; `true` in place of the pair for personal or hidden fields.' }) changes: object
  @Field(() => String, { nullable: true, description: 'Why, when the action asks for a reason.' }) reason: string | null
  @Field(() => ID, { nullable: true, description: 'The department it concerns; null when none or several.' }) departmentCode: string | null
  @Field(() => ID, { nullable: true, description: 'The account that acted; null when a referent or the system did.' }) accountId: string | null
  @Field(() => ID, { nullable: true, description: 'The referent who acted by a link.' }) referentId: string | null
  @Field(() => Author, { nullable: true, description: 'Whoever acted.' }) author: Author | null
  @Field(() => Event, { nullable: true, description: 'The event it was done to, when it was one and is in reach.' }) event: Event | null
  @Field(() => Referent, { nullable: true, description: 'The referent who acted, when in reach.' }) referent: Referent | null
}

@ObjectType({ description: 'One page of the journal.' })
export class AuditEntryList extends ListOf(AuditEntry) {}
