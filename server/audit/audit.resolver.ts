import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { InstantRange, ListArgsOf } from '../graphql/list.ts'
import { AuditEntryList } from './audit.type.ts'

@InputType({ description: 'Criteria for lines of the journal.' })
export class AuditEntryFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) ids?: string[]
  @Field(() => [String], { nullable: true, description: 'About one of these nouns, such as `Event`.' }) resources?: string[]
  @Field(() => InstantRange, { nullable: true, description: 'Written within this span.' }) at?: InstantRange
  @Field(() => ID, { nullable: true, description: 'Done by anybody but this account.' }) notBy?: string
}
export enum AuditEntrySort { at = 'at' }
registerEnumType(AuditEntrySort, { name: 'AuditEntrySort', description: 'By the instant it was written.' })
@ArgsType() class AuditEntryListArgs extends ListArgsOf(AuditEntryFilter, AuditEntrySort, AuditEntrySort.at) {}

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryList, { description: 'The journal, as far as it is in reach.' })
  @Locked('AuditEntry', 'read')
  auditEntries(@Args(() => AuditEntryListArgs) args: AuditEntryListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<AuditEntryList> {
    return read.list('AuditEntry', args, info)
  }
}
