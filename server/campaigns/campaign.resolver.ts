import { ArrayMaxSize, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { CampaignState } from '../db/generated/enums.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { Day } from '../graphql/scalars.ts'
import { Campaign, CampaignList } from './campaign.type.ts'
import { createCampaign } from './createCampaign.ts'
import { stepCampaign } from './stepCampaign.ts'
import { updateCampaign } from './updateCampaign.ts'

@InputType({ description: 'A department’s share of the target.' })
export class TargetInput {
  @Field(() => ID, { description: 'The department.' }) departmentCode: string
  @Field(() => Int, { description: 'Events wanted there.' }) @Min(0, { message: 'L’objectif ne peut pas être négatif.' }) @Max(1000, { message: 'L’objectif est d’au plus 1 000.' }) target: number
}

@InputType({ description: 'A line of the checklist.' })
export class ChecklistLineInput {
  @Field(() => ID, { nullable: true, description: 'The line it changes; left out: a new one.' }) id?: string | null
  @Field(() => String, { description: 'What to do, in 3 to 200 characters; each once.' }) @Length(3, 200, { message: 'Une ligne de la liste compte de 3 à 200 caractères.' }) title: string
  @Field(() => Int, { description: 'Until how many days before the event’s day; negative: after it.' }) @Min(-365, { message: 'Au plus 365 jours après.' }) @Max(365, { message: 'Au plus 365 jours avant.' }) daysBefore: number
}
const Days = () => (target: object, key: string) => {
  Min(0, { message: 'Le délai ne peut pas être négatif.' })(target, key)
  Max(365, { message: 'Le délai est d’au plus 365 jours.' })(target, key)
  IsOptional()(target, key)
}

@InputType({ description: 'What the region writes about a campaign; serves creation and change.' })
export class CampaignInput {
  @Field(() => String, { description: 'Its name, unique.' }) @Length(3, 100, { message: 'Le nom compte de 3 à 100 caractères.' }) name: string
  @Field(() => Day, { description: 'The first day of its window.' }) startsOn: string
  @Field(() => Day, { description: 'The last day of its window.' }) endsOn: string
  @Field(() => Int, { description: 'Events wanted in the whole region.' }) @Min(0, { message: 'L’objectif ne peut pas être négatif.' }) @Max(10_000, { message: 'L’objectif est d’au plus 10 000.' }) target: number
  @Field(() => ID, { description: 'The perimeter it gives priority to.' }) perimeterId: string
  @Field(() => Int, { nullable: true, description: 'Until how many days before its day an event has its venue; left out: unchanged, at first 35.' }) @Days() venueDays?: number
  @Field(() => Int, { nullable: true, description: 'Until how many days before its day an event is submitted; left out: unchanged, at first 28.' }) @Days() submissionDays?: number
  @Field(() => Int, { nullable: true, description: 'Until how many days before its day an event is published; left out: unchanged, at first 21.' }) @Days() publicationDays?: number
  @Field(() => Int, { nullable: true, description: 'Until how many days before its day an event has all its referents; left out: unchanged, at first 10.' }) @Days() referentsDays?: number
  @Field(() => Int, { nullable: true, description: 'How many days before its day whoever has a place is asked whether it still stands: 2 to 60; left out: unchanged, at first 7.' })
  @IsOptional() @Min(2, { message: 'Au moins 2 jours.' }) @Max(60, { message: 'Au plus 60 jours.' }) reconfirmFirstDays?: number
  @Field(() => Int, { nullable: true, description: 'How many days before its day he is asked a last time: 1 at least, and fewer than the first time; left out: unchanged, at first 2.' })
  @IsOptional() @Min(1, { message: 'Au moins 1 jour.' }) @Max(59, { message: 'Au plus 59 jours.' }) reconfirmLastDays?: number
  @Field(() => Int, { nullable: true, description: 'After how many days whoever has not answered is asked again: 1 to 30; left out: unchanged, at first 4.' })
  @IsOptional() @Min(1, { message: 'Au moins 1 jour.' }) @Max(30, { message: 'Au plus 30 jours.' }) reminderDays?: number
  @Field(() => Int, { nullable: true, description: 'Young people a new event can receive, unless said otherwise: 1 to 5 000.' })
  @IsOptional() @Min(1, { message: 'Le nombre de places est d’au moins 1.' }) @Max(5000, { message: 'Le nombre de places est d’au plus 5 000.' }) defaultCapacity?: number | null
  @Field(() => Int, { nullable: true, description: 'Referents a new event needs, unless said otherwise: 0 to 200.' })
  @IsOptional() @Min(0, { message: 'Le nombre de référents ne peut pas être négatif.' }) @Max(200, { message: 'Le nombre de référents est d’au plus 200.' }) defaultReferentsNeeded?: number | null
  @Field(() => [ChecklistLineInput], { nullable: true, description: 'What each event has to do, beside what follows from facts; left out: unchanged. A line no longer there leaves the events where it is not done.' })
  @IsOptional() @ValidateNested({ each: true }) @ArrayMaxSize(40, { message: 'Au plus 40 lignes.' }) checklist?: ChecklistLineInput[]
  @Field(() => [TargetInput], { description: 'The shares of the departments; one left out keeps its own.' }) @ValidateNested({ each: true }) @ArrayMaxSize(120) targets: TargetInput[]
}

@InputType({ description: 'Criteria for campaigns.' })
export class CampaignFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name.' }) q?: string
  @Field(() => [CampaignState], { nullable: true, description: 'In one of these states.' }) states?: CampaignState[]
}
export enum CampaignSort { startsOn = 'startsOn', name = 'name' }
registerEnumType(CampaignSort, { name: 'CampaignSort', description: 'What campaigns are sorted by.' })
const ofCampaign = { description: 'The campaign.' }

@ArgsType() class CampaignListArgs extends ListArgsOf(CampaignFilter, CampaignSort, CampaignSort.startsOn) {}

@Resolver()
export class CampaignResolver {
  @Query(() => CampaignList, { description: 'The campaigns.' })
  @Locked('Campaign', 'read')
  campaigns(@Args(() => CampaignListArgs) args: CampaignListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<CampaignList> {
    return read.list('Campaign', args, info)
  }

  @Query(() => Campaign, { description: 'One campaign, with its review.' })
  @Locked('Campaign', 'read')
  campaign(@Arg('id', () => ID, { description: 'The campaign.' }) id: string, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    return read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Creates a campaign. The same id again answers with the same campaign.' })
  @Locked('Campaign', 'create')
  async createCampaign(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('input', () => CampaignInput, { description: 'The campaign.' }) input: CampaignInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await createCampaign(context, { id, input })
    return context.read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Changes a campaign, its shares and its checklist. CONFLICT, with the campaign, its shares and its checklist as they are, when any of them was changed since `version`.' })
  @Locked('Campaign', 'update')
  async updateCampaign(
    @Arg('id', () => ID, { description: 'The campaign.' }) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from.' }) version: number,
    @Arg('input', () => CampaignInput, { description: 'The campaign as it should be.' }) input: CampaignInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await updateCampaign(context, { id, version, input })
    return context.read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Opens a campaign: departments then create and publish events.' })
  @Locked('Campaign', 'open')
  async openCampaign(@Arg('id', () => ID, ofCampaign) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await stepCampaign(context, 'open', id)
    return context.read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Ends the creation of events; what happened may still be recorded.' })
  @Locked('Campaign', 'review')
  async reviewCampaign(@Arg('id', () => ID, ofCampaign) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await stepCampaign(context, 'review', id)
    return context.read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Closes a campaign, once its events are closed or cancelled: nothing of it changes any more.' })
  @Locked('Campaign', 'close')
  async closeCampaign(@Arg('id', () => ID, ofCampaign) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await stepCampaign(context, 'close', id)
    return context.read.one('Campaign', id, info)
  }

  @Mutation(() => Campaign, { description: 'Opens a campaign again that is reviewed or closed.' })
  @Locked('Campaign', 'reopen')
  async reopenCampaign(
    @Arg('id', () => ID, ofCampaign) id: string,
    @Arg('reason', () => String, { description: 'Why, for the journal; 3 to 500 characters.' }) reason: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await stepCampaign(context, 'reopen', id, reason)
    return context.read.one('Campaign', id, info)
  }
}
