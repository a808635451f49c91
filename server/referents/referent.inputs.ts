import { ArrayMaxSize, IsEmail, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { Instant } from '../graphql/scalars.ts'

const tooLong = { message: 'Ce texte est trop long.' }
const both = (...checks: PropertyDecorator[]) => (): PropertyDecorator => (target, key) => [IsOptional(), ...checks].forEach((check) => check(target, key))
const Phone = both(MaxLength(40, tooLong))
const Distance = both(Min(0, { message: 'La distance ne peut pas être négative.' }), Max(500, { message: 'La distance est d’au plus 500 km.' }))
const DaysInCampaign = both(Min(1, { message: 'Au moins un jour.' }), Max(365, { message: 'Au plus 365 jours.' }))

@InputType({ description: 'What a person writes about a referent; serves creation and change.' })
export class ReferentInput {
  @Field(() => String, { description: 'First name.' }) @Length(1, 100, { message: 'Le prénom est attendu.' }) firstName: string
  @Field(() => String, { description: 'Last name.' }) @Length(1, 100, { message: 'Le nom est attendu.' }) lastName: string
  @Field(() => String, { description: 'Mail; identifies the person.' }) @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) email: string
  @Field(() => String, { nullable: true, description: 'Phone, as people write it; kept in E.164.' }) @Phone() phone?: string | null
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the home city.' }) cityId?: string | null
  @Field(() => String, { nullable: true, description: 'Employer or structure.' }) @IsOptional() @MaxLength(200, tooLong) employer?: string | null
  @Field(() => [String], { nullable: true, description: 'Languages spoken, in French.' }) @IsOptional() @ArrayMaxSize(20) languages?: string[]
  @Field(() => String, { nullable: true, description: 'What the person knows well.' }) @IsOptional() @MaxLength(500, tooLong) skills?: string | null
  @Field(() => Int, { nullable: true, description: 'How far from home, in kilometres.' })
  @Distance() maxDistanceKm?: number | null
  @Field(() => Int, { nullable: true, description: 'At most this many days in one campaign.' })
  @DaysInCampaign() maxDays?: number | null
  @Field(() => String, { nullable: true, description: 'Internal notes of the team.' }) @IsOptional() @MaxLength(2_000, tooLong) notes?: string | null
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

@InputType({ description: 'A circle around a city.' })
export class ReferentNear {
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the city; without it, all pass.' }) cityId?: string
  @Field(() => Int, { defaultValue: 20, description: 'Kilometres in a straight line between the positions of the two cities; 0: that city alone.' })
  @Min(0, { message: 'La distance ne peut pas être négative.' }) @Max(500, { message: 'La distance est d’au plus 500 km.' }) km: number
}

@InputType({ description: 'Criteria for referents. Whoever was erased is in no list.' })
export class ReferentFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(500) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the employer, whatever its case and accents.' }) @IsOptional() @MaxLength(200) q?: string
  @Field(() => [ID], { nullable: true, description: 'Accepting one of these departments.' }) departmentCodes?: string[]
  @Field(() => ID, { nullable: true, description: 'Living in this city.' }) cityId?: string
  @Field(() => ReferentNear, { nullable: true, description: 'Living near a city; a home city without position is near itself alone, and no home city is near nothing.' }) @IsOptional() @ValidateNested() near?: ReferentNear
  @Field(() => Boolean, { nullable: true, description: 'Active or not.' }) active?: boolean
  @Field(() => Boolean, { nullable: true, description: 'May be solicited: active, with an address that receives, and did not ask to be left alone; or not.' }) reachable?: boolean
  @Field(() => String, { nullable: true, description: 'Speaking this language, whatever its case and accents.' }) @IsOptional() @MaxLength(60) language?: string
  @Field(() => Int, { nullable: true, description: 'With at most this load.' }) loadAtMost?: number
  @Field(() => Instant, { nullable: true, description: 'Asked, and last before this instant.' }) lastAskedBefore?: Date
  @Field(() => Boolean, { nullable: true, description: 'Asked at least once about an event in reach, or never.' }) asked?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Whether another record may be the same person’s.' }) duplicates?: boolean
  @Field(() => ID, { nullable: true, description: 'Not asked yet about this event.' }) notAskedAbout?: string
}

export enum ReferentSort { lastName = 'lastName', firstName = 'firstName', load = 'load', lastAskedAt = 'lastAskedAt' }
registerEnumType(ReferentSort, { name: 'ReferentSort', description: 'What referents are sorted by; whoever was never asked comes before the others.' })
