import { Alert, Button, Chip, Stack, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { Show, useRecordContext, useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { held } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { whole } from '../ui/whole.ts'
import { apply, type Import, type Line } from './import.queries.ts'
import { ImportDates } from './ImportDates.tsx'
import { ImportLines } from './ImportLines.tsx'

export const ImportShow = () => <Show queryOptions={whole} component="div" sx={{ '& .RaShow-card': { minWidth: 0 } }}><Preview /></Show>

const verdicts = ['NEW', 'WARNING', 'DUPLICATE', 'OUTSIDE', 'ERROR', 'SKIPPED'] as const
/** What may still become a draft. */
const takeable = ({ verdict, eventId }: Line) => (verdict === 'NEW' || verdict === 'WARNING') && !eventId

/** Every line with its verdict; those that can be taken are chosen, until the person says otherwise. */
function Preview() {
  const file = useRecordContext<Import>()
  const translate = useTranslate()
  const { act, busy } = useAct()
  const [only, setOnly] = useState<Line['verdict']>()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [asking, setAsking] = useState(false)
  const lines = useMemo(() => file?.lines ?? [], [file])
  if (!file?.lines) return null
  const open = lines.filter(takeable)
  const chosen = open.filter(({ line }) => !left.has(line)).map(({ line }) => line)
  const made = lines.filter(({ verdict, eventId }) => eventId && (verdict === 'NEW' || verdict === 'WARNING')).length
  const choose = (numbers: number[], wanted: boolean) => setLeft((before) => {
    const after = new Set(before)
    for (const one of numbers) if (wanted) after.delete(one); else after.add(one)
    return after
  })
  const take = async () => {
    if (await act(apply, { id: file.id, lines: chosen }, 'coaching.imports.applied', { smart_count: chosen.length })) setAsking(false)
  }
  return (
    <Stack spacing={2} sx={{ mt: 1 }}>
      <Typography>{translate('coaching.imports.into', { campaign: file.campaign?.name, file: file.fileName })}</Typography>
      <ImportDates file={file} />
      {made > 0 && <Alert severity="success">{translate('coaching.imports.made', { smart_count: made })}</Alert>}
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" role="group" aria-label={translate('coaching.imports.filter')}>
        <Chip label={translate('coaching.imports.all', { count: lines.length })} color={only ? 'default' : 'primary'} aria-pressed={!only} onClick={() => setOnly(undefined)} />
        {verdicts.map((verdict) => ({ verdict, count: lines.filter((one) => one.verdict === verdict).length })).filter(({ count }) => count > 0).map(({ verdict, count }) => (
          <Chip
            key={verdict} label={`${translate(`enums.LineVerdict.${verdict}`)} (${count})`} color={only === verdict ? 'primary' : 'default'} aria-pressed={only === verdict}
            onClick={() => setOnly(verdict)}
          />
        ))}
      </Stack>
      <ImportLines lines={lines.filter(({ verdict }) => !only || verdict === only)} takeable={takeable} isChosen={(line) => !left.has(line)} choose={choose} />
      {held(file.can.apply) && open.length > 0 && (
        <Stack
          direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center"
          sx={{ position: 'sticky', bottom: 0, py: 2, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', zIndex: 1 }}
        >
          <Button variant="contained" disabled={chosen.length === 0 || busy} onClick={() => setAsking(true)}>{translate('coaching.imports.take', { smart_count: chosen.length })}</Button>
          <Typography variant="body2">{translate('coaching.imports.chosen', { chosen: chosen.length, open: open.length })}</Typography>
        </Stack>
      )}
      {asking && (
        <ActDialog
          title={translate('coaching.imports.takeTitle', { smart_count: chosen.length })} text={translate('coaching.imports.takeText', { campaign: file.campaign?.name })}
          verb={translate('coaching.imports.take', { smart_count: chosen.length })} busy={busy} onClose={() => setAsking(false)} onConfirm={() => void take()}
        />
      )}
    </Stack>
  )
}
