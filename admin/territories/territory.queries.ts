import { graphql } from '../app/graphql.ts'

const departments = graphql(`
  query DepartmentRows($page: PageInput, $filter: DepartmentFilter, $sort: TerritorySort, $order: SortOrder) {
    result: departments(page: $page, filter: $filter, sort: $sort, order: $order) { total items { id name prefecture { id name } } }
  }
`)
const cities = graphql(`
  query Cities($page: PageInput, $filter: CityFilter, $sort: TerritorySort, $order: SortOrder) {
    result: cities(page: $page, filter: $filter, sort: $sort, order: $order) { total items { id name postalCodes population latitude longitude department { id name } } }
  }
`)
const neighbourhoods = graphql(`
  query Neighbourhoods($page: PageInput, $filter: NeighbourhoodFilter, $sort: TerritorySort, $order: SortOrder) {
    result: neighbourhoods(page: $page, filter: $filter, sort: $sort, order: $order) {
      total
      items { id name generation contourAt department { id name } cities { id name } perimeters { id name } }
    }
  }
`)
const perimeters = graphql(`
  query Perimeters($page: PageInput, $filter: PerimeterFilter, $sort: TerritorySort, $order: SortOrder) {
    result: perimeters(page: $page, filter: $filter, sort: $sort, order: $order) { total items { id name official source importedAt } }
  }
`)

export const resources = { departments: { getList: departments }, cities: { getList: cities }, neighbourhoods: { getList: neighbourhoods }, perimeters: { getList: perimeters } }
