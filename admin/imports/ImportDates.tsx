import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { day, dayFrom, weekday, weeksAfter } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { importRemarks, judge, type Import } from './import.queries.ts'
import { Shift } from './Shift.tsx'

/** What the first date of the file is and becomes, and what is to be said of its dates; they can be moved until lines are taken. */
export function ImportDates({ file }: { file: Import }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState(false)
  const [weeks, setWeeks] = useState(file.weeks)
  const { data: remarks } = useAnswer(importRemarks, { id: file.id, weeks }, asking)
  if (!file.firstAt) return null
  const becomes = dayFrom(file.firstAt)
  const first = weeksAfter(becomes, -file.weeks)
  const move = async () => {
    if (await act(judge, { id: file.id, weeks, columns: file.columns.map(({ column, at }) => ({ column, at })) }, 'coaching.imports.judged')) setAsking(false)
  }
  return (
    <>
      <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center">
        <Typography>
          {file.weeks === 0 ? translate('coaching.imports.firstDate', { first: weekday(first) })
            : translate('coaching.imports.firstDateMoved', { first: weekday(first), becomes: weekday(becomes), smart_count: Math.abs(file.weeks) })}
        </Typography>
        {open(file.can.judge) && <Button variant="outlined" onClick={() => { setWeeks(file.weeks); setAsking(true) }}>{translate('coaching.imports.move')}</Button>}
      </Stack>
      <Remarks remarks={file.remarks} />
      {asking && (
        <ActDialog title={translate('coaching.imports.move')} verb={translate('coaching.imports.judgeAgain')} hears={hears} busy={busy} ready={weeks !== file.weeks} onClose={() => setAsking(false)} onConfirm={() => void move()}>
          <Shift weeks={weeks} onChange={setWeeks} first={first} />
          {file.campaign && <Typography sx={{ mt: 2, mb: 1 }}>{translate('coaching.imports.window', { campaign: file.campaign.name, from: day(file.campaign.startsOn), to: day(file.campaign.endsOn) })}</Typography>}
          <Box role="status"><Remarks remarks={remarks ?? []} /></Box>
        </ActDialog>
      )}
    </>
  )
}

const Remarks = ({ remarks }: { remarks: Import['remarks'] }) => (
  <Stack spacing={1}>{remarks.map(({ code, sentence }) => <Alert key={code} severity="info">{sentence}</Alert>)}</Stack>
)
