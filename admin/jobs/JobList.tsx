import { Box, Button, Link, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { DataTable, SelectArrayInput, useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ActDialog } from '../ui/ActDialog.tsx'
import { choicesOf } from '../ui/choices.ts'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import { useAct } from '../ui/useAct.ts'
import { giveUp, restart, type Job } from './job.queries.ts'

const filters = [<SelectArrayInput key="states" source="states" choices={choicesOf('JobState')} alwaysOn />]
const chip = ({ state }: Job) => <StateChip of="JobState" value={state} />

/** What the server could not do by itself, the last first. */
export function JobList() {
  const translate = useTranslate()
  const name = ({ task }: Job) => translate(`enums.JobTask.${task}`)
  const tried = ({ attempts, maxAttempts }: Job) => translate('coaching.jobs.tried', { attempts, most: maxAttempts })
  return (
    <Listing filters={filters} sort={{ field: 'failedAt', order: 'DESC' }}>
      <Rows<Job>
        to={false} primary={name} tertiary={chip}
        secondary={(job) => <Box component="span" sx={{ display: 'block' }}>{`${dayAndHour(job.failedAt)} · ${tried(job)}`}<Acts job={job} /></Box>}
      >
        <DataTable.Col source="task" disableSort render={(job: Job) => <Named job={job} name={name(job)} />} />
        <DataTable.Col source="state" disableSort render={chip} />
        <DataTable.Col source="attempts" disableSort render={tried} />
        <DataTable.Col source="error" disableSort render={({ error }: Job) => error ?? translate('coaching.jobs.died')} />
        <DataTable.Col source="createdAt" render={({ createdAt }: Job) => dayAndHour(createdAt)} />
        <DataTable.Col source="failedAt" render={({ failedAt }: Job) => dayAndHour(failedAt)} />
        <DataTable.Col source="nextAt" disableSort render={({ nextAt }: Job) => nextAt && dayAndHour(nextAt)} />
        <DataTable.Col source="acts" disableSort render={(job: Job) => <Acts job={job} />} />
      </Rows>
    </Listing>
  )
}

function Named({ job: { message }, name }: { job: Job; name: string }) {
  const path = useCreatePath()
  return <>{name}{message && <Typography variant="body2"><Link component={RouterLink} to={path({ resource: 'messages', type: 'show', id: message.id })}>{message.subject}</Link></Typography>}</>
}

function Acts({ job: { id, task, can } }: { job: Job }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState(false)
  const label = (one: string) => translate(`coaching.jobs.${one}`)
  const named = (one: string) => ({ 'aria-label': `${label(one)}\u00a0: ${translate(`enums.JobTask.${task}`)} ${id}`, size: 'small' as const, disabled: busy })
  return (
    <Stack component="span" direction="row" spacing={1}>
      {open(can.restart) && <Button variant="outlined" {...named('restart')} onClick={() => void act(restart, { id }, 'coaching.jobs.restarted')}>{label('restart')}</Button>}
      {open(can.giveUp) && <Button color="error" {...named('giveUp')} onClick={() => setAsking(true)}>{label('giveUp')}</Button>}
      {asking && (
        <ActDialog
          title={label('giveUpTitle')} text={label('giveUpText')} verb={label('giveUp')} dangerous hears={hears} busy={busy} onClose={() => setAsking(false)}
          onConfirm={async () => { if (await act(giveUp, { id }, 'coaching.jobs.givenUp')) setAsking(false) }}
        />
      )}
    </Stack>
  )
}
