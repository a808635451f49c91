import { CreateButton, FilterButton, List, TopToolbar, useCanAccess, useResourceContext, useResourceDefinition, type ListProps } from 'react-admin'
import { EmptyList } from './EmptyList.tsx'

/** A list as all nouns show it: filters and sort in the address, a first act when it is empty. */
export const Listing = (props: ListProps) => (
  <List empty={<EmptyList />} exporter={false} perPage={25} actions={<Actions filtered={Boolean(props.filters)} />} {...props} />
)

function Actions({ filtered }: { filtered: boolean }) {
  const resource = useResourceContext()!
  const { hasCreate } = useResourceDefinition({ resource })
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  return (
    <TopToolbar>
      {filtered && <FilterButton />}
      {hasCreate && canAccess && <CreateButton />}
    </TopToolbar>
  )
}
