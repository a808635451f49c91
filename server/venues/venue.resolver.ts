import { ArrayMaxSize, IsEmail, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, Float, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { notAPhone, PHONE } from '../graphql/phone.ts'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { createVenue } from './createVenue.ts'
import { updateVenue } from './updateVenue.ts'
import { Venue, VenueList } from './venue.type.ts'

@InputType({ description: 'What a person writes about a venue; serves creation and change.' })
export class VenueInput {
  @Field(() => String, { description: 'Its name.' }) @Length(2, 200, { message: 'Le nom compte de 2 à 200 caractères.' }) name: string
  @Field(() => String, { description: 'Street and number.' }) @Length(2, 300, { message: 'L’adresse compte de 2 à 300 caractères.' }) address: string
  @Field(() => String, { description: 'The postal code.' }) @Matches(/^\d{5}$/, { message: 'Le code postal compte cinq chiffres.' }) postalCode: string
  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS 84); left out: the city’s.' }) @IsOptional() @Min(-90, { message: 'La latitude va de −90 à 90 degrés.' }) @Max(90, { message: 'La latitude va de −90 à 90 degrés.' }) latitude?: number | null
  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84); left out: the city’s.' }) @IsOptional() @Min(-180, { message: 'La longitude va de −180 à 180 degrés.' }) @Max(180, { message: 'La longitude va de −180 à 180 degrés.' }) longitude?: number | null
  @Field(() => String, { nullable: true, description: 'How people with a disability get in.' }) @IsOptional() @MaxLength(500, { message: 'Ce texte compte au plus 500 caractères.' }) access?: string | null
  @Field(() => String, { nullable: true, description: 'How to get there by public transport, in at most 500 characters.' }) @IsOptional() @MaxLength(500, { message: 'Ce texte compte au plus 500 caractères.' }) transport?: string | null
  @Field(() => String, { nullable: true, description: 'Whom to ask.' }) @IsOptional() @MaxLength(200, { message: 'Ce nom est trop long.' }) contactName?: string | null
  @Field(() => String, { nullable: true, description: 'Where to write.' }) @IsOptional() @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) contactEmail?: string | null
  @Field(() => String, { nullable: true, description: 'Where to call.' }) @IsOptional() @Matches(PHONE, notAPhone) contactPhone?: string | null
}

@InputType({ description: 'Criteria for venues.' })
export class VenueFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the address.' }) q?: string
  @Field(() => ID, { nullable: true, description: 'In this city.' }) cityId?: string
  @Field(() => [ID], { nullable: true, description: 'In one of these departments.' }) departmentCodes?: string[]
}
export enum VenueSort { name = 'name' }
registerEnumType(VenueSort, { name: 'VenueSort', description: 'What venues are sorted by.' })
@ArgsType() class VenueListArgs extends ListArgsOf(VenueFilter, VenueSort, VenueSort.name) {}

@Resolver()
export class VenueResolver {
  @Query(() => VenueList, { description: 'The venues.' })
  @Locked('Venue', 'read')
  venues(@Args(() => VenueListArgs) args: VenueListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<VenueList> {
    return read.list('Venue', args, info)
  }

  @Query(() => Venue, { description: 'One venue.' })
  @Locked('Venue', 'read')
  venue(@Arg('id', () => ID, { description: 'The venue.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Venue> {
    return read.one('Venue', id, info)
  }

  @Mutation(() => Venue, { description: 'Creates a venue. The same id again answers with the same venue; one of the same name at the same address is refused, and named in `extensions.existing`.' })
  @Locked('Venue', 'create')
  async createVenue(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('cityId', () => ID, { description: 'The INSEE code of its city.' }) cityId: string,
    @Arg('input', () => VenueInput, { description: 'What is known of it.' }) input: VenueInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Venue> {
    await createVenue(context, { id, cityId, input })
    return context.read.one('Venue', id, info)
  }

  @Mutation(() => Venue, { description: 'Changes a venue. CONFLICT, with the venue as it is, when it was changed since `version`.' })
  @Locked('Venue', 'update')
  async updateVenue(
    @Arg('id', () => ID, { description: 'The venue.' }) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => VenueInput, { description: 'The venue as it should be.' }) input: VenueInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Venue> {
    await updateVenue(context, { id, version, input })
    return context.read.one('Venue', id, info)
  }
}
