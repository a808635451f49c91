import { Alert, Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'

/** What the departments' shares come to beside the region's target; another sum may be meant, and is said. */
export function SharesSum() {
  const translate = useTranslate()
  const [shares, target] = useWatch({ name: ['shares', 'target'] }) as [Record<string, number | null | undefined> | undefined, number | null | undefined]
  const given = Object.values(shares ?? {}).filter((share) => typeof share === 'number')
  const sum = given.reduce((all, share) => all + share, 0)
  const words = translate('coaching.campaigns.sharesSum', { sum, target: target ?? 0 })
  return <Box role="status" sx={{ width: 1 }}>{given.length > 0 && typeof target === 'number' && sum !== target ? <Alert severity="warning">{words} {translate('coaching.campaigns.sharesDiffer')}</Alert> : <Typography variant="body2">{words}</Typography>}</Box>
}
