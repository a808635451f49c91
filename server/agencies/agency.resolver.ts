import { ArrayMaxSize, IsEmail, IsOptional, Length, Matches, MaxLength } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { notAPhone, PHONE } from '../graphql/phone.ts'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { AgencyKind } from '../db/generated/enums.ts'
import { transact } from '../db/transact.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { nouns } from '../nouns.ts'
import { change } from '../reading/change.ts'
import { Agency, AgencyList } from './agency.type.ts'
import { createAgency } from './createAgency.ts'

@InputType({ description: 'What a person writes about an agency; serves creation and change.' })
export class AgencyInput {
  @Field(() => String, { description: 'Its name.' }) @Length(2, 200, { message: 'Le nom compte de 2 à 200 caractères.' }) name: string
  @Field(() => AgencyKind, { description: 'What it is.' }) kind: AgencyKind
  @Field(() => String, { nullable: true, description: 'Where to write.' }) @IsOptional() @IsEmail({}, { message: 'Cette adresse n’est pas valable : nom@domaine.fr est attendu.' }) email?: string | null
  @Field(() => String, { nullable: true, description: 'Where to call.' }) @IsOptional() @Matches(PHONE, notAPhone) phone?: string | null
}

@InputType({ description: 'Criteria for agencies.' })
export class AgencyFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name.' }) q?: string
  @Field(() => [AgencyKind], { nullable: true, description: 'Of one of these kinds.' }) kinds?: AgencyKind[]
  @Field(() => [ID], { nullable: true, description: 'Working in one of these departments.' }) departmentCodes?: string[]
}
export enum AgencySort { name = 'name', kind = 'kind' }
registerEnumType(AgencySort, { name: 'AgencySort', description: 'What agencies are sorted by.' })
@ArgsType() class AgencyListArgs extends ListArgsOf(AgencyFilter, AgencySort, AgencySort.name) {}

@Resolver()
export class AgencyResolver {
  @Query(() => AgencyList, { description: 'The agencies.' })
  @Locked('Agency', 'read')
  agencies(@Args(() => AgencyListArgs) args: AgencyListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<AgencyList> {
    return read.list('Agency', args, info)
  }

  @Query(() => Agency, { description: 'One agency.' })
  @Locked('Agency', 'read')
  agency(@Arg('id', () => ID, { description: 'The agency.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Agency> {
    return read.one('Agency', id, info)
  }

  @Mutation(() => Agency, { description: 'Creates an agency. The same id again answers with the same agency.' })
  @Locked('Agency', 'create')
  async createAgency(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('departmentCodes', () => [ID], { description: 'The departments it works in; all in the viewer’s reach.' }) departmentCodes: string[],
    @Arg('input', () => AgencyInput, { description: 'What is known of it.' }) input: AgencyInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Agency> {
    await createAgency(context, { id, departmentCodes, input })
    return context.read.one('Agency', id, info)
  }

  @Mutation(() => Agency, { description: 'Changes an agency. CONFLICT, with the agency as it is, when it was changed since `version`.' })
  @Locked('Agency', 'update')
  async updateAgency(
    @Arg('id', () => ID, { description: 'The agency.' }) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => AgencyInput, { description: 'The agency as it should be.' }) input: AgencyInput,
    @Ctx() { pool, viewer, now, read }: Context, @Info() info: GraphQLResolveInfo): Promise<Agency> {
    await transact(pool, (tx) => change(tx, { nouns, viewer, now }, 'Agency', 'update', { id, version, set: { ...input } }))
    return read.one('Agency', id, info)
  }
}
