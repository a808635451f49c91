import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Department, Neighbourhood } from '../territories/territory.types.ts'

@ObjectType({ description: 'The figures of one department in one campaign; cancelled events count nowhere.' })
export class DepartmentReview {
  @Field(() => ID, { description: 'The campaign and the department.' }) id: string
  @Field(() => ID, { description: 'The campaign.' }) campaignId: string
  @Field(() => ID, { description: 'The department.' }) departmentCode: string
  @Field(() => Int, { description: 'Events wanted.' }) target: number
  @Field(() => Int, { description: 'Events not cancelled, drafts included.' }) planned: number
  @Field(() => Int, { description: 'Events published or later: published, postponed, held, closed.' }) published: number
  @Field(() => Int, { description: 'Events held or closed.' }) held: number
  @Field(() => Int, { description: 'Referents that these events need.' }) referentsNeeded: number
  @Field(() => Int, { description: 'Referents confirmed or present.' }) referentsConfirmed: number
  @Field(() => Department, { nullable: true, description: 'The department.' }) department: Department | null
}

@ObjectType({ description: 'A neighbourhood of a campaign’s perimeter, and whether a published event targets it.' })
export class NeighbourhoodCoverage {
  @Field(() => ID, { description: 'The campaign and the neighbourhood.' }) id: string
  @Field(() => ID, { description: 'The campaign.' }) campaignId: string
  @Field(() => ID, { description: 'The neighbourhood.' }) neighbourhoodId: string
  @Field(() => ID, { description: 'The department of the neighbourhood.' }) departmentCode: string
  @Field(() => Int, { description: 'Published, postponed, held or closed events that target it.' }) events: number
  @Field(() => Boolean, { description: 'Whether there is at least one.' }) covered: boolean
  @Field(() => Neighbourhood, { nullable: true, description: 'The neighbourhood.' }) neighbourhood: Neighbourhood | null
}
