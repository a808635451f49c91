import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Event } from '../events/event.type.ts'
import { Comment } from './comment.type.ts'
import { createComment } from './createComment.ts'
import { removeComment } from './removeComment.ts'
import { updateComment } from './updateComment.ts'

@InputType({ description: 'What a person writes in a comment; serves creation and change.' })
export class CommentInput {
  @Field(() => String, { description: 'Plain text, 1 to 4 000 characters.' }) @MaxLength(4000, { message: 'Un commentaire compte de 1 à 4 000 caractères.' }) text: string
  @Field(() => [ID], { nullable: true, description: 'Colleagues whom it names: accounts of the event’s department. Each is written to, once. Left out: none, or unchanged.' })
  @IsOptional() @ArrayMaxSize(20, { message: 'Un commentaire mentionne au plus 20 collègues.' }) mentionIds?: string[] | null
}

@Resolver()
export class CommentResolver {
  @Mutation(() => Comment, { description: 'Comments on an event. The same id again answers with the same comment.' })
  @Locked('Comment', 'create')
  async createComment(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('eventId', () => ID, { description: 'The event it is about.' }) eventId: string,
    @Arg('input', () => CommentInput, { description: 'What it says.' }) input: CommentInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Comment> {
    await createComment(context, { id, eventId, input })
    return context.read.one('Comment', id, info)
  }

  @Mutation(() => Comment, { description: 'Corrects one’s own comment, within fifteen minutes. CONFLICT when it was changed since `version`.' })
  @Locked('Comment', 'update')
  async updateComment(
    @Arg('id', () => ID, { description: 'The comment.' }) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => CommentInput, { description: 'What it should say.' }) input: CommentInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Comment> {
    await updateComment(context, { id, version, input })
    return context.read.one('Comment', id, info)
  }

  @Mutation(() => Event, { description: 'Removes one’s own comment: the journal keeps that there was one, and its text is gone. Answers with its event.' })
  @Locked('Comment', 'remove')
  async removeComment(@Arg('id', () => ID, { description: 'The comment.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return context.read.one('Event', await removeComment(context, id), info)
  }
}
