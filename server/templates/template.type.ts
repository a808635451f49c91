import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { MessageKind, type Kind } from '../messages/kinds.ts'

registerEnumType(MessageKind, { name: 'MessageKind', description: 'The mails to referents whose text departments may change; what each says, `messageKinds` tells.' })

@ObjectType({ description: 'What the viewer may do with this text: the reasons against each action, none when it may be taken.' })
export class MessageTemplateCan {
  @Field(() => [Reason], { description: 'Against writing its next version.' }) create: Reason[]
}

@ObjectType({ description: 'One version of a text of mails to referents; the last of its kind and department counts.' })
export class MessageTemplate {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => MessageKind, { description: 'What it says.' }) kind: Kind
  @Field(() => ID, { nullable: true, description: 'The department whose mails it makes; null: the region’s, for those that have none of their own.' }) departmentCode: string | null
  @Field(() => Int, { description: '1, 2, 3… for this kind and department.' }) version: number
  @Field(() => String, { nullable: true, description: 'The subject, with names in braces; null: this version goes back to the text that stood before.' }) subject: string | null
  @Field(() => String, { nullable: true, description: 'The text, with names in braces; null as the subject is.' }) body: string | null
  @Field(() => ID, { nullable: true, description: 'Who wrote it; null once the account is gone.' }) authorId: string | null
  @Field(() => Instant, { description: 'When it was written.' }) createdAt: Date
  @Field(() => Boolean, { description: 'Whether it is the last of its kind and department.' }) current: boolean
  @Field(() => Author, { nullable: true, description: 'Who wrote it, when in reach.' }) author: Author | null
  @Field(() => MessageTemplateCan, { description: 'What the viewer may do with it.' }) can: MessageTemplateCan
}

@ObjectType({ description: 'One page of texts.' })
export class MessageTemplateList extends ListOf(MessageTemplate) {}

@ObjectType({ description: 'A kind of mail: its text of origin, and what a text of this kind may name.' })
export class MessageKindText {
  @Field(() => MessageKind, { description: 'The kind.' }) kind: Kind
  @Field(() => String, { description: 'The subject of origin.' }) subject: string
  @Field(() => String, { description: 'The text of origin.' }) body: string
  @Field(() => [String], { description: 'The names that may stand in braces in the text.' }) variables: readonly string[]
  @Field(() => [String], { description: 'Those of them that may stand in the subject.' }) subjectVariables: readonly string[]
  @Field(() => [String], { description: 'Those of them that the text has to hold.' }) required: readonly string[]
}

@ObjectType({ description: 'A text as the person would receive it.' })
export class MessagePreview {
  @Field(() => String, { description: 'The subject.' }) subject: string
  @Field(() => String, { description: 'The text; the secret addresses are made up.' }) text: string
  @Field(() => String, { description: 'Its HTML edition, a whole document.' }) html: string
}
