import { Suspense, type ReactNode } from 'react'
import { CreateButton, FilterButton, List, TopToolbar, useCanAccess, useResourceContext, useResourceDefinition, type ListProps } from 'react-admin'
import { EmptyList } from './EmptyList.tsx'

/** A list as all nouns show it: filters and sort in the address, a first act when it is empty. */
export const Listing = ({ acts, ...props }: ListProps & { acts?: ReactNode }) => (
  <List empty={<EmptyList />} exporter={false} perPage={25} actions={<Actions filtered={Boolean(props.filters)} acts={acts} />} {...props} />
)

function Actions({ filtered, acts }: { filtered: boolean; acts?: ReactNode }) {
  const resource = useResourceContext()!
  const { hasCreate } = useResourceDefinition({ resource })
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  return (
    <TopToolbar>
      {acts && <Suspense fallback={null}>{acts}</Suspense>}
      {filtered && <FilterButton />}
      {hasCreate && canAccess && <CreateButton />}
    </TopToolbar>
  )
}
