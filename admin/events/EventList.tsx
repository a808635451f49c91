import { Stack } from '@mui/material'
import { useMemo } from 'react'
import { DataTable } from 'react-admin'
import { screen } from '../app/screen.ts'
import { useSession, type Session } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import { EventEmpty } from './EventEmpty.tsx'
import { eventFilters } from './EventFilters.tsx'
import { EventTabs } from './EventTabs.tsx'
import { EventToolbar } from './EventToolbar.tsx'
import type { EventRow } from './event.queries.ts'
import { eventDefaults } from './eventDefaults.ts'
import { OtherView } from './OtherView.tsx'
import { useEventView } from './useEventView.ts'

const InviteSelection = screen(() => import('../invitations/InviteSelection.tsx'), 'InviteSelection')
const BulkButton = screen(() => import('../bulk/BulkButton.tsx'), 'BulkButton')
const ProposeFiltered = screen(() => import('../proposals/ProposeFiltered.tsx'), 'ProposeFiltered')
const BulkSelection = screen(() => import('../bulk/BulkButton.tsx'), 'BulkSelection')

const placeOf = ({ venue, department }: EventRow) => [venue?.city?.name, department?.name].filter(Boolean).join(', ')
const filled = ({ referentsConfirmed, referentsNeeded }: EventRow) => referentsNeeded === null ? '' : `${referentsConfirmed} / ${referentsNeeded}`

/** The columns one may leave out: all but the title, which opens the record. */
const columnsOf = ({ me, scope }: Session) => [
  'startsAt', 'city', ...(scope.departmentCode ? [] : ['departmentCode']), 'state', ...(me.grants.includes('Event.readInternal') ? ['readiness', 'referents'] : []),
]

/** What stands in one column on screen may be several in a file, where « 2 / 3 » would become a date. */
const exported = { city: ['venue.city.name'], departmentCode: ['department.name'], referents: ['referentsConfirmed', 'referentsNeeded'] }

export function EventList() {
  const session = useSession()
  const internal = session.me.grants.includes('Event.readInternal')
  const defaults = useMemo(() => eventDefaults(session), [session])
  const [view, setView] = useEventView(defaults)
  const invites = session.me.grants.includes('Event.invite')
  const changes = session.me.grants.includes('Event.update')
  return (
    <Listing savesViews={session.me.grants.includes('SavedView.create')} filters={eventFilters(session)} filterDefaultValues={defaults} sort={{ field: 'startsAt', order: 'ASC' }} acts={changes || internal ? <>{internal && <ProposeFiltered />}{changes && <BulkButton />}</> : undefined} pagination={view === 'list' ? undefined : false} sx={{ '& .RaList-main, & .RaList-content': { minWidth: 0, maxWidth: 1 } }}>
      <EventTabs />
      <EventToolbar view={view} setView={setView} columns={columnsOf(session)} />
      {view !== 'list' ? <OtherView view={view} /> : <Rows<EventRow>
        empty={<EventEmpty />}
        primary={({ title }) => title}
        secondary={(row) => [dayAndHour(row.startsAt), placeOf(row)].filter(Boolean).join(' · ')}
        tertiary={({ state, readiness }) => <Stack component="span" spacing={0.5} alignItems="flex-end"><StateChip of="EventState" value={state} /><StateChip of="Readiness" value={readiness} /></Stack>}
        exported={exported}
        bulk={invites || changes ? <>{invites && <InviteSelection />}{changes && <BulkSelection />}</> : undefined}
      >
        <DataTable.Col source="startsAt" render={({ startsAt }: EventRow) => dayAndHour(startsAt)} />
        <DataTable.Col source="title" render={({ title }: EventRow) => <RowLink>{title}</RowLink>} />
        <DataTable.Col source="city" disableSort render={({ venue }: EventRow) => venue?.city?.name} />
        {!session.scope.departmentCode && <DataTable.Col source="departmentCode" render={({ department }: EventRow) => department?.name} />}
        <DataTable.Col source="state" render={({ state }: EventRow) => <StateChip of="EventState" value={state} />} />
        {internal && <DataTable.Col source="readiness" render={({ readiness }: EventRow) => <StateChip of="Readiness" value={readiness} />} />}
        {internal && <DataTable.Col source="referents" disableSort render={filled} />}
      </Rows>}
    </Listing>
  )
}
