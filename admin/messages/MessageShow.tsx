import { Alert, Link } from '@mui/material'
import { Show, SimpleShowLayout, useRecordContext, useTranslate } from 'react-admin'
import { Fact, Facts } from '../ui/Fact.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { whole } from '../ui/whole.ts'
import type { Message } from './message.queries.ts'

const label = (field: string) => `resources.messages.fields.${field}`

export const MessageShow = () => <Show queryOptions={whole}><SimpleShowLayout><MessageFacts /></SimpleShowLayout></Show>

function MessageFacts() {
  const message = useRecordContext<Message>()
  const translate = useTranslate()
  if (!message) return null
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
        {message.error && <Fact label={label('error')} wide>{message.error}</Fact>}
        <Fact label={label('body')} wide>{message.body}</Fact>
      </Facts>
    </>
  )
}
