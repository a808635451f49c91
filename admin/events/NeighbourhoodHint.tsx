import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { useAnswer } from '../ui/useAnswer.ts'
import { venuePlace } from './map.queries.ts'

/** Proposes the neighbourhood that the venue lies in, where contours tell; otherwise those of its city. */
export function NeighbourhoodHint() {
  const translate = useTranslate()
  const { setValue } = useFormContext()
  const [venueId, chosen] = useWatch({ name: ['venueId', 'neighbourhoodIds'] }) as [string | null | undefined, string[] | null | undefined]
  const { data } = useAnswer(venuePlace, { id: venueId ?? '' }, Boolean(venueId))
  if (!venueId || !data) return null
  const found = data.neighbourhood
  const proposed = (found ? [found] : (data.city?.neighbourhoods ?? []).filter(({ retiredOn }) => !retiredOn)).filter(({ id }) => !chosen?.includes(id))
  if (!found && proposed.length === 0) return null
  return (
    <Stack spacing={1} alignItems="flex-start" sx={{ mb: 2 }} role="group" aria-labelledby="neighbourhood-hint">
      <Typography variant="body2" id="neighbourhood-hint">
        {found ? translate('coaching.events.liesIn', { name: found.name }) : translate('coaching.events.cityNeighbourhoods', { city: data.city?.name })}
      </Typography>
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
        {proposed.map(({ id, name }) => (
          <Button key={id} size="small" variant="outlined" onClick={() => setValue('neighbourhoodIds', [...(chosen ?? []), id], { shouldDirty: true, shouldTouch: true })}>
            {translate('coaching.events.target', { name })}
          </Button>
        ))}
      </Stack>
    </Stack>
  )
}
