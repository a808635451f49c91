import { Field, ObjectType } from 'type-graphql'

@ObjectType({ description: 'A reason against an action. `NO_RIGHT`: the viewer never may; any other: not as things stand.' })
export class Reason {
  @Field(() => String, { description: 'A stable name, such as `WRONG_STATE` or `NO_VENUE`.' }) code: string
  @Field(() => String, { description: 'The reason in French, for the person.' }) sentence: string
}
