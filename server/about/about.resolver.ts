import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { Open } from '../access/lock.ts'
import type { Context } from '../context.ts'

@ObjectType({ description: 'An account of the demonstration, for whoever tries the product.' })
export class DemonstrationAccount {
  @Field(() => String, { description: 'The address to sign in with.' }) email: string
  @Field(() => String, { description: 'The password, the same for all.' }) password: string
  @Field(() => String, { description: 'Who it is, in French.' }) name: string
  @Field(() => String, { description: 'The scope it acts in, in French.' }) scope: string
}

@ObjectType({ description: 'What a client may know before anybody signs in.' })
export class About {
  @Field(() => Boolean, { description: 'Whether the database holds the demonstration.' }) demonstration: boolean
  @Field(() => [DemonstrationAccount], { description: 'Its accounts; none in a real database.' }) demonstrationAccounts: DemonstrationAccount[]
}

@Resolver()
export class AboutResolver {
  @Query(() => About, { description: 'What this server is.' })
  @Open('The sign-in page says so when this is a demonstration.')
  about(@Ctx() { settings: { demonstration, demonstrationAccounts } }: Context): About {
    return { demonstration, demonstrationAccounts }
  }
}
