import { FilterButton, List, TopToolbar } from 'react-admin'
import { useSession } from '../app/session.ts'
import { EventMap } from './EventMap.tsx'
import { eventFilters } from './EventFilters.tsx'

/** The map at an address of its own, with the filters of the list. */
export const EventMapPage = () => (
  <List
    resource="events" title="coaching.map.title" filters={eventFilters(useSession())} sort={{ field: 'startsAt', order: 'ASC' }}
    exporter={false} pagination={false} empty={false} actions={<TopToolbar><FilterButton /></TopToolbar>}
  >
    <EventMap />
  </List>
)
