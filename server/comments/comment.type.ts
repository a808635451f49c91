import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'

@ObjectType({ description: 'What the viewer may do with this comment: the reasons against each action, none when it may be taken.' })
export class CommentCan {
  @Field(() => [Reason], { description: 'Against correcting it: its author may, for fifteen minutes.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against removing it: its author may.' }) remove: Reason[]
}

@ObjectType({ description: 'What a colleague wrote about an event, for its team and the region: never public, never read by agencies.' })
export class Comment {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The event it is about.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => ID, { nullable: true, description: 'The account that wrote it; null when that account is gone.' }) authorId: string | null
  @Field(() => String, { description: 'Plain text, 1 to 4 000 characters; a colleague is named as `@Name`.' }) text: string
  @Field(() => Instant, { description: 'When it was written.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When it was last corrected.' }) editedAt: Date | null
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Author, { nullable: true, description: 'Whoever wrote it, by name.' }) author: Author | null
  @Field(() => [Author], { description: 'The colleagues whom it names.' }) mentions: Author[]
  @Field(() => CommentCan, { description: 'What the viewer may do with it.' }) can: CommentCan
}
