import { Box, Card, CardContent, Link, Stack, Typography } from '@mui/material'
import { useId } from 'react'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { span } from '../ui/paris.ts'
import { LineRow } from './LineRow.tsx'
import type { Line, Need } from './proposal.queries.ts'

/** Yes before if needed, the least busy and the nearest first. */
const byMerit = (one: Line, other: Line) =>
  Number(one.answer === 'IF_NEEDED') - Number(other.answer === 'IF_NEEDED') || one.load - other.load || (one.distanceKm ?? 0) - (other.distanceKm ?? 0) || (one.id < other.id ? -1 : 1)

/** One event: what it needs as things stand, who is proposed, and why places stay open. */
export function NeedCard({ need: { event, lines, reasons, missing } }: { need: Need }) {
  const translate = useTranslate()
  const path = useCreatePath()
  const titleId = useId()
  if (!event) return null
  const waiting = lines.filter(({ state }) => state === 'PROPOSED').length
  const [needed, confirmed] = [event.referentsNeeded ?? 0, event.referentsConfirmed ?? 0]
  const open = Math.max(0, needed - confirmed - waiting)
  const figures = { needed, confirmed, proposed: waiting, missing: open }
  return (
    <Card variant="outlined" component="section" aria-labelledby={titleId}>
      <CardContent>
        <Typography component="h2" variant="h6" id={titleId} sx={{ overflowWrap: 'anywhere' }}>
          <Link component={RouterLink} to={`${path({ resource: 'events', type: 'show', id: event.id })}/referents`}>{event.title}</Link>
        </Typography>
        <Typography variant="body2" color="text.secondary">{[span(event.startsAt, event.endsAt), event.venue && `${event.venue.name}, ${event.venue.city?.name ?? ''}`].filter(Boolean).join(' · ')}</Typography>
        <Stack component="dl" direction="row" spacing={{ xs: 1.5, sm: 3 }} useFlexGap flexWrap="wrap" sx={{ my: 1.5 }}>
          {Object.entries(figures).map(([name, value]) => (
            <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
              <Typography component="dt" variant="caption" color="text.secondary">{translate(`coaching.proposals.figures.${name}`)}</Typography>
              <Typography component="dd" sx={{ m: 0, fontWeight: 700, ...(name === 'missing' && value > 0 ? { color: 'error.main' } : {}) }}>{value}</Typography>
            </Box>
          ))}
        </Stack>
        {lines.length > 0 && (
          <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {lines.toSorted(byMerit).map((line) => <LineRow key={line.id} line={line} title={event.title} />)}
          </Stack>
        )}
        {lines.length === 0 && <Typography>{translate(open > 0 ? 'coaching.proposals.nobody' : 'coaching.proposals.complete')}</Typography>}
        {reasons.length > 0 && <Stack component="ul" sx={{ mt: 1, mb: 0, pl: 3 }}>{reasons.map(({ code, sentence }) => <Typography component="li" variant="body2" key={code}>{sentence}</Typography>)}</Stack>}
        {open > missing && <Typography variant="body2" sx={{ mt: 1 }}>{translate('coaching.proposals.redo')}</Typography>}
      </CardContent>
    </Card>
  )
}
