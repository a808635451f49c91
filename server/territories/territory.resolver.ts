import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Locked } from '../access/lock.ts'
import type { Context } from '../context.ts'
import { ListArgsOf } from '../graphql/list.ts'
import { importContours } from './importContours.ts'
import { CityFilter, DepartmentFilter, NeighbourhoodFilter, PerimeterFilter, TerritorySort } from './territory.inputs.ts'
import { CityList, ContoursLoaded, DepartmentList, NeighbourhoodList, PerimeterList } from './territory.types.ts'

@ArgsType() class DepartmentListArgs extends ListArgsOf(DepartmentFilter, TerritorySort, TerritorySort.id) {}
@ArgsType() class CityListArgs extends ListArgsOf(CityFilter, TerritorySort, TerritorySort.name) {}
@ArgsType() class NeighbourhoodListArgs extends ListArgsOf(NeighbourhoodFilter, TerritorySort, TerritorySort.name) {}
@ArgsType() class PerimeterListArgs extends ListArgsOf(PerimeterFilter, TerritorySort, TerritorySort.id) {}

@Resolver()
export class TerritoryResolver {
  @Query(() => DepartmentList, { description: 'The departments.' })
  @Locked('Department', 'read')
  departments(@Args(() => DepartmentListArgs) args: DepartmentListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<DepartmentList> {
    return read.list('Department', args, info)
  }

  @Query(() => CityList, { description: 'The communes.' })
  @Locked('City', 'read')
  cities(@Args(() => CityListArgs) args: CityListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<CityList> {
    return read.list('City', args, info)
  }

  @Query(() => NeighbourhoodList, { description: 'The priority neighbourhoods (QPV).' })
  @Locked('Neighbourhood', 'read')
  neighbourhoods(@Args(() => NeighbourhoodListArgs) args: NeighbourhoodListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<NeighbourhoodList> {
    return read.list('Neighbourhood', args, info)
  }

  @Query(() => PerimeterList, { description: 'The perimeters of plans.' })
  @Locked('Perimeter', 'read')
  perimeters(@Args(() => PerimeterListArgs) args: PerimeterListArgs, @Ctx() { read }: Context, @Info() info: GraphQLResolveInfo): Promise<PerimeterList> {
    return read.list('Perimeter', args, info)
  }

  @Mutation(() => ContoursLoaded, { description: 'Loads the contours of neighbourhoods from the official GeoJSON (WGS 84). The same file again writes nothing.' })
  @Locked('Neighbourhood', 'importContours')
  importContours(@Arg('fileId', () => ID, { description: 'A file that the viewer sent to `/files`.' }) fileId: string, @Ctx() context: Context): Promise<ContoursLoaded> {
    return importContours(context, fileId)
  }
}
