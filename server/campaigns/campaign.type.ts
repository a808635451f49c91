import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AuditEntry } from '../audit/audit.type.ts'
import { CampaignState } from '../db/generated/enums.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Day, Instant } from '../graphql/scalars.ts'
import { DepartmentReview, NeighbourhoodCoverage } from '../review/review.types.ts'
import { Department, Perimeter } from '../territories/territory.types.ts'

registerEnumType(CampaignState, {
  name: 'CampaignState',
  description: 'Where a campaign stands.',
  valuesConfig: {
    PREPARING: { description: 'The region prepares it; departments do not create events yet.' },
    OPEN: { description: 'Departments create and run events.' },
    REVIEWING: { description: 'No new event; what happened may still be recorded.' },
    CLOSED: { description: 'Nothing changes any more.' },
  },
})

@ObjectType({ description: 'What the viewer may do with this campaign: the reasons against each action, none when it may be taken.' })
export class CampaignCan {
  @Field(() => [Reason], { description: 'Against changing it.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against opening it to the departments.' }) open: Reason[]
  @Field(() => [Reason], { description: 'Against ending the creation of events and reviewing what happened.' }) review: Reason[]
  @Field(() => [Reason], { description: 'Against closing it.' }) close: Reason[]
  @Field(() => [Reason], { description: 'Against opening it again.' }) reopen: Reason[]
}

@ObjectType({ description: 'A department’s share of a campaign’s target.' })
export class CampaignTarget {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The campaign.' }) campaignId: string
  @Field(() => ID, { description: 'The department.' }) departmentCode: string
  @Field(() => Int, { description: 'Events wanted in this department.' }) target: number
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Department, { nullable: true, description: 'The department.' }) department: Department | null
}

@ObjectType({ description: 'What each event of a campaign has to do, beside what follows from facts; ticked off by hand.' })
export class ChecklistLine {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The campaign.' }) campaignId: string
  @Field(() => String, { description: 'What to do.' }) title: string
  @Field(() => Int, { description: 'Until how many days before the event’s day; negative: after it.' }) daysBefore: number
}

@ObjectType({ description: 'An edition, such as Automne 2019.' })
export class Campaign {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => String, { description: 'Its name, unique.' }) name: string
  @Field(() => Day, { description: 'The first day of its window.' }) startsOn: string
  @Field(() => Day, { description: 'The last day of its window.' }) endsOn: string
  @Field(() => CampaignState, { description: 'Where it stands.' }) state: CampaignState
  @Field(() => Int, { description: 'Events wanted in the whole region.' }) target: number
  @Field(() => ID, { description: 'The perimeter it gives priority to.' }) perimeterId: string
  @Field(() => Instant, { nullable: true, description: 'When it was closed: the clock of retention starts there.' }) closedAt: Date | null
  @Field(() => ID, { nullable: true, description: 'The campaign it runs again.' }) rerunOfId: string | null
  @Field(() => Int, { description: 'Until how many days before its day an event has its venue.' }) venueDays: number
  @Field(() => Int, { description: 'Until how many days before its day an event is submitted.' }) submissionDays: number
  @Field(() => Int, { description: 'Until how many days before its day an event is published.' }) publicationDays: number
  @Field(() => Int, { description: 'Until how many days before its day an event has all its referents.' }) referentsDays: number
  @Field(() => Int, { description: 'How many days before its day whoever has a place is asked whether it still stands.' }) reconfirmFirstDays: number
  @Field(() => Int, { description: 'How many days before its day he is asked a last time.' }) reconfirmLastDays: number
  @Field(() => Int, { description: 'After how many days whoever has not answered is asked again, twice at most.' }) reminderDays: number
  @Field(() => Int, { nullable: true, description: 'Young people a new event can receive, unless said otherwise.' }) defaultCapacity: number | null
  @Field(() => Int, { nullable: true, description: 'Referents a new event needs, unless said otherwise.' }) defaultReferentsNeeded: number | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => Perimeter, { nullable: true, description: 'The perimeter it gives priority to.' }) perimeter: Perimeter | null
  @Field(() => Campaign, { nullable: true, description: 'The campaign it runs again.' }) rerunOf: Campaign | null
  @Field(() => [CampaignTarget], { description: 'The departments’ shares in reach, by department.' }) targets: CampaignTarget[]
  @Field(() => [ChecklistLine], { description: 'What each of its events has to do, the last day first.' }) checklist: ChecklistLine[]
  @Field(() => [DepartmentReview], { description: 'Its figures per department in reach, by department.' }) reviews: DepartmentReview[]
  @Field(() => [NeighbourhoodCoverage], { description: 'Each neighbourhood of its perimeter, in reach, by department.' }) coverages: NeighbourhoodCoverage[]
  @Field(() => [AuditEntry], { description: 'What was done to it, oldest first.' }) history: AuditEntry[]
  @Field(() => CampaignCan, { description: 'What the viewer may do with it.' }) can: CampaignCan
}

@ObjectType({ description: 'One page of campaigns.' })
export class CampaignList extends ListOf(Campaign) {}
