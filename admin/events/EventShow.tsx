import { Box, Stack, Typography } from '@mui/material'
import { EditButton, Show, TabbedShowLayout, TopToolbar, useRecordContext, useTranslate } from 'react-admin'
import { CommentsLabel, EventComments } from '../comments/EventComments.tsx'
import { EventReferents } from '../invitations/EventReferents.tsx'
import { EventTasks } from '../tasks/EventTasks.tsx'
import { CopyButton } from '../series/CopyButton.tsx'
import { History } from '../ui/History.tsx'
import { span, weekday } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { whole } from '../ui/whole.ts'
import { EventFacts } from './EventFacts.tsx'
import { EventNeighbours } from './EventNeighbours.tsx'
import { EventStanding } from './EventStanding.tsx'
import { EventSteps } from './EventSteps.tsx'
import { EventTodo } from './EventTodo.tsx'
import type { Event } from './event.queries.ts'

export const EventShow = () => (
  <Show queryOptions={whole} actions={<Actions />}>
    <Summary />
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="coaching.events.facts"><EventFacts /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.events.referents" path="referents"><EventReferents /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.tasks.title" path="tasks"><EventTasks /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label={<CommentsLabel />} path="comments"><EventComments /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.history.title" path="history"><Journal /></TabbedShowLayout.Tab>
    </TabbedShowLayout>
  </Show>
)

function Actions() {
  const event = useRecordContext<Event>()
  return <TopToolbar><EventNeighbours /><CopyButton />{open(event?.can.update) && <EditButton />}</TopToolbar>
}

function Summary() {
  const event = useRecordContext<Event>()
  const translate = useTranslate()
  if (!event) return null
  return (
    <Box sx={{ p: 2 }}>
      <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center">
        <StateChip of="EventState" value={event.state} />
        <When event={event} />
        <Typography>{event.venue ? `${event.venue.name}, ${event.venue.city?.name}` : translate('coaching.events.noVenue')}</Typography>
      </Stack>
      <EventStanding event={event} />
      <EventTodo event={event} />
      <EventSteps event={event} />
    </Box>
  )
}

/** Lines about a place or an answer say whose it is; about a task, which. */
function Journal() {
  const event = useRecordContext<Event>()
  const names = new Map([
    ...[...(event?.assignments ?? []), ...(event?.availabilities ?? [])].map(({ id, referent }) => [id, referent && `${referent.firstName} ${referent.lastName}`] as const),
    ...(event?.tasks ?? []).map(({ id, title }) => [id, title] as const),
  ])
  return <History entries={event?.history} resource="events" about={({ recordId }) => names.get(recordId)} />
}

/** The date; while it is postponed, the one that was given up and the one that is to be published, if there is one. */
function When({ event: { startsAt, endsAt, formerStartsAt } }: { event: Event }) {
  const translate = useTranslate()
  if (!formerStartsAt) return <Typography>{span(startsAt, endsAt)}</Typography>
  return (
    <>
      <Typography>{translate('coaching.events.formerDate', { day: weekday(formerStartsAt) })}</Typography>
      <Typography>{formerStartsAt === startsAt ? translate('coaching.events.noNewDate') : translate('coaching.events.nextDate', { when: span(startsAt, endsAt) })}</Typography>
    </>
  )
}
