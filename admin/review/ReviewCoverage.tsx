import { Alert, Box, Chip, LinearProgress, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useSession } from '../app/session.ts'
import type { Coverage, Reviewed } from './review.queries.ts'

/** The neighbourhoods of the perimeter, by department: which ones a published event targets. */
export function ReviewCoverage({ reviewed: { coverages, perimeter } }: { reviewed: Reviewed }) {
  const translate = useTranslate()
  const { departments } = useSession()
  const covered = coverages.filter((one) => one.covered).length
  const byDepartment = departments.map((department) => ({ ...department, rows: coverages.filter(({ departmentCode }) => departmentCode === department.id) })).filter(({ rows }) => rows.length > 0)
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h2" variant="h6">{translate('coaching.review.neighbourhoods', { perimeter: perimeter?.name })}</Typography>
      {perimeter && !perimeter.official && <Alert severity="info" sx={{ my: 2 }}>{translate('coaching.review.demonstration', { source: perimeter.source })}</Alert>}
      <Typography sx={{ mt: 1 }}>{translate('coaching.review.coveredOf', { covered, total: coverages.length })}</Typography>
      {coverages.length > 0 && <LinearProgress aria-hidden variant="determinate" value={(100 * covered) / coverages.length} sx={{ my: 1, maxWidth: 480 }} />}
      {byDepartment.map(({ id, name, rows }) => (
        <Box key={id} sx={{ mt: 3 }}>
          <Typography component="h3" sx={{ fontWeight: 700 }}>{name} – {translate('coaching.review.coveredOf', { covered: rows.filter((one) => one.covered).length, total: rows.length })}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, mt: 1, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
            {rows.map((one) => <Neighbourhood key={one.id} coverage={one} />)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Neighbourhood({ coverage: { neighbourhood, neighbourhoodId, covered, events } }: { coverage: Coverage & { neighbourhoodId?: string } }) {
  const translate = useTranslate()
  return (
    <Stack component="li" direction="row" spacing={1} alignItems="center" justifyContent="space-between" sx={{ borderBottom: 1, borderColor: 'divider', pb: 0.5 }}>
      <span>
        {neighbourhood?.name ?? neighbourhoodId}
        <Typography variant="body2" color="text.secondary" component="span"> {neighbourhood?.cities.map(({ name }) => name).join(', ')}</Typography>
      </span>
      <Chip size="small" variant="outlined" color={covered ? 'success' : 'default'} label={covered ? translate('coaching.review.covered', { smart_count: events }) : translate('coaching.review.notCovered')} />
    </Stack>
  )
}
