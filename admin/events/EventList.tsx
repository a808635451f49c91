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

const placeOf = ({ venue, department }: EventRow) => [venue?.city?.name, department?.name].filter(Boolean).join(', ')
const filled = ({ referentsConfirmed, referentsNeeded }: EventRow) => referentsNeeded === null ? '' : `${referentsConfirmed} / ${referentsNeeded}`

/** What stands in one column on screen may be several in a file, where « 2 / 3 » would become a date. */
const exported = { city: ['venue.city.name'], departmentCode: ['department.name'], referents: ['referentsConfirmed', 'referentsNeeded'] }

export function EventList() {
  const session = useSession()
  const internal = session.me.grants.includes('Event.readInternal')
  const invites = session.me.grants.includes('Event.invite')
  return (
    <Listing filters={eventFilters(session)} sort={{ field: 'startsAt', order: 'ASC' }}>
      <Rows<EventRow>
        primary={({ title }) => title}
        secondary={(row) => [dayAndHour(row.startsAt), placeOf(row)].filter(Boolean).join(' · ')}
        tertiary={({ state }) => <StateChip of="EventState" value={state} />}
        exported={exported}
        bulk={invites ? <InviteSelection /> : undefined}
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
