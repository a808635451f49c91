import { EditForm } from '../ui/EditForm.tsx'
import { EventInputs } from './EventInputs.tsx'
import type { Event } from './event.queries.ts'

export const EventEdit = () => (
  <EditForm defaultValues={(event) => ({ neighbourhoodIds: (event as Event).neighbourhoods?.map(({ id }) => id) })}>
    <EventInputs />
  </EditForm>
)
