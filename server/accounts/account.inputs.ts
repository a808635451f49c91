import { ArrayMaxSize, IsEmail, IsOptional, Length } from 'class-validator'
import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { Role } from '../db/generated/enums.ts'

@InputType({ description: 'Whom to invite, and as what.' })
export class AccountInput {
  @Field(() => String, { description: 'The address; a known one receives one more role.' }) @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) email: string
  @Field(() => String, { description: 'The name of the person.' }) @Length(2, 100, { message: 'Le nom compte de 2 à 100 caractères.' }) name: string
  @Field(() => Role, { description: 'The role.' }) role: Role
  @Field(() => ID, { nullable: true, description: 'The department, for a department’s role.' }) departmentCode?: string | null
  @Field(() => ID, { nullable: true, description: 'The agency, for an agency’s role.' }) agencyId?: string | null
}

@InputType({ description: 'Criteria for accounts.' })
export class AccountFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the address.' }) q?: string
}

export enum AccountSort { name = 'name', email = 'email', createdAt = 'createdAt' }
registerEnumType(AccountSort, { name: 'AccountSort', description: 'What accounts are sorted by.' })
