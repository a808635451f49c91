import { Alert, Checkbox, FormControlLabel, List, ListItem, ListItemText, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hour, span, weekday } from '../ui/paris.ts'
import type { Preview, SeriesDate } from './series.queries.ts'

type Props = { preview: Preview; chosen: ReadonlySet<string>; onToggle: (on: string) => void }

/** A date that somebody should look at before it is made: it is not chosen at first. */
export const isDoubtful = ({ avoided, past, skipped, outsideCampaign, clashes }: SeriesDate) => avoided || skipped || past || outsideCampaign || clashes.length > 0

/** Each date with what speaks against it; whoever looks chooses which are made. */
export function SeriesDates({ preview, chosen, onToggle }: Props) {
  const translate = useTranslate()
  const { dates, schoolHolidaysKnownUntil } = preview
  const notes = ({ publicHoliday, schoolHoliday, outsideCampaign, past, skipped, clashes }: SeriesDate) => [
    skipped && translate('coaching.series.notes.skipped'),
    publicHoliday && translate('coaching.series.notes.publicHoliday', { name: publicHoliday }),
    schoolHoliday && translate('coaching.series.notes.schoolHoliday', { name: schoolHoliday }),
    past && translate('coaching.series.notes.past'), outsideCampaign && translate('coaching.series.notes.outsideCampaign'),
    ...clashes.map(({ title, startsAt, endsAt }) => translate('coaching.series.notes.clash', { title, from: hour(startsAt), until: hour(endsAt) })),
  ].filter(Boolean).join(' · ')
  return (
    <>
      {dates.some(({ on }) => on > schoolHolidaysKnownUntil) && <Alert severity="info" sx={{ mb: 1 }}>{translate('coaching.series.unknownHolidays', { day: weekday(schoolHolidaysKnownUntil) })}</Alert>}
      {dates.length > 1 && dates.some(isDoubtful) && <Typography variant="body2" sx={{ mb: 1 }}>{translate('coaching.series.doubtful')}</Typography>}
      <Typography variant="body2" role="status">{translate('coaching.series.found', { smart_count: dates.length })} {translate('coaching.series.chosen', { smart_count: chosen.size })}</Typography>
      <List dense>
        {dates.map((date) => (
          <ListItem key={date.on} disableGutters>
            <FormControlLabel
              control={<Checkbox checked={chosen.has(date.on)} disabled={date.skipped} onChange={() => onToggle(date.on)} />}
              label={<ListItemText primary={span(date.startsAt, date.endsAt)} secondary={[date.avoided && translate('coaching.series.notes.avoided'), notes(date)].filter(Boolean).join(' · ') || undefined} slotProps={{ secondary: { color: 'warning.main', component: 'span', display: 'block' } }} />}
            />
          </ListItem>
        ))}
      </List>
    </>
  )
}
