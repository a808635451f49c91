import { Alert, Button, Link, Stack } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useCreatePath, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { ActionButton } from '../ui/ActionButton.tsx'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { tellApart, type Referent } from './referent.queries.ts'

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }))

/** Records that may be the same person's: one compares and merges them, or says that they are two people. */
export function Duplicates() {
  const referent = useRecordContext<Referent>()
  const translate = useTranslate()
  const path = useCreatePath()
  const { act, busy } = useAct()
  const [otherId, setOtherId] = useState<string>()
  if (!referent?.duplicates?.length) return null
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      {referent.duplicates.map(({ id, firstName, lastName, city }) => (
        <Alert key={id} severity="info">
          {translate('coaching.referents.merge.hint')}{' '}
          <Link component={RouterLink} to={path({ resource: 'referents', type: 'show', id })}>{[`${firstName} ${lastName}`, city?.name].filter(Boolean).join(', ')}</Link>
          <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" sx={{ mt: 1 }}>
            <ActionButton against={referent.can.merge} size="small" variant="outlined" onClick={() => setOtherId(id)}>{translate('coaching.referents.merge.compare')}</ActionButton>
            {open(referent.can.tellApart) && <Button size="small" disabled={busy} onClick={() => void act(tellApart, { id: referent.id, otherId: id }, 'coaching.referents.merge.toldApart')}>{translate('coaching.referents.merge.apart')}</Button>}
          </Stack>
        </Alert>
      ))}
      <Suspense fallback={null}>{otherId && <MergeDialog id={referent.id} otherId={otherId} onClose={() => setOtherId(undefined)} />}</Suspense>
    </Stack>
  )
}
