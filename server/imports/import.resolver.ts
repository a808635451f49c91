import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { applyImport } from './applyImport.ts'
import { Import, ImportList } from './import.type.ts'
import { prepareImport } from './prepareImport.ts'

@InputType({ description: 'Criteria for imports.' })
export class ImportFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Into this campaign.' }) campaignId?: string
}

export enum ImportSort { createdAt = 'createdAt' }
registerEnumType(ImportSort, { name: 'ImportSort', description: 'What imports are sorted by.' })

@ArgsType() class ImportListArgs extends ListArgsOf(ImportFilter, ImportSort, ImportSort.createdAt) {}

@ArgsType()
class PrepareImportArgs {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => ID, { description: 'A file that the viewer sent to `/files`.' }) fileId: string
  @Field(() => ID, { description: 'An open campaign.' }) campaignId: string
  @Field(() => Int, { defaultValue: 0, description: 'By how many whole weeks to move every date; hours stay as written.' })
  @Min(-1040, { message: 'Le décalage est d’au plus 1 040 semaines.' }) @Max(1040, { message: 'Le décalage est d’au plus 1 040 semaines.' }) weeks: number
}

@Resolver()
export class ImportResolver {
  @Query(() => ImportList, { description: 'The imports in reach.' })
  @Locked('Import', 'read')
  imports(@Args(() => ImportListArgs) args: ImportListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ImportList> {
    return read.list('Import', args, info)
  }

  @Query(() => Import, { description: 'One import, with its lines.' })
  @Locked('Import', 'read')
  import(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    return read.one('Import', id, info)
  }

  @Mutation(() => Import, { description: 'Judges a calendar line by line; creates no event. The same id again answers with the same import.' })
  @Locked('Import', 'create')
  async prepareImport(@Args(() => PrepareImportArgs) args: PrepareImportArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await prepareImport(context, args)
    return context.read.one('Import', args.id, info)
  }

  @Mutation(() => Import, { description: 'Makes a draft of each chosen line that is NEW or WARNING; again, it adds nothing.' })
  @Locked('Import', 'apply')
  async applyImport(
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Arg('lines', () => [Int], { description: 'The chosen lines, by their number in the file.' }) lines: number[],
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await applyImport(context, { id, lines })
    return context.read.one('Import', id, info)
  }
}
