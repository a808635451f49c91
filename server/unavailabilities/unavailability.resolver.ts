import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Day } from '../graphql/scalars.ts'
import { Referent } from '../referents/referent.type.ts'
import { addUnavailability } from './addUnavailability.ts'
import { removeUnavailability } from './removeUnavailability.ts'

@Resolver()
export class UnavailabilityResolver {
  @Mutation(() => Referent, { description: 'Notes days on which a referent cannot come; noted already, nothing. Answers and places given stay as they are. Answers the referent.' })
  @Locked('Unavailability', 'create')
  async addUnavailability(
    @Arg('referentId', () => ID, { description: 'The referent.' }) referentId: string,
    @Arg('startsOn', () => Day, { description: 'The first day, today or later.' }) startsOn: string,
    @Arg('endsOn', () => Day, { description: 'The last day, within a year of the first.' }) endsOn: string,
    @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    await addUnavailability(context, { referentId, startsOn, endsOn })
    return context.read.one('Referent', referentId, info)
  }

  @Mutation(() => Referent, { description: 'Takes back days on which a referent could not come. Answers the referent.' })
  @Locked('Unavailability', 'remove')
  async removeUnavailability(@Arg('id', () => ID, { description: 'The days.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Referent> {
    return context.read.one('Referent', await removeUnavailability(context, id), info)
  }
}
