import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator'
import { Field, ID, InputType, registerEnumType } from 'type-graphql'

@InputType({ description: 'What a view holds; serves creation and change.' })
export class SavedViewInput {
  @Field(() => String, { description: '1 to 80 characters.' }) @Length(1, 80, { message: 'Le nom de la vue compte de 1 à 80 caractères.' }) name: string
  @Field(() => String, { description: 'The query part of the console’s address, without its question mark; at most 4 000 characters.' })
  @MaxLength(4000, { message: 'Cette vue a trop de filtres pour être enregistrée : retirez-en.' }) search: string
  @Field(() => [String], { description: 'The columns that the list leaves out, at most 30.' })
  @ArrayMaxSize(30, { message: 'Au plus 30 colonnes.' }) @MaxLength(60, { each: true, message: 'Cette colonne n’existe pas.' }) hiddenColumns: string[]
}

@InputType({ description: 'Criteria for saved views.' })
export class SavedViewFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Shared, or not.' }) shared?: boolean
}

export enum SavedViewSort { name = 'name' }
registerEnumType(SavedViewSort, { name: 'SavedViewSort', description: 'What saved views are sorted by.' })
