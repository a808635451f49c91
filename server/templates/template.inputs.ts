import { ArrayMaxSize, IsOptional, Length } from 'class-validator'
import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { MessageKind, type Kind } from '../messages/kinds.ts'

@InputType({ description: 'A text; names in braces are filled in, as `messageKinds` lists them.' })
export class MessageTextInput {
  @Field(() => String, { description: 'The subject, 3 to 150 characters.' }) @Length(3, 150, { message: 'L’objet compte de 3 à 150 caractères.' }) subject: string
  @Field(() => String, { description: 'The text, 10 to 5 000 characters.' }) @Length(10, 5000, { message: 'Le texte compte de 10 à 5 000 caractères.' }) body: string
}

@InputType({ description: 'Criteria for texts.' })
export class MessageTemplateFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => [MessageKind], { nullable: true, description: 'Of one of these kinds.' }) kinds?: Kind[]
  @Field(() => Boolean, { nullable: true, description: 'The last of its kind and department, or an earlier one.' }) current?: boolean
}

export enum MessageTemplateSort { createdAt = 'createdAt', version = 'version' }
registerEnumType(MessageTemplateSort, { name: 'MessageTemplateSort', description: 'What texts are sorted by.' })
