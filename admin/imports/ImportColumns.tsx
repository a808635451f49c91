import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { judge, type Import, type Mapping } from './import.queries.ts'

type Column = Mapping['column']
const NONE = -1

const placesOf = (columns: Mapping[]) => new Map(columns.map(({ column, at }) => [column, at]))

/** Which column of the file gives what; another choice has every line judged again, and serves the next file with the same headers. */
export function ImportColumns({ file }: { file: Import }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<Column, number>>(new Map())
  if (file.headers.length === 0) return null
  const given = placesOf(file.columns)
  const needed = file.fields.filter((one) => one.needed).map(({ column }) => column)
  const missing = needed.filter((column) => !given.has(column)).map((column) => `« ${translate(`enums.ImportColumn.${column}`)} »`)
  const unused = file.headers.filter((header, at) => header && !file.columns.some((one) => one.at === at))
  const ask = () => { setChosen(given); setAsking(true) }
  const choose = (column: Column, at: number) => setChosen((before) => {
    const after = new Map(before)
    if (at === NONE) after.delete(column); else after.set(column, at)
    return after
  })
  const judgeAgain = async () => {
    const columns = [...chosen].map(([column, at]) => ({ column, at }))
    if (await act(judge, { id: file.id, weeks: file.weeks, columns }, 'coaching.imports.judged')) setAsking(false)
  }
  const button = open(file.can.judge) && <Button variant="outlined" onClick={ask}>{translate('coaching.imports.columnsChange')}</Button>
  return (
    <>
      {missing.length > 0 && <Alert severity="warning">{translate('coaching.imports.columnsMissing', { columns: missing.join(', '), smart_count: missing.length })}</Alert>}
      <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap" alignItems="center">
        <Typography>
          {translate('coaching.imports.columnsFound', { smart_count: given.size })}
          {unused.length > 0 && ` ${translate('coaching.imports.columnsUnused', { headers: unused.map((header) => `« ${header} »`).join(', '), smart_count: unused.length })}`}
          {file.remembered && ` ${translate('coaching.imports.columnsRemembered')}`}
        </Typography>
        {button}
      </Stack>
      {asking && (
        <ActDialog
          title={translate('coaching.imports.columnsTitle')} text={translate('coaching.imports.columnsHelp')} verb={translate('coaching.imports.judgeAgain')} hears={hears} busy={busy}
          ready={needed.every((column) => chosen.has(column))} onClose={() => setAsking(false)} onConfirm={() => void judgeAgain()}
        >
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, pt: 1 }}>
            {file.fields.map(({ column: id, needed }) => {
              const lacking = needed && !chosen.has(id)
              return (
                <TextField
                  key={id} select size="small" label={translate(`enums.ImportColumn.${id}`)} required={needed} value={chosen.get(id) ?? NONE} error={lacking}
                  helperText={lacking ? translate('coaching.imports.columnNeeded') : undefined} onChange={({ target }) => choose(id, Number(target.value))}
                >
                  <MenuItem value={NONE}>{translate('coaching.imports.columnNone')}</MenuItem>
                  {file.headers.map((header, at) => <MenuItem key={at} value={at}>{header || translate('coaching.imports.columnUnnamed', { number: at + 1 })}</MenuItem>)}
                </TextField>
              )
            })}
          </Box>
        </ActDialog>
      )}
    </>
  )
}
