import { Button, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useRedirect, useTranslate } from 'react-admin'
import { useLocation } from 'react-router-dom'
import { v7 } from 'uuid'
import { ActDialog } from '../ui/ActDialog.tsx'
import { dayFrom, weekday, weeksAfter } from '../ui/paris.ts'
import { held } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { prepare, type Import } from './import.queries.ts'
import { Shift } from './Shift.tsx'

/** What the first date of the file is and becomes; the file just sent can be judged again with its dates moved. */
export function ImportDates({ file }: { file: Import }) {
  const translate = useTranslate()
  const redirect = useRedirect()
  const { act, busy } = useAct()
  const fileId = (useLocation().state as { fileId?: string } | null)?.fileId
  const [asking, setAsking] = useState(false)
  const [weeks, setWeeks] = useState(file.weeks)
  const [id] = useState(() => v7())
  const earliest = file.lines.flatMap(({ startsAt }) => startsAt ? [startsAt] : []).sort()[0]
  if (!earliest) return null
  const becomes = dayFrom(earliest)
  const first = weeksAfter(becomes, -file.weeks)
  const judge = async () => {
    if (await act(prepare, { id, fileId: fileId!, campaignId: file.campaignId, weeks }, 'coaching.imports.judged')) redirect(`/imports/${id}/show`, undefined, undefined, undefined, { fileId })
  }
  return (
    <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center">
      <Typography>
        {file.weeks === 0 ? translate('coaching.imports.firstDate', { first: weekday(first) })
          : translate('coaching.imports.firstDateMoved', { first: weekday(first), becomes: weekday(becomes), smart_count: Math.abs(file.weeks) })}
      </Typography>
      {fileId && !file.appliedAt && held(file.can.apply) && <Button variant="outlined" onClick={() => setAsking(true)}>{translate('coaching.imports.move')}</Button>}
      {asking && (
        <ActDialog title={translate('coaching.imports.move')} verb={translate('coaching.imports.judgeAgain')} busy={busy} ready={weeks !== file.weeks} onClose={() => setAsking(false)} onConfirm={() => void judge()}>
          <Shift weeks={weeks} onChange={setWeeks} first={first} />
        </ActDialog>
      )}
    </Stack>
  )
}
