import { Button, Chip, Link, Menu, MenuItem, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { v7 } from 'uuid'
import type { Event } from '../events/event.queries.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { choicesOf } from '../ui/choices.ts'
import { shortDay } from '../ui/paris.ts'
import { phone } from '../ui/phone.ts'
import { open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { useAct } from '../ui/useAct.ts'
import { assign, confirmAssignment, recordAnswer, reconfirmAssignment, recordPresence, releaseAssignment } from './invitation.queries.ts'
import type { Place } from './placesOf.ts'

export function ReferentRow({ place, event }: { place: Place; event: Event }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const { referent, availability, assignment } = place
  const name = referent ? `${referent.firstName} ${referent.lastName}` : translate('coaching.invite.outOfReach')
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {referent ? <Link component={RouterLink} to={path({ resource: 'referents', type: 'show', id: referent.id })}>{name}</Link> : name}
        <Typography variant="body2" color="text.secondary">{[referent?.city?.name, phone(referent?.phone)].filter(Boolean).join(' · ')}</Typography>
      </TableCell>
      <TableCell>
        <Stack spacing={0.5} alignItems="flex-start">
          {availability && (availability.answer ? <StateChip of="Answer" value={availability.answer} /> : <Chip size="small" variant="outlined" label={translate('coaching.invite.noAnswer')} />)}
          {availability?.answeredAt && <Typography variant="caption">{shortDay(availability.answeredAt)}{availability.source === 'STAFF' && ` · ${translate('enums.AnswerSource.STAFF')}`}</Typography>}
        </Stack>
      </TableCell>
      <TableCell>
        {assignment && <StateChip of="AssignmentState" value={assignment.state} />}
        {assignment?.silent && <Typography variant="body2" sx={{ color: 'warning.main' }}>{translate('coaching.assignment.silent')}</Typography>}
        {assignment?.reconfirmedAt && <Typography variant="caption">{translate('coaching.assignment.reconfirmedOn', { day: shortDay(assignment.reconfirmedAt) })}</Typography>}
        {availability?.taken && assignment?.state !== 'CONFIRMED' && <Typography variant="body2" sx={{ color: 'warning.main' }}>{translate('coaching.invite.taken')}</Typography>}
      </TableCell>
      <TableCell><Acts place={place} event={event} name={name} /></TableCell>
    </TableRow>
  )
}

function Acts({ place: { referentId, availability, assignment }, event, name }: { place: Place; event: Event; name: string }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  // The same click sent twice makes one assignment.
  const [assignmentId] = useState(() => v7())
  const [releasing, setReleasing] = useState(false)
  const label = (one: string) => translate(`coaching.assignment.${one}`)
  return (
    <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
      {!assignment && availability?.answer !== 'NO' && (
        <ActionButton against={event.can.assign} size="small" variant="outlined" busy={busy} onClick={() => void act(assign, { id: assignmentId, eventId: event.id, referentId }, 'coaching.assignment.assigned')}>
          {label(availability?.answer ? 'assign' : 'offer')}
        </ActionButton>
      )}
      {assignment && open(assignment.can.recordPresence) && (
        <Button size="small" variant="outlined" disabled={busy} onClick={() => void act(recordPresence, { id: assignment.id }, 'coaching.assignment.present')}>{label('recordPresence')}</Button>
      )}
      {assignment && !['CONFIRMED', 'PRESENT'].includes(assignment.state) && (
        <ActionButton against={assignment.can.confirm} size="small" busy={busy} onClick={() => void act(confirmAssignment, { id: assignment.id }, 'coaching.assignment.confirmed')}>{label('confirm')}</ActionButton>
      )}
      {assignment && open(assignment.can.reconfirm) && (
        <Button size="small" variant="outlined" disabled={busy} onClick={() => void act(reconfirmAssignment, { id: assignment.id }, 'coaching.assignment.reconfirmed')}>{label('reconfirm')}</Button>
      )}
      {assignment && open(assignment.can.release) && <Button size="small" color="error" onClick={() => setReleasing(true)}>{label('release')}</Button>}
      {availability && open(availability.can.record) && <NoteAnswer id={availability.id} name={name} />}
      {releasing && assignment && (
        <ActDialog
          title={translate('coaching.assignment.releaseTitle', { name })} text={label('releaseText')} verb={label('release')} asksWhy dangerous hears={hears} busy={busy} onClose={() => setReleasing(false)}
          onConfirm={async (reason) => { if (await act(releaseAssignment, { id: assignment.id, reason }, 'coaching.assignment.released')) setReleasing(false) }}
        />
      )}
    </Stack>
  )
}

function NoteAnswer({ id, name }: { id: string; name: string }) {
  const translate = useTranslate()
  const { act, busy } = useAct()
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <Button size="small" disabled={busy} aria-haspopup="menu" aria-label={translate('coaching.invite.noteFor', { name })} onClick={({ currentTarget }) => setAnchor(currentTarget)}>{translate('coaching.invite.note')}</Button>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(undefined)}>
        {choicesOf('Answer').map((one) => (
          <MenuItem key={one.id} onClick={() => { setAnchor(undefined); void act(recordAnswer, { id, answer: one.id as 'YES' }, 'coaching.invite.noted') }}>{translate(one.name)}</MenuItem>
        ))}
      </Menu>
    </>
  )
}
