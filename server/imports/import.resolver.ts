import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ImportKind, LineVerdict } from '../db/generated/enums.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { applyImport } from './applyImport.ts'
import { Import, ImportColumn, ImportLineList, ImportList, ImportRemark } from './import.type.ts'
import { importRemarks } from './importRemarks.ts'
import { correctImportLine, judgeImport } from './judgeImport.ts'
import { prepareImport } from './prepareImport.ts'
import { rejectedLines } from './rejectedLines.ts'
import { undoImport } from './undoImport.ts'

@InputType({ description: 'Criteria for imports.' })
export class ImportFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => [ImportKind], { nullable: true, description: 'Of one of these kinds.' }) kinds?: ImportKind[]
  @Field(() => ID, { nullable: true, description: 'Into this campaign.' }) campaignId?: string
}

export enum ImportSort { createdAt = 'createdAt' }
registerEnumType(ImportSort, { name: 'ImportSort', description: 'What imports are sorted by.' })

@ArgsType() class ImportListArgs extends ListArgsOf(ImportFilter, ImportSort, ImportSort.createdAt) {}

@InputType({ description: 'Criteria for the lines of imports.' })
export class ImportLineFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this import.' }) importId?: string
  @Field(() => [LineVerdict], { nullable: true, description: 'With one of these verdicts.' }) verdicts?: LineVerdict[]
}

export enum ImportLineSort { line = 'line' }
registerEnumType(ImportLineSort, { name: 'ImportLineSort', description: 'What lines are sorted by.' })

@ArgsType() class ImportLineListArgs extends ListArgsOf(ImportLineFilter, ImportLineSort, ImportLineSort.line) {}

const weeks = { description: 'By how many whole weeks to move every date of the file; hours stay as written.' }
const MOST_WEEKS = 1040
const Weeks = () => (target: object, key: string) => {
  Min(-MOST_WEEKS, { message: 'Le décalage est d’au plus 1 040 semaines.' })(target, key)
  Max(MOST_WEEKS, { message: 'Le décalage est d’au plus 1 040 semaines.' })(target, key)
}

@InputType({ description: 'Which column of a file gives what.' })
export class ImportMappingInput {
  @Field(() => ImportColumn, { description: 'What it gives.' }) column: ImportColumn
  @Field(() => Int, { description: 'The column of the file; the first is 0.' }) @Min(0, { message: 'La première colonne est la colonne 0.' }) at: number
}

@InputType({ description: 'What is typed over a cell.' })
export class ImportCorrectionInput {
  @Field(() => Int, { description: 'The column of the file; the first is 0.' }) @Min(0, { message: 'La première colonne est la colonne 0.' }) at: number
  @Field(() => String, { description: 'What is to be read in its place; the cell of the file takes its correction back.' }) @MaxLength(2_000, { message: 'Une case compte au plus 2 000 caractères.' }) text: string
}

@ArgsType()
class JudgeImportArgs {
  @Field(() => ID, { description: 'The import.' }) id: string
  @Field(() => Int, weeks) @Weeks() weeks: number
  @Field(() => [ImportMappingInput], { description: 'All that the file gives; remembered for the next file with the same headers.' }) @ValidateNested({ each: true }) columns: ImportMappingInput[]
}

@ArgsType()
class ImportRemarksArgs {
  @Field(() => ID, { description: 'The import.' }) id: string
  @Field(() => Int, weeks) @Weeks() weeks: number
}

@ArgsType()
class CorrectImportLineArgs {
  @Field(() => ID, { description: 'The import.' }) id: string
  @Field(() => Int, { description: 'The line, by its number in the file.' }) line: number
  @Field(() => [ImportCorrectionInput], { description: 'The cells to type over; others stay.' }) @ArrayMaxSize(100) @ValidateNested({ each: true }) cells: ImportCorrectionInput[]
}

@ArgsType()
class PrepareImportArgs {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => ID, { description: 'A file that the viewer sent to `/files`.' }) fileId: string
  @Field(() => ImportKind, { defaultValue: ImportKind.EVENTS, description: 'What the lines of the file are.' }) kind: ImportKind
  @Field(() => ID, { nullable: true, description: 'An open campaign, for events; none otherwise.' }) campaignId?: string
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

  @Query(() => ImportLineList, { description: 'The lines of imports in reach.' })
  @Locked('ImportLine', 'read')
  importLines(@Args(() => ImportLineListArgs) args: ImportLineListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ImportLineList> {
    return read.list('ImportLine', args, info)
  }

  @Query(() => [ImportRemark], { description: 'What would be said of the dates of an import, were they moved otherwise; changes nothing.' })
  @Locked('Import', 'read')
  importRemarks(@Args(() => ImportRemarksArgs) args: ImportRemarksArgs, @Ctx() context: Context): Promise<ImportRemark[]> {
    return importRemarks(context, args)
  }

  @Query(() => String, { description: 'The lines that cannot be taken, with their reasons, as CSV that Excel in French opens: `;`, a byte order mark, and no formula.' })
  @Locked('Import', 'read')
  rejectedLines(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() context: Context): Promise<string> {
    return rejectedLines(context, id)
  }

  @Mutation(() => Import, { description: 'Judges a file line by line; creates nothing. The same id again answers with the same import.' })
  @Locked('Import', 'create')
  async prepareImport(@Args(() => PrepareImportArgs) args: PrepareImportArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await prepareImport(context, args)
    return context.read.one('Import', args.id, info)
  }

  @Mutation(() => Import, { description: 'Judges the lines of an import again, with other columns or dates moved otherwise. CONFLICT once lines are taken.' })
  @Locked('Import', 'judge')
  async judgeImport(@Args(() => JudgeImportArgs) args: JudgeImportArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await judgeImport(context, args)
    return context.read.one('Import', args.id, info)
  }

  @Mutation(() => Import, { description: 'Types over cells of a line and judges it again; the cells of the file are kept.' })
  @Locked('Import', 'correct')
  async correctImportLine(@Args(() => CorrectImportLineArgs) args: CorrectImportLineArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await correctImportLine(context, args)
    return context.read.one('Import', args.id, info)
  }

  @Mutation(() => Import, { description: 'Removes the drafts or referents that an import made, while nobody has touched them. CONFLICT with all that stands against it.' })
  @Locked('Import', 'undo')
  async undoImport(@Arg('id', () => ID, { description: 'The import.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await undoImport(context, id)
    return context.read.one('Import', id, info)
  }

  @Mutation(() => Import, { description: 'Makes a draft or a referent of each chosen line that is NEW or WARNING, and changes what is there for each that is UPDATE; again, it adds nothing.' })
  @Locked('Import', 'apply')
  async applyImport(
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Arg('lines', () => [Int], { description: 'The chosen lines, by their number in the file.' }) lines: number[],
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Import> {
    await applyImport(context, { id, lines })
    return context.read.one('Import', id, info)
  }
}
