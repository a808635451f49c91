import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import type { EventRow } from '../events/event.queries.ts'
import { open } from '../ui/reasons.ts'
import { InviteDialog } from './InviteDialog.tsx'

/** Invites to several events at once; says first which of them cannot be asked about, and why. */
export function InviteSelection() {
  const translate = useTranslate()
  const { data, selectedIds, onUnselectItems } = useListContext<EventRow>()
  const [asking, setAsking] = useState(false)
  const chosen = (data ?? []).filter(({ id }) => selectedIds.includes(id))
  const askable = chosen.filter(({ can }) => open(can.invite))
  const refused = chosen.filter(({ can }) => !open(can.invite))
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>{translate('coaching.invite.verb')}</Button>
      {asking && (
        <InviteDialog
          eventIds={askable.map(({ id }) => id)} departmentCodes={[...new Set(askable.map(({ departmentCode }) => departmentCode))]}
          title={translate('coaching.invite.titleMany', { smart_count: askable.length })} onClose={() => setAsking(false)} onSent={onUnselectItems}
        >
          {refused.map(({ id, title, can }) => (
            <Alert key={id} severity="warning" sx={{ mb: 1 }}>{title} – {can.invite.map(({ sentence }) => sentence).join(' ')}</Alert>
          ))}
        </InviteDialog>
      )}
    </>
  )
}
