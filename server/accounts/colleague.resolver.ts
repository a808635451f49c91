import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf, ListOf } from '../graphql/list.ts'
import { Department } from '../territories/territory.types.ts'

@ObjectType({ description: 'Somebody of a departmental team, by name: whom a task is given to, or who is mentioned.' })
export class Colleague {
  @Field(() => ID, { description: 'The identifier of the account.' }) id: string
  @Field(() => String, { description: 'The name of the person.' }) name: string
  @Field(() => [Department], { description: 'The departments that he or she works for.' }) departments: Department[]
}

@ObjectType({ description: 'One page of colleagues.' })
export class ColleagueList extends ListOf(Colleague) {}

@InputType({ description: 'Criteria for colleagues.' })
export class ColleagueFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name, whatever its case and accents.' }) @IsOptional() @MaxLength(200) q?: string
  @Field(() => [ID], { nullable: true, description: 'Working for one of these departments.' }) departmentCodes?: string[]
}
export enum ColleagueSort { name = 'name' }
registerEnumType(ColleagueSort, { name: 'ColleagueSort', description: 'What colleagues are sorted by.' })
@ArgsType() class ColleagueListArgs extends ListArgsOf(ColleagueFilter, ColleagueSort, ColleagueSort.name) {}

@Resolver()
export class ColleagueResolver {
  @Query(() => ColleagueList, { description: 'Who works for the departments in reach and has an account.' })
  @Locked('Colleague', 'read')
  colleagues(@Args(() => ColleagueListArgs) args: ColleagueListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ColleagueList> {
    return read.list('Colleague', args, info)
  }
}
