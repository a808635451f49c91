import { columnsOf, many, one, through } from '../reading/fields.ts'
import { among, holds, ids, is } from '../reading/filters.ts'
import type { Noun } from '../reading/noun.ts'
import { sql } from '../reading/sql.ts'

export const region: Noun = { resource: 'Region', table: 'Region', fields: columnsOf('id', 'name') }

export const department: Noun = {
  resource: 'Department',
  table: 'Department',
  fields: {
    ...columnsOf('id', 'name', 'regionId'),
    region: one('Region', 'regionId'),
    prefecture: one('Prefecture', 'id'),
  },
  filters: { ids, q: holds('name', 'id') },
  sorts: ['id', 'name'],
  names: ['name'],
}

export const prefecture: Noun = {
  resource: 'Prefecture',
  table: 'Prefecture',
  fields: { ...columnsOf('id', 'name', 'shortName', 'regional', 'seatCityId'), seatCity: one('City', 'seatCityId') },
}

export const city: Noun = {
  resource: 'City',
  table: 'City',
  fields: {
    ...columnsOf('id', 'name', 'departmentCode', 'postalCodes', 'population', 'latitude', 'longitude', 'mergedIntoId', 'retiredOn'),
    department: one('Department', 'departmentCode'),
    mergedInto: one('City', 'mergedIntoId'),
    neighbourhoods: through('Neighbourhood', 'NeighbourhoodCity', 'cityId', 'neighbourhoodId', ['name']),
  },
  filters: {
    ids,
    departmentCodes: among('departmentCode'),
    q: { ...holds('name', 'id'), test: (row, given) => sql`(search_text(${row.at}."name") LIKE '%' || replace(search_text(${given}), '%', '') || '%' OR ${row.at}."id" = ${given} OR ${given} = ANY(${row.at}."postalCodes"))` },
  },
  sorts: ['id', 'name'],
  names: ['name'],
}

export const neighbourhood: Noun = {
  resource: 'Neighbourhood',
  table: 'Neighbourhood',
  fields: {
    ...columnsOf('id', 'name', 'generation', 'departmentCode', 'retiredOn', 'contourAt'),
    department: one('Department', 'departmentCode'),
    cities: through('City', 'NeighbourhoodCity', 'neighbourhoodId', 'cityId', ['name']),
    perimeters: through('Perimeter', 'PerimeterNeighbourhood', 'neighbourhoodId', 'perimeterId'),
    events: through('Event', 'EventNeighbourhood', 'neighbourhoodId', 'eventId', ['startsAt']),
  },
  filters: {
    ids,
    q: holds('name', 'id'),
    departmentCodes: among('departmentCode'),
    generation: is('generation'),
    cityId: { of: ['cities'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "neighbourhoodId" FROM "NeighbourhoodCity" WHERE "cityId" = ${given})` },
    perimeterId: { of: ['perimeters'], test: ({ at }, given) => sql`${at}."id" IN (SELECT "neighbourhoodId" FROM "PerimeterNeighbourhood" WHERE "perimeterId" = ${given})` },
  },
  sorts: ['id', 'name'],
  names: ['name'],
}

export const perimeter: Noun = {
  resource: 'Perimeter',
  table: 'Perimeter',
  fields: {
    ...columnsOf('id', 'name', 'official', 'source', 'importedAt'),
    cities: through('City', 'PerimeterCity', 'perimeterId', 'cityId', ['departmentCode', 'name']),
    neighbourhoods: through('Neighbourhood', 'PerimeterNeighbourhood', 'perimeterId', 'neighbourhoodId', ['departmentCode', 'name']),
    campaigns: many('Campaign', 'perimeterId', ['startsOn']),
  },
  sorts: ['id', 'name'],
  names: ['name'],
  filters: { ids },
}
