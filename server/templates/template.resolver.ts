import { ValidateNested } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { kinds, MessageKind, type Kind } from '../messages/kinds.ts'
import { ofOneLine } from '../messages/variables.ts'
import { previewTemplate, testTemplate } from './previewTemplate.ts'
import { MessageTemplateFilter, MessageTemplateSort, MessageTextInput } from './template.inputs.ts'
import { MessageKindText, MessagePreview, MessageTemplate, MessageTemplateList } from './template.type.ts'
import { restoreTemplate, writeTemplate } from './writeTemplate.ts'

@ArgsType() class MessageTemplateListArgs extends ListArgsOf(MessageTemplateFilter, MessageTemplateSort, MessageTemplateSort.createdAt) {}

const clientId = { description: 'A UUID made by the client: sent again, it does nothing more.' }
const lastVersion = { description: 'The last version, which it follows; 0 when there is none.' }

@ArgsType()
class MessageTemplateArgs {
  @Field(() => ID, clientId) id: string
  @Field(() => MessageKind, { description: 'The kind.' }) kind: Kind
  @Field(() => ID, { nullable: true, description: 'Whose text; null: the region’s.' }) departmentCode: string | null
  @Field(() => Int, lastVersion) version: number
}

@ArgsType()
class MessagePreviewArgs {
  @Field(() => MessageKind, { description: 'The kind.' }) kind: Kind
  @Field(() => MessageTextInput, { description: 'The text, saved or not.' }) @ValidateNested() input: MessageTextInput
  @Field(() => ID, { nullable: true, description: 'A referent in reach, with the dates to come that he was asked about; null: made-up ones.' }) referentId?: string | null
}

@Resolver()
export class TemplateResolver {
  @Query(() => [MessageKindText], { description: 'The kinds of mails to referents, with the text of origin of each.' })
  @Locked('MessageTemplate', 'read')
  messageKinds(): MessageKindText[] {
    return (Object.keys(kinds) as Kind[]).map((kind) => ({ ...kinds[kind], kind, subjectVariables: ofOneLine(kinds[kind].variables) }))
  }

  @Query(() => MessageTemplateList, { description: 'The texts that departments and the region wrote, every version.' })
  @Locked('MessageTemplate', 'read')
  messageTemplates(@Args(() => MessageTemplateListArgs) args: MessageTemplateListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<MessageTemplateList> {
    return read.list('MessageTemplate', args, info)
  }

  @Query(() => MessagePreview, { description: 'A text as it would be received. BAD_USER_INPUT, on its field, for a name in braces that means nothing there, or one that is missing.' })
  @Locked('MessageTemplate', 'preview')
  messagePreview(@Args(() => MessagePreviewArgs) { kind, input, referentId }: MessagePreviewArgs, @Ctx() context: Context): Promise<MessagePreview> {
    return previewTemplate(context, { kind, text: input, referentId: referentId ?? null })
  }

  @Mutation(() => Boolean, { description: 'Sends the preview to the person signed in. The same id again sends nothing more.' })
  @Locked('MessageTemplate', 'preview')
  async testMessageTemplate(@Arg('id', () => ID, clientId) id: string, @Args(() => MessagePreviewArgs) { kind, input, referentId }: MessagePreviewArgs, @Ctx() context: Context): Promise<boolean> {
    await testTemplate(context, { id, kind, text: input, referentId: referentId ?? null })
    return true
  }

  @Mutation(() => MessageTemplate, { description: 'Writes the next version of a text; what leaves from now on is made from it. CONFLICT, with the text as it is, when `version` is no longer the last.' })
  @Locked('MessageTemplate', 'create')
  async saveMessageTemplate(@Args(() => MessageTemplateArgs) given: MessageTemplateArgs, @Arg('input', () => MessageTextInput, { description: 'The text.' }) input: MessageTextInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MessageTemplate> {
    await writeTemplate(context, { ...given, departmentCode: given.departmentCode ?? null }, input)
    return context.read.one('MessageTemplate', given.id, info)
  }

  @Mutation(() => MessageTemplate, { description: 'Goes back to the text that stood before any was written here: the region’s for a department, that of origin for the region.' })
  @Locked('MessageTemplate', 'create')
  async resetMessageTemplate(@Args(() => MessageTemplateArgs) given: MessageTemplateArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MessageTemplate> {
    await writeTemplate(context, { ...given, departmentCode: given.departmentCode ?? null }, null)
    return context.read.one('MessageTemplate', given.id, info)
  }

  @Mutation(() => MessageTemplate, { description: 'Writes an earlier version anew, as the last.' })
  @Locked('MessageTemplate', 'create')
  async restoreMessageTemplate(
    @Arg('id', () => ID, clientId) id: string,
    @Arg('from', () => ID, { description: 'The version to go back to.' }) from: string,
    @Arg('version', () => Int, lastVersion) version: number,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MessageTemplate> {
    await restoreTemplate(context, { id, from, version })
    return context.read.one('MessageTemplate', id, info)
  }
}
