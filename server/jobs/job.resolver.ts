import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { JobFilter, JobList, JobSort } from './job.type.ts'
import { giveUpJob, restartJob } from './settleJob.ts'

@ArgsType() class JobListArgs extends ListArgsOf(JobFilter, JobSort, JobSort.failedAt) {}

const ofJob = { description: 'The job.' }

@Resolver()
export class JobResolver {
  @Query(() => JobList, { description: 'The jobs that failed, for good or for now.' })
  @Locked('Job', 'read')
  jobs(@Args(() => JobListArgs) args: JobListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<JobList> {
    return read.list('Job', args, info)
  }

  @Mutation(() => ID, { description: 'Has a job tried again at once; answers its number. It leaves the list when it has succeeded.' })
  @Locked('Job', 'restart')
  async restartJob(@Arg('id', () => ID, ofJob) id: string, @Ctx() context: Context): Promise<string> {
    await restartJob(context, id)
    return id
  }

  @Mutation(() => ID, { description: 'Gives a job up for good; answers its number. A mail it would have sent is FAILED, and may be sent by hand.' })
  @Locked('Job', 'giveUp')
  async giveUpJob(@Arg('id', () => ID, ofJob) id: string, @Ctx() context: Context): Promise<string> {
    await giveUpJob(context, id)
    return id
  }
}
