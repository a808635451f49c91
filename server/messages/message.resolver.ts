import { Length } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { MessageState } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { Message, MessageList, Recipients } from './message.type.ts'
import { messageReferents } from './messageReferents.ts'
import { MessageKind, type Kind } from './kinds.ts'
import { resendMessage } from './resendMessage.ts'

@InputType({ description: 'Criteria for messages.' })
export class MessageFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the address or the subject.' }) q?: string
  @Field(() => [MessageState], { nullable: true, description: 'In one of these states.' }) states?: MessageState[]
  @Field(() => [MessageKind], { nullable: true, description: 'Of one of these kinds.' }) kinds?: Kind[]
  @Field(() => ID, { nullable: true, description: 'Sent to this referent.' }) referentId?: string
}
export enum MessageSort { createdAt = 'createdAt', sentAt = 'sentAt' }
registerEnumType(MessageSort, { name: 'MessageSort', description: 'By the instant it was written or sent.' })
@ArgsType() class MessageListArgs extends ListArgsOf(MessageFilter, MessageSort, MessageSort.createdAt) {}

@ArgsType()
class MessageArgs {
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'A UUID made by the client: sent again, nobody is written to twice.' }) id: string
  @Field(() => String, { description: 'The subject, 3 to 150 characters; names in braces are filled in: prénom, opération, date, horaires, lieu.' })
  @Length(3, 150, { message: 'L’objet compte de 3 à 150 caractères.' }) subject: string
  @Field(() => String, { description: 'The text, 10 to 5 000 characters, with the same names in braces; the greeting and the referent’s link are added.' })
  @Length(10, 5000, { message: 'Le texte compte de 10 à 5 000 caractères.' }) body: string
  @Field(() => Recipients, { description: 'To whom.' }) to: Recipients
}

@Resolver()
export class MessageResolver {
  @Query(() => MessageList, { description: 'The mails sent or kept.' })
  @Locked('Message', 'read')
  messages(@Args(() => MessageListArgs) args: MessageListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<MessageList> {
    return read.list('Message', args, info)
  }

  @Query(() => Message, { description: 'One mail.' })
  @Locked('Message', 'read')
  message(@Arg('id', () => ID, { description: 'Its identifier.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Message> {
    return read.one('Message', id, info)
  }

  @Mutation(() => Message, { description: 'Sends again a mail that was refused, came back, was withheld, or whose sending is uncertain; the same call again does nothing more.' })
  @Locked('Message', 'resend')
  async resendMessage(
    @Arg('id', () => ID, { description: 'The mail.' }) id: string,
    @Arg('version', () => Int, { description: 'The version it was seen in; a later one says that it was sent again already.' }) version: number,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Message> {
    await resendMessage(context, { id, version })
    return context.read.one('Message', id, info)
  }

  @Mutation(() => Event, { description: 'Writes to the referents of an event, one mail each. Answers the event.' })
  @Locked('Event', 'message')
  async messageReferents(@Args(() => MessageArgs) given: MessageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    await messageReferents(context, given)
    return context.read.one('Event', given.eventId, info)
  }
}
