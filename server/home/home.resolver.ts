import { GraphQLJSONObject } from 'graphql-scalars'
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Locked, Open } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { Instant } from '../graphql/scalars.ts'
import { chooseDigest } from './chooseDigest.ts'
import { noteVisit } from './noteVisit.ts'
import { askedOf, sentenceOf } from './todos.ts'

@ObjectType({ description: 'A line of a to-do list: what waits, how many, and the list that shows them.' })
export class Todo {
  @Field(() => String, { description: 'A stable name, such as `SUBMITTED`.' }) code: string
  @Field(() => Int, { description: 'How many rows wait; never 0.' }) count: number
  @Field(() => String, { description: 'The same in a French sentence.' }) sentence: string
  @Field(() => String, { description: 'The noun that is counted, such as `Event`.' }) resource: string
  @Field(() => GraphQLJSONObject, { description: 'The filter of the noun’s list that finds exactly these rows.' }) filter: object
}

@Resolver()
export class HomeResolver {
  @Query(() => [Todo], { description: 'What waits for the viewer in the scope in use, the most pressing first.' })
  @Locked('Event', 'read')
  async todos(@Ctx() { read }: Context): Promise<Todo[]> {
    const counted = await read.countEach(askedOf)
    return counted.filter(({ count }) => count > 0).map((one) => ({ ...one, sentence: sentenceOf(one.code, one.count) }))
  }

  @Mutation(() => Instant, { nullable: true, description: 'Notes that the person signed in is here. Answers since when to tell what changed: the end of the visit before; null at the first.' })
  @Open('Each notes his own visit.')
  noteVisit(@Ctx() context: Context): Promise<Date | null> {
    return noteVisit(context)
  }

  @Mutation(() => Boolean, { description: 'Chooses whether the weekly digest is sent to the person signed in. Answers the choice.' })
  @Open('Each chooses for himself.')
  chooseDigest(@Arg('wanted', () => Boolean, { description: 'True: sent.' }) wanted: boolean, @Ctx() context: Context): Promise<boolean> {
    return chooseDigest(context, wanted)
  }
}
