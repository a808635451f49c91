import { Alert, Box, LinearProgress, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import type { Event } from '../events/event.queries.ts'
import { ProposeLink } from '../proposals/ProposeLink.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { held, open } from '../ui/reasons.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { ReferentRow } from './ReferentRow.tsx'
import { placesOf } from './placesOf.ts'

/** Who was asked about an event, what they answered, and who has a place. */
export function EventReferents() {
  const event = useRecordContext<Event>()
  const translate = useTranslate()
  const [inviting, setInviting] = useState(false)
  if (!event) return null
  if (!open(event.can.readInternal)) return <Typography>{translate('coaching.invite.hidden')}</Typography>
  const places = placesOf(event)
  const toInvite = event.toInvite ?? []
  const { referentsConfirmed: confirmed, referentsNeeded: needed, referentsAsked: asked, referentsAvailable: available } = event
  return (
    <Box>
      <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center" justifyContent="space-between">
        <Box sx={{ minWidth: 240 }} role="status">
          <Typography sx={{ fontWeight: 700 }}>{translate('coaching.events.filled', { confirmed, needed })}</Typography>
          {needed ? <LinearProgress aria-hidden variant="determinate" value={Math.min(100, (100 * (confirmed ?? 0)) / needed)} sx={{ my: 1 }} /> : null}
          <Typography variant="body2" color="text.secondary">{translate('coaching.events.asked', { asked, available })}</Typography>
        </Box>
        <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" alignItems="center">
          {event.state === 'PUBLISHED' && <ProposeLink campaignId={event.campaignId} eventId={event.id} />}
          <ActionButton against={event.can.invite} variant="contained" onClick={() => setInviting(true)}>{translate('coaching.invite.verb')}</ActionButton>
        </Stack>
      </Stack>
      {held(event.can.invite) && event.can.invite.map(({ code, sentence }) => <Alert key={code} severity="info" sx={{ mt: 2 }}>{sentence}</Alert>)}
      {held(event.can.assign) && !open(event.can.assign) && open(event.can.invite) && event.can.assign.map(({ code, sentence }) => <Alert key={code} severity="info" sx={{ mt: 2 }}>{sentence}</Alert>)}
      {toInvite.length > 0 && <Alert severity="info" sx={{ mt: 2 }}>{translate('coaching.series.toInvite', { smart_count: toInvite.length, names: toInvite.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ') })}</Alert>}
      {places.length === 0 ? <Typography sx={{ my: 4 }}>{translate('coaching.invite.none')}</Typography> : (
        <TableContainer sx={{ mt: 2 }}>
          <Table size="small">
            <TableHead>
              <TableRow>{['referent', 'answer', 'place', 'acts'].map((one) => <TableCell key={one}>{translate(`coaching.invite.columns.${one}`)}</TableCell>)}</TableRow>
            </TableHead>
            <TableBody>{places.map((place) => <ReferentRow key={place.referentId} place={place} event={event} />)}</TableBody>
          </Table>
        </TableContainer>
      )}
      {inviting && (
        <InviteDialog eventIds={[event.id]} departmentCodes={[event.departmentCode]} title={translate('coaching.invite.title', { title: event.title })} preselected={toInvite.map(({ id }) => id)} onClose={() => setInviting(false)} />
      )}
    </Box>
  )
}
