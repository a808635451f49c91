import { ArrayMaxSize } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'

@InputType({ description: 'Criteria for departments.' })
export class DepartmentFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these codes.' }) @ArrayMaxSize(200) ids?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the code, whatever its case and accents.' }) q?: string
}

@InputType({ description: 'Criteria for cities.' })
export class CityFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these INSEE codes.' }) @ArrayMaxSize(200) ids?: string[]
  @Field(() => [ID], { nullable: true, description: 'In one of these departments.' }) departmentCodes?: string[]
  @Field(() => String, { nullable: true, description: 'Part of the name, an INSEE code or a postal code.' }) q?: string
}

@InputType({ description: 'Criteria for priority neighbourhoods.' })
export class NeighbourhoodFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these codes.' }) @ArrayMaxSize(200) ids?: string[]
  @Field(() => [ID], { nullable: true, description: 'In one of these departments.' }) departmentCodes?: string[]
  @Field(() => String, { nullable: true, description: 'Text in the name or the code.' }) q?: string
  @Field(() => Int, { nullable: true, description: 'The year of the list: 2015 or 2024.' }) generation?: number
  @Field(() => ID, { nullable: true, description: 'Touches this city.' }) cityId?: string
  @Field(() => ID, { nullable: true, description: 'In this perimeter.' }) perimeterId?: string
}

@InputType({ description: 'Criteria for perimeters.' })
export class PerimeterFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these codes.' }) @ArrayMaxSize(200) ids?: string[]
}

export enum TerritorySort { id = 'id', name = 'name' }
registerEnumType(TerritorySort, { name: 'TerritorySort', description: 'By official code or by name.' })
