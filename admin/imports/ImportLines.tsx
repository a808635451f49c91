import { Box, Button, Checkbox, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material'
import { Fragment, useState } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { dayAndHour } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { StateChip } from '../ui/StateChip.tsx'
import { ImportCorrection } from './ImportCorrection.tsx'
import type { Import, Line } from './import.queries.ts'

type Props = { file: Import; lines: Line[]; takeable: (line: number) => boolean; isChosen: (line: number) => boolean; choose: (lines: number[], wanted: boolean) => void }

const COLUMNS = ['line', 'verdict', 'summary', 'findings'] as const
/** On a phone, all that is said of a line stands in one cell. */
const NARROW = ['line', 'summary'] as const
/** What typing over a cell may change. */
const correctable = ({ outcome, verdict }: Line) => outcome === null && verdict !== 'OUTSIDE'

export function ImportLines({ file, lines, takeable, isChosen, choose }: Props) {
  const translate = useTranslate()
  const [correcting, setCorrecting] = useState<string>()
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const columns = narrow ? NARROW : COLUMNS
  const takable = lines.filter(({ line }) => takeable(line)).map(({ line }) => line)
  const all = takable.length > 0 && takable.every(isChosen)
  const some = !all && takable.some(isChosen)
  if (lines.length === 0) return <Typography color="text.secondary">{translate('coaching.imports.empty')}</Typography>
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              {takable.length > 0 && <Checkbox checked={all} indeterminate={some} onChange={() => choose(takable, !all)} slotProps={{ input: { 'aria-label': translate('coaching.imports.chooseAll'), ref: (box: HTMLInputElement | null) => { if (box) box.indeterminate = some } } }} />}
            </TableCell>
            {columns.map((one) => <TableCell key={one}>{translate(`coaching.imports.columns.${one}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((one) => (
            <Fragment key={one.id}>
              <TableRow>
                <TableCell padding="checkbox">
                  {takeable(one.line) && <Checkbox checked={isChosen(one.line)} onChange={({ target }) => choose([one.line], target.checked)} slotProps={{ input: { 'aria-label': translate('coaching.imports.chooseLine', { line: one.line }) } }} />}
                </TableCell>
                <TableCell component="th" scope="row">
                  {one.line}
                  {open(file.can.correct) && correctable(one) && correcting !== one.id && (
                    <Button size="small" sx={{ display: 'block', px: 0.5, minWidth: 0 }} aria-label={translate('coaching.imports.correctLine', { line: one.line })} onClick={() => setCorrecting(one.id)}>{translate('coaching.imports.correct')}</Button>
                  )}
                </TableCell>
                {narrow ? <TableCell><Standing line={one} /><Box sx={{ my: 1 }}><Summary line={one} /></Box><Findings line={one} /></TableCell> : (
                  <>
                    <TableCell><Standing line={one} /></TableCell>
                    <TableCell><Summary line={one} /></TableCell>
                    <TableCell><Findings line={one} /></TableCell>
                  </>
                )}
              </TableRow>
              {correcting === one.id && (
                <TableRow><TableCell colSpan={columns.length + 1}><ImportCorrection file={file} line={one} onClose={() => setCorrecting(undefined)} /></TableCell></TableRow>
              )}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

const Standing = ({ line: { outcome, verdict } }: { line: Line }) => (outcome ? <StateChip of="LineOutcome" value={outcome} /> : <StateChip of="LineVerdict" value={verdict} />)

function Summary({ line: { summary, startsAt, event, referent } }: { line: Line }) {
  const path = useCreatePath()
  const made = event ? { id: event.id, resource: 'events', name: event.title } : referent && { id: referent.id, resource: 'referents', name: `${referent.firstName} ${referent.lastName}` }
  return (
    <>
      {made ? <Link component={RouterLink} to={path({ resource: made.resource, type: 'show', id: made.id })}>{made.name}</Link> : summary}
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
