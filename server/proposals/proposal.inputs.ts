import { ArrayMaxSize, IsOptional } from 'class-validator'
import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { ProposalLineState } from '../db/generated/enums.ts'

@InputType({ description: 'Criteria for proposals.' })
export class ProposalFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this campaign.' }) campaignId?: string
}
export enum ProposalSort { createdAt = 'createdAt' }
registerEnumType(ProposalSort, { name: 'ProposalSort', description: 'By the instant they were asked for.' })

@InputType({ description: 'Criteria for the needs of proposals.' })
export class ProposalNeedFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this proposal.' }) proposalId?: string
  @Field(() => ID, { nullable: true, description: 'Of this event.' }) eventId?: string
  @Field(() => Boolean, { nullable: true, description: 'With places for which nobody is proposed, or without.' }) missing?: boolean
}
export enum ProposalNeedSort { startsAt = 'startsAt' }
registerEnumType(ProposalNeedSort, { name: 'ProposalNeedSort', description: 'By the start of the event.' })

@InputType({ description: 'Criteria for the lines of proposals.' })
export class ProposalLineFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this proposal.' }) proposalId?: string
  @Field(() => ID, { nullable: true, description: 'Of this event.' }) eventId?: string
  @Field(() => [ProposalLineState], { nullable: true, description: 'In one of these states.' }) states?: ProposalLineState[]
}
export enum ProposalLineSort { id = 'id' }
registerEnumType(ProposalLineSort, { name: 'ProposalLineSort', description: 'By identifier.' })
