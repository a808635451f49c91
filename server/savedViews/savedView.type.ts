import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Author } from '../audit/audit.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Reason } from '../graphql/reason.type.ts'

@ObjectType({ description: 'What the viewer may do with this view: the reasons against each action, none when it may be taken.' })
export class SavedViewCan {
  @Field(() => [Reason], { description: 'Against changing it.' }) update: Reason[]
  @Field(() => [Reason], { description: 'Against sharing it, or no longer.' }) share: Reason[]
  @Field(() => [Reason], { description: 'Against removing it.' }) remove: Reason[]
}

@ObjectType({ description: 'A way to look at events: filters, sort, kind of view and columns, under a name.' })
export class SavedView {
  @Field(() => ID, { description: 'A UUID made by the client.' }) id: string
  @Field(() => ID, { description: 'Whose it is.' }) accountId: string
  @Field(() => ID, { nullable: true, description: 'The department that it is shared with; null: the region, or nobody.' }) departmentCode: string | null
  @Field(() => String, { description: 'Its name, one per person.' }) name: string
  @Field(() => String, { description: 'The query part of the console’s address, without its question mark.' }) search: string
  @Field(() => [String], { description: 'The columns that the list leaves out.' }) hiddenColumns: string[]
  @Field(() => Boolean, { description: 'Whether whoever works in the same scope reads it too.' }) shared: boolean
  @Field(() => Int, { description: 'Grows with each change.' }) version: number
  @Field(() => Author, { nullable: true, description: 'Whose it is, for whoever may know.' }) author: Author | null
  @Field(() => SavedViewCan, { description: 'What the viewer may do with it.' }) can: SavedViewCan
}

@ObjectType({ description: 'One page of saved views.' })
export class SavedViewList extends ListOf(SavedView) {}
