import { Box, Link } from '@mui/material'
import { AutocompleteInput, BooleanInput, DataTable, NullableBooleanInput, ReferenceInput, SearchInput, SelectArrayInput, useCreatePath } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { choicesOf } from '../ui/choices.ts'
import { Listing } from '../ui/Listing.tsx'
import { day } from '../ui/paris.ts'
import { Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import { TaskActs } from './TaskActs.tsx'
import type { TaskRow } from './task.queries.ts'

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectArrayInput key="urgencies" source="urgencies" choices={choicesOf('Readiness')} alwaysOn />,
  <NullableBooleanInput key="done" source="done" alwaysOn />,
  <BooleanInput key="assigned" source="assigned" />,
  <ReferenceInput key="notAssigneeId" source="notAssigneeId" reference="colleagues"><AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.tasks.fields.notAssigneeId" /></ReferenceInput>,
  <ReferenceInput key="assigneeId" source="assigneeId" reference="colleagues"><AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} label="resources.tasks.fields.assigneeId" /></ReferenceInput>,
]

/** The tasks of all events in reach, the first due first. */
export const TaskList = () => (
  <Listing filters={filters} filterDefaultValues={{ done: false }} sort={{ field: 'dueOn', order: 'ASC' }}>
    <Rows<TaskRow>
      to={false} primary={({ title }) => title} tertiary={({ urgency }) => <StateChip of="Readiness" value={urgency} />}
      secondary={(task) => <OnPhone task={task} />}
    >
      <DataTable.Col source="dueOn" render={({ dueOn }: TaskRow) => day(dueOn)} />
      <DataTable.Col source="title" />
      <DataTable.Col source="event" disableSort render={({ event }: TaskRow) => <EventLink event={event} />} />
      <DataTable.Col source="assigneeId" disableSort render={({ assignee }: TaskRow) => assignee?.name} />
      <DataTable.Col source="urgency" disableSort render={({ urgency }: TaskRow) => <StateChip of="Readiness" value={urgency} />} />
      <DataTable.Col source="acts" disableSort render={(task: TaskRow) => <TaskActs task={task} />} />
    </Rows>
  </Listing>
)

/** Where there is no room for columns: what the row says of a task, and the same acts. */
const OnPhone = ({ task }: { task: TaskRow }) => (
  <>
    <div>{[day(task.dueOn), task.assignee?.name].filter(Boolean).join(' · ')}</div>
    <EventLink event={task.event} />
    <Box sx={{ mt: 1 }}><TaskActs task={task} /></Box>
  </>
)

function EventLink({ event }: { event: TaskRow['event'] }) {
  const path = useCreatePath()
  return event && <Link component={RouterLink} to={`${path({ resource: 'events', type: 'show', id: event.id })}/tasks`}>{event.title}</Link>
}
