import { Alert, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Show, TabbedShowLayout, useCreatePath, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Fact, Facts } from '../ui/Fact.tsx'
import { History } from '../ui/History.tsx'
import { day, dayAndHour, shortDay } from '../ui/paris.ts'
import { phone } from '../ui/phone.ts'
import { open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { whole } from '../ui/whole.ts'
import { ReferentAbsences } from './ReferentAbsences.tsx'
import { Duplicates } from './Duplicates.tsx'
import { ReferentActs } from './ReferentActs.tsx'
import type { Referent } from './referent.queries.ts'

const label = (field: string) => `resources.referents.fields.${field}`

export const ReferentShow = () => (
  <Show queryOptions={whole} actions={<ReferentActs />}>
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="coaching.referents.facts"><Duplicates /><ReferentFacts /><ReferentAbsences /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.referents.dates" path="dates"><Dates /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.referents.messages" path="messages"><Messages /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="coaching.history.title" path="history"><Journal /></TabbedShowLayout.Tab>
    </TabbedShowLayout>
  </Show>
)

function ReferentFacts() {
  const referent = useRecordContext<Referent>()
  const translate = useTranslate()
  if (!referent) return null
  if (referent.erasedAt) return <Alert severity="info">{translate('coaching.referents.erase.since', { at: dayAndHour(referent.erasedAt) })}</Alert>
  const contact = open(referent.can.readContact)
  return (
    <>
      {referent.bouncedAt && <Alert severity="error" sx={{ mb: 2 }}>{translate('coaching.referents.bouncedHelp', { at: day(referent.bouncedAt) })}</Alert>}
      {referent.stoppedAt && <Alert severity="warning" sx={{ mb: 2 }}>{translate('coaching.referents.stoppedHelp', { at: day(referent.stoppedAt) })}</Alert>}
      <Facts>
        <Fact label={label('email')}>{contact ? referent.email : translate('coaching.hidden')}</Fact>
        <Fact label={label('phone')}>{contact ? phone(referent.phone) : translate('coaching.hidden')}</Fact>
        <Fact label={label('cityId')}>{referent.city?.name}</Fact>
        <Fact label={label('departments')}>{referent.departments.map(({ name }) => name).join(', ')}</Fact>
        <Fact label={label('languages')}>{referent.languages.join(', ')}</Fact>
        <Fact label={label('employer')}>{referent.employer}</Fact>
        <Fact label={label('maxDays')}>{referent.maxDays}</Fact>
        <Fact label={label('maxDistanceKm')}>{referent.maxDistanceKm}</Fact>
        <Fact label={label('active')}>{translate(referent.active ? 'coaching.yes' : 'coaching.no')}</Fact>
        <Fact label={label('load')}>{referent.load}</Fact>
        <Fact label={label('lastAskedAt')}>{referent.lastAskedAt ? shortDay(referent.lastAskedAt) : translate('coaching.referents.never')}</Fact>
        <Fact label={label('skills')} wide>{referent.skills}</Fact>
        <Fact label={label('comment')} wide>{referent.comment}</Fact>
        {open(referent.can.readInternal) && <Fact label={label('notes')} wide>{referent.notes}</Fact>}
      </Facts>
    </>
  )
}

/** Each date asked about, with the answer and the place that followed. */
function Dates() {
  const referent = useRecordContext<Referent>()
  const path = useCreatePath()
  if (!referent) return null
  const places = new Map(referent.assignments?.map((one) => [one.event?.id, one.state]))
  const asked = new Set(referent.availabilities?.map(({ event }) => event?.id))
  const rows = [
    ...(referent.availabilities ?? []).map(({ id, event, answer }) => ({ id, event, answer, state: places.get(event?.id) })),
    ...(referent.assignments ?? []).filter(({ event }) => !asked.has(event?.id)).map(({ id, event, state }) => ({ id, event, answer: null, state })),
  ].filter(({ event }) => event).sort((a, b) => b.event!.startsAt.localeCompare(a.event!.startsAt))
  return (
    <Grid columns={['event', 'startsAt', 'answer', 'place']} empty="coaching.referents.noDates" count={rows.length}>
      {rows.map(({ id, event, answer, state }) => (
        <TableRow key={id}>
          <TableCell component="th" scope="row"><Link component={RouterLink} to={path({ resource: 'events', type: 'show', id: event!.id })}>{event!.title}</Link></TableCell>
          <TableCell>{dayAndHour(event!.startsAt)}</TableCell>
          <TableCell><StateChip of="Answer" value={answer} /></TableCell>
          <TableCell><StateChip of="AssignmentState" value={state} /></TableCell>
        </TableRow>
      ))}
    </Grid>
  )
}

function Messages() {
  const referent = useRecordContext<Referent>()
  const path = useCreatePath()
  return (
    <Grid columns={['subject', 'createdAt', 'state']} empty="coaching.referents.noMessages" count={referent?.messages?.length ?? 0}>
      {referent?.messages?.map(({ id, subject, createdAt, state }) => (
        <TableRow key={id}>
          <TableCell component="th" scope="row"><Link component={RouterLink} to={path({ resource: 'messages', type: 'show', id })}>{subject}</Link></TableCell>
          <TableCell>{shortDay(createdAt)}</TableCell>
          <TableCell><StateChip of="MessageState" value={state} /></TableCell>
        </TableRow>
      ))}
    </Grid>
  )
}

function Grid({ columns, empty, count, children }: { columns: string[]; empty: string; count: number; children: ReactNode }) {
  const translate = useTranslate()
  if (count === 0) return <Typography color="text.secondary">{translate(empty)}</Typography>
  return (
    <TableContainer>
      <Table size="small">
        <TableHead><TableRow>{columns.map((one) => <TableCell key={one}>{translate(`coaching.referents.columns.${one}`)}</TableCell>)}</TableRow></TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </TableContainer>
  )
}

const Journal = () => <History entries={useRecordContext<Referent>()?.history} resource="referents" />
