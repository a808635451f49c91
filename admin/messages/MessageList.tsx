import { Button, Stack } from '@mui/material'
import { DataTable, SearchInput, SelectArrayInput, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useSession } from '../app/session.ts'
import { choicesOf } from '../ui/choices.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { Listing } from '../ui/Listing.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { RowLink, Rows } from '../ui/Rows.tsx'
import { StateChip } from '../ui/StateChip.tsx'
import type { MessageRow } from './message.queries.ts'

const filters = [<SearchInput key="q" source="q" alwaysOn />, <SelectArrayInput key="states" source="states" choices={choicesOf('MessageState')} alwaysOn />, <SelectArrayInput key="kinds" source="kinds" choices={choicesOf('MessageKind')} />]
const recipient = ({ referent, account, address }: MessageRow) => referent ? `${referent.firstName} ${referent.lastName}` : account?.name ?? address
const chip = ({ state }: MessageRow) => <StateChip of="MessageState" value={state} />

export const MessageList = () => (
  <Listing filters={filters} acts={<Templates />} empty={<Empty />} sort={{ field: 'createdAt', order: 'DESC' }}>
    <Rows<MessageRow> primary={({ subject }) => subject} secondary={(row) => `${recipient(row)} · ${dayAndHour(row.createdAt)}`} tertiary={chip}>
      <DataTable.Col source="createdAt" render={({ createdAt }: MessageRow) => dayAndHour(createdAt)} />
      <DataTable.Col source="subject" disableSort render={({ subject }: MessageRow) => <RowLink>{subject}</RowLink>} />
      <DataTable.Col source="recipient" disableSort render={recipient} />
      <DataTable.Col source="state" disableSort render={chip} />
      <DataTable.Col source="sentAt" render={({ sentAt }: MessageRow) => sentAt && dayAndHour(sentAt)} />
    </Rows>
  </Listing>
)

/** The texts may be written before the first mail leaves. */
const Empty = () => <Stack alignItems="center"><EmptyList /><Templates /></Stack>

function Templates() {
  const translate = useTranslate()
  return useSession().me.grants.includes('MessageTemplate.read') ? <Button component={RouterLink} to="/templates">{translate('coaching.messages.templates')}</Button> : null
}
