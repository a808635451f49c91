import { Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useState, type FormEvent } from 'react'
import { useTranslate } from 'react-admin'
import { useAct } from '../ui/useAct.ts'
import { correct, type Import, type Line } from './import.queries.ts'

type Props = { file: Import; line: Line; onClose: () => void }

/** The cells of a line, to be typed over: what is wrong is said under each, and the line is judged again. */
export function ImportCorrection({ file, line, onClose }: Props) {
  const translate = useTranslate()
  const { act, busy } = useAct()
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map())
  const corrected = new Map(line.corrections.map(({ at, text }) => [at, text]))
  const original = (at: number) => line.cells[at] ?? ''
  const saved = (at: number) => corrected.get(at) ?? original(at)
  const columns = [...new Map(file.columns.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at)
  const sentences = (at: number) => line.findings.filter(({ column }) => column !== null && column === file.headers[at]).map(({ sentence }) => sentence)
  const changed = [...typed].filter(([at, text]) => text !== saved(at))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const done = await act(correct, { id: file.id, line: line.line, cells: changed.map(([at, text]) => ({ at, text })) }, 'coaching.imports.corrected', { line: line.line })
    if (!done) return
    setTyped(new Map())
    if (done.takeable.some((one) => one.line === line.line)) onClose()
  }
  return (
    <Box component="form" onSubmit={save} aria-label={translate('coaching.imports.correctLine', { line: line.line })} sx={{ py: 2 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: '1fr 1fr 1fr' } }}>
        {columns.map(({ column, at }) => {
          const told = sentences(at)
          const was = corrected.has(at) ? translate('coaching.imports.inFile', { text: original(at) || translate('coaching.imports.emptyCell') }) : ''
          return (
            <TextField
              key={at} size="small" multiline label={file.headers[at] || translate(`enums.ImportColumn.${column}`)} value={typed.get(at) ?? saved(at)} error={told.length > 0 && line.verdict === 'ERROR'}
              helperText={[...told, was].filter(Boolean).join(' ') || undefined} onChange={({ target }) => setTyped((before) => new Map(before).set(at, target.value))}
              slotProps={{ htmlInput: { maxLength: 2000 } }}
            />
          )
        })}
      </Box>
      <Stack direction="row" spacing={1} sx={{ mt: 2 }} alignItems="center" useFlexGap flexWrap="wrap">
        <Button type="submit" variant="contained" size="small" disabled={busy || changed.length === 0}>{translate('coaching.imports.correctSave')}</Button>
        <Button size="small" onClick={onClose}>{translate('coaching.imports.correctClose')}</Button>
        <Typography variant="body2" color="text.secondary">{translate('coaching.imports.correctHelp')}</Typography>
      </Stack>
    </Box>
  )
}
