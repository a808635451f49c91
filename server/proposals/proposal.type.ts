import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { Campaign } from '../campaigns/campaign.type.ts'
import { Answer, ProposalLineState, ProposalState } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'
import { Department } from '../territories/territory.types.ts'

registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: 'Where the making of a proposal stands.',
  valuesConfig: {
    COMPUTING: { description: 'A job makes it; `progress` says how far it is.' },
    READY: { description: 'It is there.' },
    FAILED: { description: 'It was not made; `failure` says why.' },
  },
})

registerEnumType(ProposalLineState, {
  name: 'ProposalLineState',
  description: 'What became of a line of a proposal.',
  valuesConfig: {
    PROPOSED: { description: 'It waits for a decision.' },
    ACCEPTED: { description: 'The referent was assigned and written to.' },
    REFUSED: { description: 'Put aside: the referent is not proposed for that event again.' },
    OUTDATED: { description: 'Replaced by a later proposal, or no longer possible when it was to be accepted; `outdatedBecause` says which.' },
  },
})

@ObjectType({ description: 'What the viewer may do with a line: the reasons against each action, none when it may be taken.' })
export class ProposalLineCan {
  @Field(() => [Reason], { description: 'Against accepting it.' }) accept: Reason[]
  @Field(() => [Reason], { description: 'Against putting it aside.' }) refuse: Reason[]
}

@ObjectType({ description: 'Why places stay open, in one respect.' })
export class GapReason {
  @Field(() => String, { description: 'A stable name: `WAITING`, `NOBODY_ASKED`, `NOBODY_FREE`, `TAKEN`, `TRAVEL`, `MAX_DAYS`, `DISTANCE`, `UNAVAILABLE`, `ENDED`, `REFUSED`, `INACTIVE`, `SILENT`, `DECLINED`, `LANGUAGE`.' }) code: string
  @Field(() => Int, { description: 'How many people, places or languages it is about; 0 where it is about nobody.' }) count: number
  @Field(() => String, { description: 'In French.' }) sentence: string
}

@ObjectType({ description: 'One person proposed for one place.' })
export class ProposalLine {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The proposal.' }) proposalId: string
  @Field(() => ID, { description: 'The need it answers.' }) needId: string
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => ID, { description: 'The referent.' }) referentId: string
  @Field(() => Answer, { description: 'What the referent had answered: YES or IF_NEEDED.' }) answer: Answer
  @Field(() => Int, { nullable: true, description: 'Kilometres from the home city to the venue, in a straight line; null when one of them is not known.' }) distanceKm: number | null
  @Field(() => Int, { description: 'Places of the campaign that the referent had confirmed when the proposal was made.' }) load: number
  @Field(() => ProposalLineState, { description: 'What became of it.' }) state: ProposalLineState
  @Field(() => String, { nullable: true, description: 'Why it is outdated, in French; null unless it is.' }) outdatedBecause: string | null
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Proposal, { nullable: true, description: 'The proposal, when in reach.' }) proposal: Proposal | null
  @Field(() => Event, { nullable: true, description: 'The event, when in reach.' }) event: Event | null
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => ProposalLineCan, { description: 'What the viewer may do with it.' }) can: ProposalLineCan
}

@ObjectType({ description: 'What an event needed when a proposal was made.' })
export class ProposalNeed {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The proposal.' }) proposalId: string
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => Instant, { description: 'When the event was to start.' }) startsAt: Date
  @Field(() => Int, { description: 'Places of referents that nobody held.' }) places: number
  @Field(() => Int, { description: 'Those among them for which nobody is proposed.' }) missing: number
  @Field(() => [GapReason], { description: 'Why, and which languages nobody speaks there; none when nothing is missing.' }) reasons: GapReason[]
  @Field(() => Proposal, { nullable: true, description: 'The proposal, when in reach.' }) proposal: Proposal | null
  @Field(() => Event, { nullable: true, description: 'The event, when in reach.' }) event: Event | null
  @Field(() => [ProposalLine], { description: 'Who is proposed for its places.' }) lines: ProposalLine[]
}

@ObjectType({ description: 'Who could fill which places of a campaign’s published events to come: as many as can be filled, the nearest in time first; then an even load.' })
export class Proposal {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => ID, { description: 'The campaign.' }) campaignId: string
  @Field(() => ID, { nullable: true, description: 'Whose events; null: those of every department.' }) departmentCode: string | null
  @Field(() => ID, { description: 'Who asked for it.' }) accountId: string
  @Field(() => Instant, { description: 'When it was asked for.' }) createdAt: Date
  @Field(() => ProposalState, { description: 'Where its making stands.' }) state: ProposalState
  @Field(() => Int, { description: 'How much of it is made, in percent.' }) progress: number
  @Field(() => String, { nullable: true, description: 'Why it was not made, in French; null unless it failed.' }) failure: string | null
  @Field(() => Campaign, { nullable: true, description: 'The campaign.' }) campaign: Campaign | null
  @Field(() => Department, { nullable: true, description: 'Whose events.' }) department: Department | null
  @Field(() => Author, { nullable: true, description: 'Who asked for it, for whoever may know.' }) author: Author | null
}

@ObjectType({ description: 'One page of proposals.' })
export class ProposalList extends ListOf(Proposal) {}
@ObjectType({ description: 'One page of needs.' })
export class ProposalNeedList extends ListOf(ProposalNeed) {}
@ObjectType({ description: 'One page of lines.' })
export class ProposalLineList extends ListOf(ProposalLine) {}
