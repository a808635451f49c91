import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AuditEntry } from '../audit/audit.type.ts'
import { AssignmentState } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'

registerEnumType(AssignmentState, {
  name: 'AssignmentState',
  description: 'Where a referent’s place at an event stands. Only CONFIRMED excludes another at the same time.',
  valuesConfig: {
    OFFERED: { description: 'Asked; the referent has not answered yet.' },
    CONFIRMED: { description: 'The referent comes.' },
    PRESENT: { description: 'The referent came.' },
    DECLINED: { description: 'The referent said no to the offer.' },
    WITHDRAWN: { description: 'The referent withdrew.' },
    RELEASED: { description: 'The department released the referent.' },
    TO_RECONFIRM: { description: 'The event moved: the referent is to say again.' },
    ABSENT: { description: 'The referent did not come.' },
  },
})

@ObjectType({ description: 'What the viewer may do with this assignment: the reasons against each action, none when it may be taken.' })
export class AssignmentCan {
  @Field(() => [Reason], { description: 'Against confirming it.' }) confirm: Reason[]
  @Field(() => [Reason], { description: 'Against saying again that the referent comes.' }) reconfirm: Reason[]
  @Field(() => [Reason], { description: 'Against releasing the referent.' }) release: Reason[]
  @Field(() => [Reason], { description: 'Against recording that the referent came.' }) recordPresence: Reason[]
}

@ObjectType({ description: 'A referent’s place at an event.' })
export class Assignment {
  @Field(() => ID, { description: 'Its identifier.' }) id: string
  @Field(() => ID, { description: 'The event.' }) eventId: string
  @Field(() => ID, { description: 'The department of the event.' }) departmentCode: string
  @Field(() => ID, { description: 'The referent.' }) referentId: string
  @Field(() => AssignmentState, { description: 'Where it stands.' }) state: AssignmentState
  @Field(() => Instant, { description: 'When the event starts.' }) startsAt: Date
  @Field(() => Instant, { description: 'When the event ends.' }) endsAt: Date
  @Field(() => Instant, { description: 'When it was made.' }) createdAt: Date
  @Field(() => Instant, { nullable: true, description: 'When the referent last said again that he or she comes.' }) reconfirmedAt: Date | null
  @Field(() => Boolean, { description: 'Whether a confirmed referent was to say again that he or she comes and has not: the place is at risk.' }) silent: boolean
  @Field(() => Int, { description: 'Increases with each change.' }) version: number
  @Field(() => Event, { nullable: true, description: 'The event, when in reach.' }) event: Event | null
  @Field(() => Referent, { nullable: true, description: 'The referent, when in reach.' }) referent: Referent | null
  @Field(() => [AuditEntry], { description: 'What was done to it, oldest first.' }) history: AuditEntry[]
  @Field(() => AssignmentCan, { description: 'What the viewer may do with it.' }) can: AssignmentCan
}

@ObjectType({ description: 'One page of assignments.' })
export class AssignmentList extends ListOf(Assignment) {}
