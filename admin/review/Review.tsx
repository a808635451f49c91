import { Alert, Box, MenuItem, Skeleton, TextField, Typography } from '@mui/material'
import { Title, useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { day } from '../ui/paris.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { campaignsToReview, review } from './review.queries.ts'
import { ReviewCoverage } from './ReviewCoverage.tsx'
import { ReviewDepartments } from './ReviewDepartments.tsx'

/** One campaign at a glance: its departments, and the neighbourhoods it reaches. */
export function Review() {
  const translate = useTranslate()
  const [given, setGiven] = useSearchParams()
  const campaigns = useAnswer(campaignsToReview, {})
  const items = campaigns.data?.items ?? []
  const id = given.get('campaign') ?? (items.find(({ state }) => state === 'OPEN') ?? items[0])?.id
  const { data, error } = useAnswer(review, { id: id ?? '' }, Boolean(id))
  const failure = campaigns.error ?? error
  return (
    <Box sx={{ mt: 2 }}>
      <Title title="coaching.review.title" />
      {items.length > 0 && id && (
        <TextField select size="small" label={translate('resources.events.fields.campaignId')} value={id} onChange={({ target }) => setGiven({ campaign: target.value })} sx={{ minWidth: 240, mb: 2 }}>
          {items.map(({ id, name, state }) => <MenuItem key={id} value={id}>{name} – {translate(`enums.CampaignState.${state}`)}</MenuItem>)}
        </TextField>
      )}
      {failure && <Alert severity="error">{failure.message}</Alert>}
      {campaigns.data && items.length === 0 && <Alert severity="info">{translate('coaching.review.noCampaign')}</Alert>}
      {!data && !failure && items.length > 0 && <Skeleton variant="rectangular" height={320} />}
      {data && (
        <>
          <Typography sx={{ mb: 2 }}>{translate('coaching.review.window', { from: day(data.startsOn), to: day(data.endsOn) })}</Typography>
          <ReviewDepartments reviewed={data} />
          <ReviewCoverage reviewed={data} />
        </>
      )}
    </Box>
  )
}
