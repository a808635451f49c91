import { ArrayMaxSize, IsOptional } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'
import { Instant } from '../graphql/scalars.ts'
import { Message } from '../messages/message.type.ts'
import { tasks, type Task } from './tasks.ts'

export enum JobState { FAILED = 'FAILED', RETRYING = 'RETRYING' }
registerEnumType(JobState, {
  name: 'JobState', description: 'Where a job that failed stands.',
  valuesConfig: { FAILED: { description: 'It is not tried again by itself.' }, RETRYING: { description: 'It is tried again, later and later.' } },
})
export const JobTask = Object.fromEntries(Object.keys(tasks).map((task) => [task, task])) as { [T in Task]: T }
registerEnumType(JobTask, { name: 'JobTask', description: 'What a job does.' })

@ObjectType({ description: 'What the viewer may do with this job: the reasons against each action, none when it may be taken.' })
export class JobCan {
  @Field(() => [Reason], { description: 'Against trying it again at once.' }) restart: Reason[]
  @Field(() => [Reason], { description: 'Against giving it up.' }) giveUp: Reason[]
}

@ObjectType({ description: 'A job that failed, for good or for now.' })
export class Job {
  @Field(() => ID, { description: 'Its number.' }) id: string
  @Field(() => JobTask, { description: 'What it does.' }) task: Task
  @Field(() => JobState, { description: 'Where it stands.' }) state: JobState
  @Field(() => Int, { description: 'How often it was tried.' }) attempts: number
  @Field(() => Int, { description: 'How often it is tried by itself.' }) maxAttempts: number
  @Field(() => String, { nullable: true, description: 'What went wrong the last time, in English, without anything about anybody; null when the server died.' }) error: string | null
  @Field(() => ID, { nullable: true, description: 'The mail it sends, when it sends one.' }) messageId: string | null
  @Field(() => Instant, { description: 'Since when it waits to be done.' }) createdAt: Date
  @Field(() => Instant, { description: 'When it was tried last.' }) failedAt: Date
  @Field(() => Instant, { nullable: true, description: 'When it is tried next; null: not by itself.' }) nextAt: Date | null
  @Field(() => Message, { nullable: true, description: 'The mail it sends, when in reach.' }) message: Message | null
  @Field(() => JobCan, { description: 'What the viewer may do with it.' }) can: JobCan
}

@ObjectType({ description: 'One page of jobs.' })
export class JobList extends ListOf(Job) {}

@InputType({ description: 'Criteria for jobs.' })
export class JobFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these numbers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => [JobState], { nullable: true, description: 'In one of these states.' }) states?: JobState[]
}

export enum JobSort { failedAt = 'failedAt', createdAt = 'createdAt' }
registerEnumType(JobSort, { name: 'JobSort', description: 'What jobs are sorted by.' })
