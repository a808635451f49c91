import { Alert, Button, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useResourceContext, useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { shown } from './shown.ts'

/** What somebody else saved meanwhile, beside what is typed here: keep the one or take the other. */
export function Stale({ current, onKeep }: { current: Record<string, unknown>; onKeep: () => void }) {
  const translate = useTranslate()
  const resource = useResourceContext()
  const { getValues, setValue } = useFormContext()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const typed = getValues()
  const differing = Object.keys(current).filter((field) => field !== 'version' && field in typed && shown(typed[field]) !== shown(current[field]))
  return (
    <Alert severity="warning" ref={place} tabIndex={-1} sx={{ mb: 3, width: 1 }}>
      {translate('coaching.stale.sentence')}
      {differing.length > 0 && (
        <TableContainer sx={{ my: 2 }}>
          <Table size="small">
            <TableHead>
              <TableRow>{['field', 'typed', 'saved'].map((one) => <TableCell key={one}>{translate(`coaching.stale.${one}`)}</TableCell>)}</TableRow>
            </TableHead>
            <TableBody>
              {differing.map((field) => (
                <TableRow key={field}>
                  <TableCell component="th" scope="row">{translate(`resources.${resource}.fields.${field}`)}</TableCell>
                  <TableCell>{shown(typed[field])}</TableCell>
                  <TableCell>{shown(current[field])}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
        <Button variant="contained" onClick={() => { setValue('version', current.version); onKeep() }}>{translate('coaching.stale.keep')}</Button>
        <Button variant="outlined" onClick={() => location.reload()}>{translate('coaching.stale.reload')}</Button>
      </Stack>
    </Alert>
  )
}
