import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Agency } from '../agencies/agency.type.ts'
import { Assignment } from '../assignments/assignment.type.ts'
import { AuditEntry } from '../audit/audit.type.ts'
import { Availability } from '../availabilities/availability.type.ts'
import { Campaign } from '../campaigns/campaign.type.ts'
import { Comment } from '../comments/comment.type.ts'
import { CancellationReason, EventState, Readiness } from '../db/generated/enums.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Day, Instant } from '../graphql/scalars.ts'
import { Task } from '../tasks/task.type.ts'
import { Referent } from '../referents/referent.type.ts'
import { Department, Neighbourhood } from '../territories/territory.types.ts'
import { Venue } from '../venues/venue.type.ts'

registerEnumType(EventState, {
  name: 'EventState',
  description: 'Where an event stands in its life; time (upcoming, past) is derived from its dates.',
  valuesConfig: {
    DRAFT: { description: 'Prepared by its department, seen by it and the region.' },
    SUBMITTED: { description: 'Complete, waiting for a manager.' },
    PUBLISHED: { description: 'Public: referents may be invited.' },
    POSTPONED: { description: 'Public; its date no longer holds.' },
    HELD: { description: 'It took place.' },
    CLOSED: { description: 'It took place and nothing remains to be recorded.' },
    CANCELLED: { description: 'It will not take place.' },
  },
})
registerEnumType(CancellationReason, { name: 'CancellationReason', description: 'Why an event was cancelled.' })

registerEnumType(Readiness, {
  name: 'Readiness',
  description: 'How an event stands against its countdown.',
  valuesConfig: {
    RED: { description: 'Something is late.' },
    AMBER: { description: 'Something is due within seven days.' },
    GREEN: { description: 'Nothing is due yet, or all is done.' },
  },
})

@ObjectType({ description: 'Something that an event still lacks, and until when. Source: the countdown of the design.' })
export class Due {
  @Field(() => String, { description: 'A stable name, such as `VENUE` or `REFERENTS`.' }) code: string
  @Field(() => String, { description: 'What to do, in French.' }) sentence: string
  @Field(() => Day, { description: 'The last day to do it, in Paris.' }) dueOn: string
  @Field(() => Readiness, { description: 'RED when that day is past, AMBER when it comes within seven days.' }) urgency: Readiness
  @Field(() => ID, { nullable: true, description: 'The task it is, when its code is `TASK`.' }) taskId: string | null
}

@ObjectType({ description: 'What the viewer may do with this event: the reasons against each action, none when it may be taken.' })
export class EventCan {
  @Field(() => [Reason], { description: 'Against changing it.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against submitting it to a manager.' }) submit: Reason[]
  @Field(() => [Reason], { description: 'Against sending it back to its draft.' }) requestChanges: Reason[]
  @Field(() => [Reason], { description: 'Against publishing it.' }) publish: Reason[]
  @Field(() => [Reason], { description: 'Against postponing it.' }) postpone: Reason[]
  @Field(() => [Reason], { description: 'Against cancelling it.' }) cancel: Reason[]
  @Field(() => [Reason], { description: 'Against recording that it was held.' }) hold: Reason[]
  @Field(() => [Reason], { description: 'Against closing it.' }) close: Reason[]
  @Field(() => [Reason], { description: 'Against opening it again after it was closed.' }) reopen: Reason[]
  @Field(() => [Reason], { description: 'Against inviting referents to it.' }) invite: Reason[]
  @Field(() => [Reason], { description: 'Against assigning a referent to it.' }) assign: Reason[]
  @Field(() => [Reason], { description: 'Against writing to its referents.' }) message: Reason[]
  @Field(() => [Reason], { description: 'Against reading what is internal: then notes and figures read as null.' }) readInternal: Reason[]
  @Field(() => [Reason], { description: 'Against reading the contact: then it reads as null.' }) readContact: Reason[]
}

@ObjectType({ description: 'One Apprentissage-coaching operation.' })
export class Event {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The campaign it belongs to.' }) campaignId: string
  @Field(() => ID, { description: 'The department that carries it.' }) departmentCode: string
  @Field(() => String, { description: 'Its title, 3 to 200 characters.' }) title: string
  @Field(() => ID, { nullable: true, description: 'The venue; null until one is found.' }) venueId: string | null
  @Field(() => Instant, { description: 'When it starts. While it is postponed: the date given up, or the next one once it is set.' }) startsAt: Date
  @Field(() => Instant, { nullable: true, description: 'The start that it gave up, while it is postponed: equal to `startsAt` until another date is set.' }) formerStartsAt: Date | null
  @Field(() => Instant, { description: 'When it ends.' }) endsAt: Date
  @Field(() => Int, { description: 'How many young people it can receive.' }) capacity: number
  @Field(() => Int, { nullable: true, description: 'How many referents it needs; null when hidden.' }) referentsNeeded: number | null
  @Field(() => [String], { nullable: true, description: 'Languages of which each should have a speaker among its referents, in French; null when hidden.' }) languagesWanted: string[] | null
  @Field(() => ID, { nullable: true, description: 'The agency that leads it.' }) leadAgencyId: string | null
  @Field(() => String, { nullable: true, description: 'Whom to ask; null when hidden.' }) contactName: string | null
  @Field(() => String, { nullable: true, description: 'Where to write; null when hidden.' }) contactEmail: string | null
  @Field(() => String, { nullable: true, description: 'Where to call; null when hidden.' }) contactPhone: string | null
  @Field(() => String, { nullable: true, description: 'The text of the public page.' }) publicText: string | null
  @Field(() => String, { nullable: true, description: 'Internal notes; null when hidden.' }) notes: string | null
  @Field(() => String, { nullable: true, description: 'Why no neighbourhood is targeted, when none is; null when hidden.' }) noNeighbourhoodReason: string | null
  @Field(() => EventState, { description: 'Where it stands.' }) state: EventState
  @Field(() => String, { description: 'The end of its public address, which never changes.' }) slug: string
  @Field(() => Instant, { nullable: true, description: 'When it was first published.' }) publishedAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When it was cancelled.' }) cancelledAt: Date | null
  @Field(() => CancellationReason, { nullable: true, description: 'Why it was cancelled.' }) cancellationReason: CancellationReason | null
  @Field(() => Instant, { nullable: true, description: 'Until when places to reconfirm wait, when the event moved; then they are released.' }) reconfirmBy: Date | null
  @Field(() => ID, { nullable: true, description: 'The event it runs again.' }) rerunOfId: string | null
  @Field(() => String, { nullable: true, description: 'What identifies the line it was imported from; null when hidden.' }) importKey: string | null
  @Field(() => Int, { description: 'Increases with each change of date or place, for calendars.' }) sequence: number
  @Field(() => Instant, { nullable: true, description: 'When it was created; null when hidden.' }) createdAt: Date | null
  @Field(() => Instant, { nullable: true, description: 'When it was last changed; null when hidden.' }) updatedAt: Date | null
  @Field(() => Int, { description: 'Increases with each change; an update carries the version it was made from.' }) version: number
  @Field(() => Int, { nullable: true, description: 'Referents asked; null when hidden.' }) referentsAsked: number | null
  @Field(() => Int, { nullable: true, description: 'Of those asked, how many answered yes or if needed; null when hidden.' }) referentsAvailable: number | null
  @Field(() => Int, { nullable: true, description: 'Referents confirmed or present; null when hidden.' }) referentsConfirmed: number | null
  @Field(() => Readiness, { nullable: true, description: 'The most urgent of what is undone; null once closed or cancelled, and for whoever may not read internals.' }) readiness: Readiness | null
  @Field(() => [Due], { nullable: true, description: 'What is undone, by date; null for whoever may not read internals.' }) undone: Due[] | null
  @Field(() => Campaign, { nullable: true, description: 'The campaign it belongs to.' }) campaign: Campaign | null
  @Field(() => Department, { nullable: true, description: 'The department that carries it.' }) department: Department | null
  @Field(() => Venue, { nullable: true, description: 'Where it is held.' }) venue: Venue | null
  @Field(() => Neighbourhood, { nullable: true, description: 'The priority neighbourhood it lies in, by the position of its venue; null where none is known.' }) neighbourhood: Neighbourhood | null
  @Field(() => Agency, { nullable: true, description: 'The agency that leads it.' }) leadAgency: Agency | null
  @Field(() => Event, { nullable: true, description: 'The event it runs again, when in reach.' }) rerunOf: Event | null
  @Field(() => [Neighbourhood], { description: 'The neighbourhoods it targets, by name.' }) neighbourhoods: Neighbourhood[]
  @Field(() => [Availability], { description: 'The referents asked, in reach, in the order they were asked.' }) availabilities: Availability[]
  @Field(() => [Assignment], { description: 'The assignments in reach, oldest first.' }) assignments: Assignment[]
  @Field(() => [Task], { description: 'Its tasks in reach, done ones included, the first due first.' }) tasks: Task[]
  @Field(() => [Referent], { nullable: true, description: 'Active referents that the event it was copied from had asked, and that this one has not yet; null when hidden.' }) toInvite: Referent[] | null
  @Field(() => [Comment], { description: 'What colleagues wrote about it, oldest first; none for whoever may not read comments.' }) comments: Comment[]
  @Field(() => [AuditEntry], { description: 'What was done to it, to its assignments, answers, comments and tasks, oldest first.' }) history: AuditEntry[]
  @Field(() => EventCan, { description: 'What the viewer may do with it.' }) can: EventCan
}

@ObjectType({ description: 'One page of events.' })
export class EventList extends ListOf(Event) {}

@ObjectType({ description: 'How many events there are in each work list.' })
export class EventCounts {
  @Field(() => Int, { description: 'Events to prepare.' }) toPrepare: number
  @Field(() => Int, { description: 'Events to publish.' }) toPublish: number
  @Field(() => Int, { description: 'Events of this week.' }) thisWeek: number
  @Field(() => Int, { description: 'Events to close.' }) toClose: number
  @Field(() => Int, { description: 'Events, whatever is to be done about them.' }) all: number
}
