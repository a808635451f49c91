import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, registerEnumType, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Readiness } from '../db/generated/enums.ts'
import { Event } from '../events/event.type.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { Day } from '../graphql/scalars.ts'
import { createTask } from './createTask.ts'
import { removeTask } from './removeTask.ts'
import { Task, TaskList } from './task.type.ts'
import { assignTask, completeTask, reopenTask, updateTask } from './updateTask.ts'

@InputType({ description: 'What a person writes about a task; serves creation and change.' })
export class TaskInput {
  @Field(() => String, { description: 'What to do, in 3 to 200 characters.' }) @Length(3, 200, { message: 'L’intitulé compte de 3 à 200 caractères.' }) title: string
  @Field(() => Day, { description: 'The last day to do it.' }) dueOn: string
  @Field(() => ID, { nullable: true, description: 'The account it is given to, of the event’s department.' }) assigneeId?: string | null
}

@InputType({ description: 'Criteria for tasks.' })
export class TaskFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these identifiers.' }) @IsOptional() @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the title, whatever its case and accents.' }) @IsOptional() @MaxLength(200) q?: string
  @Field(() => ID, { nullable: true, description: 'Of this event.' }) eventId?: string
  @Field(() => [ID], { nullable: true, description: 'Of one of these departments.' }) departmentCodes?: string[]
  @Field(() => ID, { nullable: true, description: 'Given to this account.' }) assigneeId?: string
  @Field(() => ID, { nullable: true, description: 'Given to somebody else than this account, or to nobody.' }) notAssigneeId?: string
  @Field(() => [Readiness], { nullable: true, description: 'As urgent as one of these; what is done or over has no urgency.' }) urgencies?: Readiness[]
  @Field(() => Boolean, { nullable: true, description: 'Done or not.' }) done?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Given to somebody or not.' }) assigned?: boolean
}
export enum TaskSort { dueOn = 'dueOn', title = 'title' }
registerEnumType(TaskSort, { name: 'TaskSort', description: 'What tasks are sorted by.' })
@ArgsType() class TaskListArgs extends ListArgsOf(TaskFilter, TaskSort, TaskSort.dueOn) {}

const ofTask = { description: 'The task.' }
const version = { description: 'The version the change was made from.' }

@Resolver()
export class TaskResolver {
  @Query(() => TaskList, { description: 'The tasks in reach.' })
  @Locked('Task', 'read')
  tasks(@Args(() => TaskListArgs) args: TaskListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<TaskList> {
    return read.list('Task', args, info)
  }

  @Mutation(() => Task, { description: 'Adds a task to an event. The same id again answers with the same task.' })
  @Locked('Task', 'create')
  async createTask(
    @Arg('id', () => ID, { description: 'A UUID made by the client.' }) id: string,
    @Arg('eventId', () => ID, { description: 'The event.' }) eventId: string,
    @Arg('input', () => TaskInput, { description: 'The task.' }) input: TaskInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Task> {
    await createTask(context, { id, eventId, input })
    return context.read.one('Task', id, info)
  }

  @Mutation(() => Task, { description: 'Changes a task added by hand. CONFLICT, with the task as it is, when it was changed since `version`.' })
  @Locked('Task', 'update')
  async updateTask(
    @Arg('id', () => ID, ofTask) id: string, @Arg('version', () => Int, version) from: number,
    @Arg('input', () => TaskInput, { description: 'The task as it should be.' }) input: TaskInput,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Task> {
    await updateTask(context, { id, version: from, input })
    return context.read.one('Task', id, info)
  }

  @Mutation(() => Task, { description: 'Gives a task to somebody of the event’s department, or to nobody.' })
  @Locked('Task', 'assign')
  async assignTask(
    @Arg('id', () => ID, ofTask) id: string,
    @Arg('assigneeId', () => ID, { nullable: true, description: 'The account; null: nobody.' }) assigneeId: string | null,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Task> {
    await assignTask(context, id, assigneeId ?? null)
    return context.read.one('Task', id, info)
  }

  @Mutation(() => Task, { description: 'Says that a task is done.' })
  @Locked('Task', 'complete')
  async completeTask(@Arg('id', () => ID, ofTask) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Task> {
    await completeTask(context, id)
    return context.read.one('Task', id, info)
  }

  @Mutation(() => Task, { description: 'Says that a task is not done after all; its date follows the event’s again.' })
  @Locked('Task', 'reopen')
  async reopenTask(@Arg('id', () => ID, ofTask) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Task> {
    await reopenTask(context, id)
    return context.read.one('Task', id, info)
  }

  @Mutation(() => Event, { description: 'Removes an open task added by hand. Answers its event.' })
  @Locked('Task', 'remove')
  async removeTask(@Arg('id', () => ID, ofTask) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Event> {
    return context.read.one('Event', await removeTask(context, id), info)
  }
}
