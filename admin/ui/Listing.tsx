import { Suspense, useState, type ReactNode } from 'react'
import { CreateButton, FilterButton, List, TopToolbar, useCanAccess, useResourceContext, useResourceDefinition, type ListProps } from 'react-admin'
import { EmptyList } from './EmptyList.tsx'
import { ToolbarSlot } from './ToolbarSlot.ts'

/** A list as all nouns show it: filters and sort in the address, a first act when it is empty. */
export function Listing({ acts, ...props }: ListProps & { acts?: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <ToolbarSlot.Provider value={slot}>
      <List empty={<EmptyList />} exporter={false} perPage={25} actions={<Actions filtered={Boolean(props.filters)} acts={acts} slot={setSlot} />} {...props} />
    </ToolbarSlot.Provider>
  )
}

function Actions({ filtered, acts, slot }: { filtered: boolean; acts?: ReactNode; slot: (node: HTMLElement | null) => void }) {
  const resource = useResourceContext()!
  const { hasCreate } = useResourceDefinition({ resource })
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  return (
    <TopToolbar>
      {acts && <Suspense fallback={null}>{acts}</Suspense>}
      {filtered && <FilterButton />}
      {hasCreate && canAccess && <CreateButton />}
      <span ref={slot} />
    </TopToolbar>
  )
}
