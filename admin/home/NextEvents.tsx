import { Box, Link, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { useAnswer } from '../ui/useAnswer.ts'
import { Answered } from './Answered.tsx'
import { nextEvents } from './home.queries.ts'

/** The next events, and how ready each is. */
export function NextEvents() {
  const translate = useTranslate()
  const path = useCreatePath()
  const [from] = useState(() => new Date().toISOString())
  return (
    <Answered of={useAnswer(nextEvents, { from })}>
      {({ items }) => items.length === 0 ? <Typography color="text.secondary">{translate('coaching.home.noNext')}</Typography> : (
        <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {items.map(({ id, title, startsAt, state, readiness, venue, department }) => (
            <Box component="li" key={id}>
              <Link component={RouterLink} to={path({ resource: 'events', type: 'show', id })} sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>{title}</Link>
              <Typography variant="body2" color="text.secondary">{[dayAndHour(startsAt), venue?.city?.name ?? department?.name].filter(Boolean).join(' · ')}</Typography>
              <Stack direction="row" spacing={1} sx={{ mt: 0.5 }}><StateChip of="EventState" value={state} /><StateChip of="Readiness" value={readiness} /></Stack>
            </Box>
          ))}
        </Stack>
      )}
    </Answered>
  )
}
