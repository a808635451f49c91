import { DataTable } from 'react-admin'
import { screen } from '../app/screen.ts'
import { useSession } from '../app/session.ts'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import { eventFilters } from './EventFilters.tsx'
import type { EventRow } from './event.queries.ts'

const InviteSelection = screen(() => import('../invitations/InviteSelection.tsx'), 'InviteSelection')
const BulkButton = screen(() => import('../bulk/BulkButton.tsx'), 'BulkButton')
const BulkSelection = screen(() => import('../bulk/BulkButton.tsx'), 'BulkSelection')

const placeOf = ({ venue, department }: EventRow) => [venue?.city?.name, department?.name].filter(Boolean).join(', ')
const filled = ({ referentsConfirmed, referentsNeeded }: EventRow) => referentsNeeded === null ? '' : `${referentsConfirmed} / ${referentsNeeded}`

export function EventList() {
  const session = useSession()
  const internal = session.me.grants.includes('Event.readInternal')
  const invites = session.me.grants.includes('Event.invite')
  const changes = session.me.grants.includes('Event.update')
  return (
    <Listing filters={eventFilters(session)} sort={{ field: 'startsAt', order: 'ASC' }} acts={changes ? <BulkButton /> : undefined}>
      <Rows<EventRow>
        primary={({ title }) => title}
        secondary={(row) => [dayAndHour(row.startsAt), placeOf(row)].filter(Boolean).join(' · ')}
        tertiary={({ state }) => <StateChip of="EventState" value={state} />}
        bulk={invites || changes ? <>{invites && <InviteSelection />}{changes && <BulkSelection />}</> : undefined}
      >
        <DataTable.Col source="startsAt" render={({ startsAt }: EventRow) => dayAndHour(startsAt)} />
        <DataTable.Col source="title" render={({ title }: EventRow) => <RowLink>{title}</RowLink>} />
        <DataTable.Col source="city" disableSort render={({ venue }: EventRow) => venue?.city?.name} />
        {!session.scope.departmentCode && <DataTable.Col source="departmentCode" render={({ department }: EventRow) => department?.name} />}
        <DataTable.Col source="state" render={({ state }: EventRow) => <StateChip of="EventState" value={state} />} />
        {internal && <DataTable.Col source="readiness" render={({ readiness }: EventRow) => <StateChip of="Readiness" value={readiness} />} />}
        {internal && <DataTable.Col source="referents" disableSort render={filled} />}
      </Rows>
    </Listing>
  )
}
