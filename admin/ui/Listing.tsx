import { Box } from '@mui/material'
import { Suspense, useState, type ReactNode } from 'react'
import { CreateButton, FilterButton, List, TopToolbar, useCanAccess, useResourceContext, useResourceDefinition, type ListProps } from 'react-admin'
import { EmptyList } from './EmptyList.tsx'
import { ToolbarSlot } from './ToolbarSlot.ts'

/** A list as all nouns show it: filters and sort in the address, a first act when it is empty. */
export function Listing({ acts, savesViews, ...props }: ListProps & Pick<ActionsProps, 'acts' | 'savesViews'>) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <ToolbarSlot.Provider value={slot}>
      <List empty={<EmptyList />} exporter={false} perPage={25} actions={<Actions filtered={Boolean(props.filters)} acts={acts} savesViews={savesViews} slot={setSlot} />} {...props} />
    </ToolbarSlot.Provider>
  )
}

type ActionsProps = {
  filtered: boolean
  acts?: ReactNode
  /** The list keeps views on the server: react-admin’s own, kept in the browser, would be a second way. */
  savesViews?: boolean | undefined
  slot: (node: HTMLElement | null) => void
}

function Actions({ filtered, acts, savesViews = false, slot }: ActionsProps) {
  const resource = useResourceContext()!
  const { hasCreate } = useResourceDefinition({ resource })
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  return (
    <TopToolbar sx={{ alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      {acts && <Suspense fallback={null}>{acts}</Suspense>}
      {filtered && <FilterButton disableSaveQuery={savesViews} />}
      {hasCreate && canAccess && <CreateButton sx={inBar} />}
      <Box component="span" ref={slot} sx={{ display: 'inline-flex' }} />
    </TopToolbar>
  )
}

/** On a phone the button would float over the rows. */
const inBar = { '&.RaCreateButton-floating': { position: 'static', width: 40, height: 40, minHeight: 40, boxShadow: 'none' } }
