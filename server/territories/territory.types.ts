import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Campaign } from '../campaigns/campaign.type.ts'
import { Event } from '../events/event.type.ts'
import { ListOf } from '../graphql/list.ts'
import { Day, Instant } from '../graphql/scalars.ts'

@ObjectType({ description: 'A region of France.' })
export class Region {
  @Field(() => ID, { description: 'The official code, 11 for Île-de-France.' }) id: string
  @Field(() => String, { description: 'The official name.' }) name: string
}

@ObjectType({ description: 'A department, with the prefecture that carries its operations.' })
export class Department {
  @Field(() => ID, { description: 'The official code, such as 93.' }) id: string
  @Field(() => String, { description: 'The official name.' }) name: string
  @Field(() => ID, { description: 'The code of its region.' }) regionId: string
  @Field(() => Region, { nullable: true, description: 'Its region.' }) region: Region | null
  @Field(() => Prefecture, { nullable: true, description: 'Its prefecture.' }) prefecture: Prefecture | null
}

@ObjectType({ description: 'The State’s administration in a department.' })
export class Prefecture {
  @Field(() => ID, { description: 'The code of its department.' }) id: string
  @Field(() => String, { description: 'The full name.' }) name: string
  @Field(() => String, { description: 'A shorter name.' }) shortName: string
  @Field(() => Boolean, { description: 'Whether it is also the prefecture of the region.' }) regional: boolean
  @Field(() => ID, { description: 'The INSEE code of the city it sits in.' }) seatCityId: string
  @Field(() => City, { nullable: true, description: 'The city it sits in.' }) seatCity: City | null
}

@ObjectType({ description: 'A commune.' })
export class City {
  @Field(() => ID, { description: 'The INSEE code, never the postal code.' }) id: string
  @Field(() => String, { description: 'The official name.' }) name: string
  @Field(() => ID, { description: 'The code of its department.' }) departmentCode: string
  @Field(() => [String], { description: 'Its postal codes; several in large cities.' }) postalCodes: string[]
  @Field(() => Int, { nullable: true, description: 'Inhabitants, as in the reference file.' }) population: number | null
  @Field(() => Float, { nullable: true, description: 'Latitude of its centre in degrees (WGS 84); null when the reference has none.' }) latitude: number | null
  @Field(() => Float, { nullable: true, description: 'Longitude of its centre in degrees (WGS 84); null when the reference has none.' }) longitude: number | null
  @Field(() => ID, { nullable: true, description: 'The INSEE code of the commune it is now part of.' }) mergedIntoId: string | null
  @Field(() => Day, { nullable: true, description: 'The day an import found it gone from the reference; null while it stands.' }) retiredOn: string | null
  @Field(() => Department, { nullable: true, description: 'Its department.' }) department: Department | null
  @Field(() => City, { nullable: true, description: 'The commune it is now part of.' }) mergedInto: City | null
  @Field(() => [Neighbourhood], { description: 'The priority neighbourhoods that touch it, by name.' }) neighbourhoods: Neighbourhood[]
}

@ObjectType({ description: 'A priority neighbourhood (QPV). One may lie in several cities.' })
export class Neighbourhood {
  @Field(() => ID, { description: 'The official code: `QP` and six digits (2015), `QN`, five digits and a letter (2024).' }) id: string
  @Field(() => String, { description: 'The name, or the code where no name is known.' }) name: string
  @Field(() => Int, { description: 'The year of its list: 2015 or 2024.' }) generation: number
  @Field(() => ID, { description: 'The code of its department.' }) departmentCode: string
  @Field(() => Day, { nullable: true, description: 'The day an import found it gone from the reference; null while it stands.' }) retiredOn: string | null
  @Field(() => Instant, { nullable: true, description: 'When its contour was loaded; null while none is: then no position lies in it.' }) contourAt: Date | null
  @Field(() => Department, { nullable: true, description: 'Its department.' }) department: Department | null
  @Field(() => [City], { description: 'The cities it touches, by name.' }) cities: City[]
  @Field(() => [Perimeter], { description: 'The perimeters that give it priority.' }) perimeters: Perimeter[]
  @Field(() => [Event], { description: 'The events in reach that target it, by date; at most 1 000.' }) events: Event[]
}

@ObjectType({ description: 'The cities and neighbourhoods to which a plan gives priority.' })
export class Perimeter {
  @Field(() => ID, { description: 'A stable code, such as `PRIJ`.' }) id: string
  @Field(() => String, { description: 'The name of the plan.' }) name: string
  @Field(() => Boolean, { description: 'False: this list serves demonstration and is not the official one.' }) official: boolean
  @Field(() => String, { description: 'Where the list comes from.' }) source: string
  @Field(() => Instant, { description: 'When it was last imported.' }) importedAt: Date
  @Field(() => [City], { description: 'Its cities, by department and name.' }) cities: City[]
  @Field(() => [Neighbourhood], { description: 'Its neighbourhoods, by department and name.' }) neighbourhoods: Neighbourhood[]
  @Field(() => [Campaign], { description: 'The campaigns that use it.' }) campaigns: Campaign[]
}

@ObjectType({ description: 'What became of a file of contours.' })
export class ContoursLoaded {
  @Field(() => [ID], { description: 'The codes of the neighbourhoods whose contour it wrote.' }) changed: string[]
  @Field(() => [ID], { description: 'Those whose contour was already this one.' }) unchanged: string[]
  @Field(() => [ID], { description: 'The codes of the file that are not in the reference: nothing was written for them.' }) unknown: string[]
}

@ObjectType({ description: 'One page of departments.' })
export class DepartmentList extends ListOf(Department) {}
@ObjectType({ description: 'One page of cities.' })
export class CityList extends ListOf(City) {}
@ObjectType({ description: 'One page of neighbourhoods.' })
export class NeighbourhoodList extends ListOf(Neighbourhood) {}
@ObjectType({ description: 'One page of perimeters.' })
export class PerimeterList extends ListOf(Perimeter) {}
