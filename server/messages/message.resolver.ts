import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { MessageState } from '../db/generated/enums.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { Message, MessageList } from './message.type.ts'

@InputType({ description: 'Criteria for messages.' })
export class MessageFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the address or the subject.' }) q?: string
  @Field(() => [MessageState], { nullable: true, description: 'In one of these states.' }) states?: MessageState[]
  @Field(() => ID, { nullable: true, description: 'Sent to this referent.' }) referentId?: string
}
export enum MessageSort { createdAt = 'createdAt', sentAt = 'sentAt' }
registerEnumType(MessageSort, { name: 'MessageSort', description: 'By the instant it was written or sent.' })
@ArgsType() class MessageListArgs extends ListArgsOf(MessageFilter, MessageSort, MessageSort.createdAt) {}

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
}
