import { Box, Checkbox, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { StateChip } from '../ui/StateChip.tsx'
import type { Line } from './import.queries.ts'

type Props = { lines: Line[]; takeable: (line: Line) => boolean; isChosen: (line: number) => boolean; choose: (lines: number[], wanted: boolean) => void }

export function ImportLines({ lines, takeable, isChosen, choose }: Props) {
  const translate = useTranslate()
  const open = lines.filter(takeable).map(({ line }) => line)
  const all = open.length > 0 && open.every(isChosen)
  if (lines.length === 0) return <Typography color="text.secondary">{translate('coaching.imports.empty')}</Typography>
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              {open.length > 0 && <Checkbox checked={all} indeterminate={!all && open.some(isChosen)} onChange={() => choose(open, !all)} slotProps={{ input: { 'aria-label': translate('coaching.imports.chooseAll') } }} />}
            </TableCell>
            {['line', 'verdict', 'summary', 'findings'].map((one) => <TableCell key={one}>{translate(`coaching.imports.columns.${one}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((one) => (
            <TableRow key={one.id}>
              <TableCell padding="checkbox">
                {takeable(one) && <Checkbox checked={isChosen(one.line)} onChange={({ target }) => choose([one.line], target.checked)} slotProps={{ input: { 'aria-label': translate('coaching.imports.chooseLine', { line: one.line }) } }} />}
              </TableCell>
              <TableCell component="th" scope="row">{one.line}</TableCell>
              <TableCell><StateChip of="LineVerdict" value={one.verdict} /></TableCell>
              <TableCell><Summary line={one} /></TableCell>
              <TableCell><Findings line={one} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function Summary({ line: { summary, startsAt, event } }: { line: Line }) {
  const path = useCreatePath()
  return (
    <>
      {event ? <Link component={RouterLink} to={path({ resource: 'events', type: 'show', id: event.id })}>{event.title}</Link> : summary}
      {startsAt && <Typography variant="body2" color="text.secondary">{dayAndHour(startsAt)}</Typography>}
    </>
  )
}

const Findings = ({ line: { findings } }: { line: Line }) => (
  <Box component="ul" sx={{ m: 0, pl: findings.length > 1 ? 2 : 0, listStyle: findings.length > 1 ? undefined : 'none' }}>
    {findings.map(({ code, column, sentence }, n) => (
      <Typography component="li" variant="body2" key={`${code}${n}`}>{column && <strong>{column}{'\u00a0: '}</strong>}{sentence}</Typography>
    ))}
  </Box>
)
