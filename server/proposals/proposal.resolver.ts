import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { createProposal } from './createProposal.ts'
import { acceptLine, refuseLine } from './decideLine.ts'
import { ProposalFilter, ProposalLineFilter, ProposalLineSort, ProposalNeedFilter, ProposalNeedSort, ProposalSort } from './proposal.inputs.ts'
import { Proposal, ProposalLine, ProposalLineList, ProposalList, ProposalNeedList } from './proposal.type.ts'

@ArgsType() class ProposalListArgs extends ListArgsOf(ProposalFilter, ProposalSort, ProposalSort.createdAt) {}
@ArgsType() class ProposalNeedListArgs extends ListArgsOf(ProposalNeedFilter, ProposalNeedSort, ProposalNeedSort.startsAt) {}
@ArgsType() class ProposalLineListArgs extends ListArgsOf(ProposalLineFilter, ProposalLineSort, ProposalLineSort.id) {}

const ofLine = { description: 'The line.' }

@Resolver()
export class ProposalResolver {
  @Query(() => ProposalList, { description: 'Proposals of assignments: the department’s own, and those that the region made for all.' })
  @Locked('Proposal', 'read')
  proposals(@Args(() => ProposalListArgs) args: ProposalListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ProposalList> {
    return read.list('Proposal', args, info)
  }

  @Query(() => Proposal, { description: 'One proposal. NOT_FOUND when it does not exist or is out of reach.' })
  @Locked('Proposal', 'read')
  proposal(@Arg('id', () => ID, { description: 'Its identifier.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Proposal> {
    return read.one('Proposal', id, info)
  }

  @Query(() => ProposalNeedList, { description: 'What events needed when proposals were made, with who is proposed and why places stay open.' })
  @Locked('ProposalNeed', 'read')
  proposalNeeds(@Args(() => ProposalNeedListArgs) args: ProposalNeedListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ProposalNeedList> {
    return read.list('ProposalNeed', args, info)
  }

  @Query(() => ProposalLineList, { description: 'The lines of proposals.' })
  @Locked('ProposalLine', 'read')
  proposalLines(@Args(() => ProposalLineListArgs) args: ProposalLineListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<ProposalLineList> {
    return read.list('ProposalLine', args, info)
  }

  @Mutation(() => Proposal, { description: 'Proposes who fills the places of a campaign’s published events to come: of the viewer’s department, or of every department for the region. READY at once, or COMPUTING when there are thousands of answers. What an earlier proposal of the same scope still proposed becomes OUTDATED; what was accepted stays. CONFLICT when the campaign is not open. The same id again answers with the same proposal.' })
  @Locked('Proposal', 'create')
  async createProposal(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('campaignId', () => ID, { description: 'An open campaign.' }) campaignId: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Proposal> {
    await createProposal(context, { id, campaignId })
    return context.read.one('Proposal', id, info)
  }

  @Mutation(() => ProposalLine, { description: 'Assigns the referent of a line, as `assignReferent` does. When that is no longer possible, the answer is the line, OUTDATED, with the reason. CONFLICT when it was refused or replaced before.' })
  @Locked('ProposalLine', 'accept')
  async acceptProposalLine(@Arg('id', () => ID, ofLine) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ProposalLine> {
    await acceptLine(context, id)
    return context.read.one('ProposalLine', id, info)
  }

  @Mutation(() => ProposalLine, { description: 'Puts a line aside: the referent is not proposed for that event again, and may still be assigned by hand. CONFLICT when it no longer waits for a decision.' })
  @Locked('ProposalLine', 'refuse')
  async refuseProposalLine(@Arg('id', () => ID, ofLine) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ProposalLine> {
    await refuseLine(context, id)
    return context.read.one('ProposalLine', id, info)
  }
}
