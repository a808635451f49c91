import { Alert, Button, Chip, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { Show, useRecordContext, useTranslate } from 'react-admin'
import { dayAndHour, number } from '../ui/paris.ts'
import { held } from '../ui/reasons.ts'
import { usePages } from '../ui/usePages.ts'
import { whole } from '../ui/whole.ts'
import { importLines, type Import, type Line } from './import.queries.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportDates } from './ImportDates.tsx'
import { ImportLines } from './ImportLines.tsx'
import { ImportTake } from './ImportTake.tsx'
import { ImportUndo } from './ImportUndo.tsx'
import { RejectedLines } from './RejectedLines.tsx'

export const ImportShow = () => <Show queryOptions={whole} component="div" sx={{ '& .RaShow-card': { minWidth: 0 } }}><Preview /></Show>

/** Every line with its verdict; those that can be taken are chosen as the server proposes, until the person says otherwise. */
function Preview() {
  const file = useRecordContext<Import>()
  return file?.counts ? <Judged file={file} /> : null
}

function Judged({ file }: { file: Import }) {
  const translate = useTranslate()
  const words = (key: string) => `coaching.imports.kinds.${file.kind}.${key}`
  const [only, setOnly] = useState<Line['verdict']>()
  const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map())
  const { items, hasNextPage, fetchNextPage } = usePages(importLines, { filter: { importId: file.id, ...(only ? { verdicts: [only] } : {}) } })
  const proposed = new Map(file.takeable.map(({ line, proposed }) => [line, proposed]))
  const isChosen = (line: number) => said.get(line) ?? proposed.get(line) ?? false
  const chosen = file.takeable.map(({ line }) => line).filter(isChosen)
  const lines = file.counts.reduce((sum, { count }) => sum + count, 0)
  const choose = (numbers: number[], wanted: boolean) => setSaid((before) => new Map([...before, ...numbers.map((one) => [one, wanted] as const)]))
  return (
    <Stack spacing={2} sx={{ mt: 1 }}>
      <Typography>{translate(words('into'), { campaign: file.campaign?.name, file: file.fileName })}</Typography>
      {file.undoneAt && <Alert severity="warning">{translate(words('undoneSince'), { at: dayAndHour(file.undoneAt) })}</Alert>}
      {file.created > 0 && <Alert severity="success">{translate(words('made'), { smart_count: file.created })}</Alert>}
      {file.updated > 0 && <Alert severity="success">{translate(words('changed'), { smart_count: file.updated })}</Alert>}
      <ImportColumns file={file} />
      <ImportDates file={file} />
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" role="group" aria-label={translate('coaching.imports.filter')}>
        <Chip label={translate('coaching.imports.all', { count: lines })} color={only ? 'default' : 'primary'} aria-pressed={!only} onClick={() => setOnly(undefined)} />
        {file.counts.map(({ verdict, count }) => (
          <Chip
            key={verdict} label={`${translate(`enums.LineVerdict.${verdict}`)} (${number(count)})`} color={only === verdict ? 'primary' : 'default'} aria-pressed={only === verdict}
            onClick={() => setOnly(verdict)}
          />
        ))}
      </Stack>
      <ImportLines file={file} lines={items} takeable={(line) => proposed.has(line)} isChosen={isChosen} choose={choose} />
      {hasNextPage && <Button sx={{ alignSelf: 'start' }} onClick={() => void fetchNextPage()}>{translate('coaching.invite.more')}</Button>}
      <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center">
        <RejectedLines file={file} />
        <ImportUndo file={file} />
      </Stack>
      {held(file.can.apply) && proposed.size > 0 && (
        <Stack
          direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center"
          sx={{ position: 'sticky', bottom: 0, py: 2, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', zIndex: 1 }}
        >
          <ImportTake file={file} chosen={chosen} />
          <Typography variant="body2">{translate('coaching.imports.chosen', { smart_count: chosen.length })} {translate('coaching.imports.possible', { smart_count: proposed.size })}</Typography>
        </Stack>
      )}
    </Stack>
  )
}
