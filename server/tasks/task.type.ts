import { Field, ID, Int, ObjectType } from 'type-graphql'
import { AuditEntry, Author } from '../audit/audit.type.ts'
import { Readiness } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Day, Instant } from '../graphql/scalars.ts'

@ObjectType({ description: 'What the viewer may do with this task: the reasons against each action, none when it may be taken.' })
export class TaskCan {
  @Field(() => [Reason], { description: 'Against changing its title or date.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against giving it to somebody.' }) assign: Reason[]
  @Field(() => [Reason], { description: 'Against saying that it is done.' }) complete: Reason[]
  @Field(() => [Reason], { description: 'Against saying that it is not done after all.' }) reopen: Reason[]
  @Field(() => [Reason], { description: 'Against removing it.' }) remove: Reason[]
}

@ObjectType({ description: 'A dated obligation of an event: a line of its campaign’s checklist, or added by hand.' })
export class Task {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => ID, { nullable: true, description: 'The line of the campaign’s checklist it comes from; null when added by hand.' }) lineId: string | null
  @Field(() => String, { description: 'What to do.' }) title: string
  @Field(() => Int, { nullable: true, description: 'Until how many days before the event’s day; the date moves with it while the task is open. Null: the date stands by itself.' }) daysBefore: number | null
  @Field(() => Day, { description: 'The last day to do it, in Paris.' }) dueOn: string
  @Field(() => Readiness, { nullable: true, description: 'RED when that day is past, AMBER when it comes within seven days; null when it is done, or its event closed or cancelled.' }) urgency: Readiness | null
  @Field(() => ID, { nullable: true, description: 'The account it is given to.' }) assigneeId: string | null
  @Field(() => Instant, { nullable: true, description: 'When it was done.' }) doneAt: Date | null
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Event, { nullable: true, description: 'The event.' }) event: Event | null
  @Field(() => Author, { nullable: true, description: 'Whom it is given to.' }) assignee: Author | null
  @Field(() => Author, { nullable: true, description: 'Who said that it is done.' }) doneBy: Author | null
  @Field(() => [AuditEntry], { description: 'What was done to it, oldest first.' }) history: AuditEntry[]
  @Field(() => TaskCan, { description: 'What the viewer may do with it.' }) can: TaskCan
}

@ObjectType({ description: 'One page of tasks.' })
export class TaskList extends ListOf(Task) {}
