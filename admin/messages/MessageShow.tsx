import { Alert, Link, Stack } from '@mui/material'
import { useState } from 'react'
import { Show, SimpleShowLayout, useCreatePath, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ActDialog } from '../ui/ActDialog.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Fact, Facts } from '../ui/Fact.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { useAct } from '../ui/useAct.ts'
import { whole } from '../ui/whole.ts'
import { resend, type Message } from './message.queries.ts'

const label = (field: string) => `resources.messages.fields.${field}`

export const MessageShow = () => <Show queryOptions={whole}><SimpleShowLayout><MessageFacts /></SimpleShowLayout></Show>

function MessageFacts() {
  const message = useRecordContext<Message>()
  const translate = useTranslate()
  if (!message) return null
  const made = (text: Message['madeFrom']) => !text ? translate('coaching.messages.origin') : translate(`coaching.messages.${text.departmentCode ? 'madeFrom' : 'madeFromRegion'}`, { version: text.version })
  return (
    <>
      {message.link && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('coaching.messages.link')} <Link href={message.link} target="_blank" rel="noopener">{translate('coaching.messages.open')}</Link>
        </Alert>
      )}
      <Facts>
        <Fact label={label('state')}><StateChip of="MessageState" value={message.state} /></Fact>
        <Fact label={label('recipient')}>{[message.referent && `${message.referent.firstName} ${message.referent.lastName}`, message.account?.name, message.address].filter(Boolean).join('\n')}</Fact>
        <Fact label={label('createdAt')}>{dayAndHour(message.createdAt)}</Fact>
        <Fact label={label('sentAt')}>{message.sentAt && dayAndHour(message.sentAt)}</Fact>
        {message.kind && <Fact label={label('kind')}>{`${translate(`enums.MessageKind.${message.kind}`)}\n${made(message.madeFrom)}`}</Fact>}
        {message.waitsUntil && <Fact label={label('waitsUntil')}>{dayAndHour(message.waitsUntil)}</Fact>}
        {message.bouncedAt && <Fact label={label('bouncedAt')}>{dayAndHour(message.bouncedAt)}</Fact>}
        {message.within && <Fact label={label('within')}><To id={message.within.id}>{message.within.subject}</To></Fact>}
        {message.grouped.length > 0 && <Fact label={label('grouped')} wide><Stack>{message.grouped.map(({ id, subject }) => <To key={id} id={id}>{subject}</To>)}</Stack></Fact>}
        {message.error && <Fact label={label(message.state === 'WITHHELD' ? 'withheld' : 'error')} wide>{message.error}</Fact>}
        <Fact label={label('body')} wide>{message.body}</Fact>
      </Facts>
      {RESENT.includes(message.state) && <Resend message={message} />}
    </>
  )
}

/** What nobody may send again shows no button. */
const RESENT = ['FAILED', 'UNCERTAIN', 'BOUNCED', 'WITHHELD']

function Resend({ message: { id, version, subject, state, can } }: { message: Message }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState(false)
  return (
    <Stack alignItems="flex-start" sx={{ mt: 3 }}>
      <ActionButton against={can.resend} variant="outlined" onClick={() => setAsking(true)}>{translate('coaching.messages.resend')}</ActionButton>
      {asking && (
        <ActDialog
          title={translate('coaching.messages.resendTitle', { subject })} text={translate(`coaching.messages.${state === 'UNCERTAIN' ? 'resendUncertain' : 'resendText'}`)} verb={translate('coaching.messages.resend')} hears={hears} busy={busy}
          onClose={() => setAsking(false)} onConfirm={async () => { if (await act(resend, { id, version }, 'coaching.messages.resent')) setAsking(false) }}
        />
      )}
    </Stack>
  )
}

function To({ id, children }: { id: string; children: string }) {
  const path = useCreatePath()
  return <Link component={RouterLink} to={path({ resource: 'messages', type: 'show', id })}>{children}</Link>
}
