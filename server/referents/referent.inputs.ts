import { ArrayMaxSize, IsEmail, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'

const tooLong = { message: 'Ce texte est trop long.' }
const both = (...checks: PropertyDecorator[]) => (): PropertyDecorator => (target, key) => [IsOptional(), ...checks].forEach((check) => check(target, key))
const Phone = both(Matches(/^(\+\d{1,3}|0)[ .\d]{8,18}$/, { message: 'Ce numéro n’est pas valable : 06 12 34 56 78 est attendu.' }))
const Distance = both(Min(0, { message: 'La distance ne peut pas être négative.' }), Max(500, { message: 'La distance est d’au plus 500 km.' }))
const DaysInCampaign = both(Min(1, { message: 'Au moins un jour.' }), Max(365, { message: 'Au plus 365 jours.' }))

@InputType({ description: 'What a person writes about a referent; serves creation and change.' })
export class ReferentInput {
  @Field(() => String, { description: 'First name.' }) @Length(1, 100, { message: 'Le prénom est attendu.' }) firstName: string
  @Field(() => String, { description: 'Last name.' }) @Length(1, 100, { message: 'Le nom est attendu.' }) lastName: string
  @Field(() => String, { description: 'Mail; identifies the person.' }) @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) email: string
  @Field(() => String, { nullable: true, description: 'Phone; kept in E.164.' })
  @Phone() phone?: string | null
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the home city.' }) cityId?: string | null
  @Field(() => String, { nullable: true, description: 'Employer or structure.' }) @IsOptional() @MaxLength(200, tooLong) employer?: string | null
  @Field(() => [String], { nullable: true, description: 'Languages spoken, in French.' }) @IsOptional() @ArrayMaxSize(20) languages?: string[]
  @Field(() => String, { nullable: true, description: 'What the person knows well.' }) @IsOptional() @MaxLength(500, tooLong) skills?: string | null
  @Field(() => Int, { nullable: true, description: 'How far from home, in kilometres.' })
  @Distance() maxDistanceKm?: number | null
  @Field(() => Int, { nullable: true, description: 'At most this many days in one campaign.' })
  @DaysInCampaign() maxDays?: number | null
  @Field(() => Boolean, { nullable: true, description: 'False: not to be asked any more.' }) active?: boolean
}

@InputType({ description: 'What a referent writes about himself; what is left out stays.' })
export class OwnDetailsInput {
  @Field(() => String, { nullable: true, description: 'Phone; kept in E.164.' }) @Phone() phone?: string | null
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the home city.' }) cityId?: string | null
  @Field(() => [String], { nullable: true, description: 'Languages spoken, in French.' }) @IsOptional() @ArrayMaxSize(20) languages?: string[]
  @Field(() => Int, { nullable: true, description: 'How far from home, in kilometres.' }) @Distance() maxDistanceKm?: number | null
  @Field(() => Int, { nullable: true, description: 'At most this many days in one campaign.' }) @DaysInCampaign() maxDays?: number | null
  @Field(() => String, { nullable: true, description: 'What the coordinators should know, in at most 1 000 characters.' }) @IsOptional() @MaxLength(1000, { message: 'Au plus 1 000 caractères.' }) comment?: string | null
}

@InputType({ description: 'Criteria for referents.' })
export class ReferentFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(500) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the employer, whatever its case and accents.' }) @IsOptional() @MaxLength(200) q?: string
  @Field(() => [ID], { nullable: true, description: 'Accepting one of these departments.' }) departmentCodes?: string[]
  @Field(() => ID, { nullable: true, description: 'Living in this city.' }) cityId?: string
  @Field(() => Boolean, { nullable: true, description: 'Active or not.' }) active?: boolean
  @Field(() => Boolean, { nullable: true, description: 'May be solicited: active, with an address that receives, and did not ask to be left alone; or not.' }) reachable?: boolean
  @Field(() => String, { nullable: true, description: 'Speaking this language.' }) language?: string
  @Field(() => ID, { nullable: true, description: 'Not asked yet about this event.' }) notAskedAbout?: string
}

export enum ReferentSort { lastName = 'lastName', firstName = 'firstName' }
registerEnumType(ReferentSort, { name: 'ReferentSort', description: 'What referents are sorted by.' })
