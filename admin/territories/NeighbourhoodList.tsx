import { lazy, Suspense } from 'react'
import { AutocompleteInput, DataTable, ReferenceInput, SearchInput, SelectArrayInput } from 'react-admin'
import { useSession } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { day } from '../ui/paris.ts'
import { Rows } from '../ui/Rows.tsx'

const ContourImport = lazy(async () => ({ default: (await import('./ContourImport.tsx')).ContourImport }))

type Named = { id: string; name: string }
type Neighbourhood = Named & { generation: number; contourAt: string | null; department: Named | null; cities: Named[]; perimeters: Named[] }
const names = (all: Named[]) => all.map(({ name }) => name).join(', ')

/** Reference data: imported, never typed in. */
export function NeighbourhoodList() {
  const { departments, me } = useSession()
  const filters = [
    <SearchInput key="q" source="q" alwaysOn />,
    <ReferenceInput key="perimeterId" source="perimeterId" reference="perimeters" alwaysOn><AutocompleteInput optionText="name" label="resources.neighbourhoods.fields.perimeterId" /></ReferenceInput>,
    <SelectArrayInput key="departmentCodes" source="departmentCodes" choices={departments} translateChoice={false} />,
  ]
  return (
    <Listing filters={filters} sort={{ field: 'name', order: 'ASC' }}>
      {me.grants.includes('Neighbourhood.importContours') && <Suspense fallback={null}><ContourImport /></Suspense>}
      <Rows<Neighbourhood> to={false} primary={({ name }) => name} secondary={({ cities, department }) => [names(cities), department?.name].filter(Boolean).join(' · ')}>
        <DataTable.Col source="name" />
        <DataTable.Col source="id" />
        <DataTable.Col source="cities" disableSort render={({ cities }: Neighbourhood) => names(cities)} />
        <DataTable.Col source="departmentCode" disableSort render={({ department }: Neighbourhood) => department?.name} />
        <DataTable.Col source="perimeterId" disableSort render={({ perimeters }: Neighbourhood) => names(perimeters)} />
        <DataTable.Col source="contourAt" disableSort render={({ contourAt }: Neighbourhood) => contourAt && day(contourAt)} />
      </Rows>
    </Listing>
  )
}
