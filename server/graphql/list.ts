import { Max, Min, ValidateNested } from 'class-validator'
import { ArgsType, type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Instant } from './scalars.ts'

export enum SortOrder { asc = 'asc', desc = 'desc' }
registerEnumType(SortOrder, { name: 'SortOrder', description: 'Ascending or descending; equal rows are always ordered by id.' })

@InputType({ description: 'Which page of a list.' })
export class PageInput {
  @Field(() => Int, { defaultValue: 0, description: 'The first page is 0.' })
  @Min(0, { message: 'La première page est la page 0.' }) @Max(1_000_000, { message: 'Cette page n’existe pas.' }) number: number
  @Field(() => Int, { defaultValue: 25, description: 'Rows on a page, at most 100.' })
  @Min(1, { message: 'Une page compte au moins une ligne.' }) @Max(100, { message: 'Une page compte au plus 100 lignes.' }) size: number
}

@InputType({ description: 'A span of time.' })
export class InstantRange {
  @Field(() => Instant, { nullable: true, description: 'From this instant on.' }) from?: Date
  @Field(() => Instant, { nullable: true, description: 'Before this instant.' }) until?: Date
}

/** The arguments of a list: filter, sort, order, page. */
export function ListArgsOf<F extends object, S extends object>(Filter: ClassType<F>, Sort: S, by: S[keyof S]) {
  @ArgsType()
  class Args {
    @Field(() => Filter, { nullable: true, description: 'Only rows that pass; an absent criterion lets all pass.' }) filter?: F
    @Field(() => Sort, { defaultValue: by, description: 'The field that rows are sorted by.' }) sort: string
    @Field(() => SortOrder, { defaultValue: SortOrder.asc, description: 'The direction of the sort.' }) order: SortOrder
    @Field(() => PageInput, { defaultValue: { number: 0, size: 25 }, description: 'The page wanted.' }) @ValidateNested() page: PageInput
  }
  return Args
}

/** The shape of every list: one page of rows, and how many there are in all. */
export function ListOf<T extends object>(Item: ClassType<T>) {
  @ObjectType(`${Item.name}List`, { description: 'One page of a list.' })
  class List {
    @Field(() => [Item], { description: 'The rows of the page.' }) items: T[]
    @Field(() => Int, { description: 'How many rows there are on all pages, counted up to 10 000.' }) total: number
    @Field(() => Boolean, { description: 'Whether there are more than `total` says.' }) more: boolean
  }
  return List
}
