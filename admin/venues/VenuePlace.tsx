import { Box, Typography } from '@mui/material'
import { NumberInput, useGetMany, useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { TerritoryMap, type Position } from '../ui/TerritoryMap.tsx'

type City = Partial<Position> & { id: string; name: string }
const pair = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, width: 1, mt: 2 }
const placed = (position: { [K in keyof Position]?: number | null } | undefined): position is Position => Number.isFinite(position?.latitude) && Number.isFinite(position?.longitude)

/** Where the venue is: picked on the map, from where its city is, or written as numbers. */
export function VenuePlace() {
  const translate = useTranslate()
  const { setValue } = useFormContext()
  const [latitude, longitude, cityId, name] = useWatch({ name: ['latitude', 'longitude', 'cityId', 'name'] }) as [number | null, number | null, string | undefined, string | undefined]
  const { data } = useGetMany<City>('cities', { ids: [cityId!] }, { enabled: Boolean(cityId) })
  const city = data?.[0]
  const here = { latitude, longitude }
  const pick = (position: Position) => {
    for (const field of ['latitude', 'longitude'] as const) setValue(field, position[field], { shouldDirty: true, shouldTouch: true, shouldValidate: true })
  }
  return (
    <Box component="section" aria-labelledby="place" sx={{ width: 1 }}>
      <Typography component="h2" variant="h6" id="place" sx={{ mt: 2 }}>{translate('coaching.venues.place')}</Typography>
      <Typography variant="body2" sx={{ mb: 1 }}>{translate('coaching.venues.pickHelp')}</Typography>
      <TerritoryMap
        label={translate('coaching.venues.map')} onPick={pick} points={placed(here) ? [{ ...here, id: 'here', name: name || translate('coaching.venues.here'), tone: 'info' }] : []}
        centre={placed(here) ? here : placed(city) ? { latitude: city.latitude, longitude: city.longitude } : undefined}
      />
      <Box sx={pair}>
        <NumberInput source="latitude" helperText="coaching.venues.positionHelp" />
        <NumberInput source="longitude" />
      </Box>
    </Box>
  )
}
