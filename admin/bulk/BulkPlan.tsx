import { Alert, Box, List, ListItem, ListItemText, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayAndHour } from '../ui/paris.ts'
import type { Planned } from './bulk.queries.ts'
import type { Fate } from './bulkActions.ts'

type Judged = { event: Planned; fate: Fate }

/** What will change, what will not and why: nothing has been sent yet. */
export function BulkPlan({ judged }: { judged: Judged[] }) {
  const translate = useTranslate()
  const of = (kind: Fate['kind']) => judged.filter(({ fate }) => fate.kind === kind)
  return (
    <>
      {of('CHANGES').length === 0 && <Alert severity="warning">{translate('coaching.bulk.nothing')}</Alert>}
      {(['CHANGES', 'REFUSED', 'SETTLED'] as const).filter((kind) => of(kind).length > 0).map((kind) => (
        <Box component="section" key={kind} sx={{ mt: 2 }}>
          <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700 }}>{translate(`coaching.bulk.fates.${kind}`, { smart_count: of(kind).length })}</Typography>
          <List dense disablePadding>
            {of(kind).map(({ event, fate }) => (
              <ListItem key={event.id} disableGutters sx={{ py: 0 }}>
                <ListItemText primary={`${event.title} · ${dayAndHour(event.startsAt)}`} secondary={fate.reasons.join(' ') || undefined} slotProps={kind === 'REFUSED' ? { secondary: { color: 'warning.main' } } : {}} />
              </ListItem>
            ))}
          </List>
        </Box>
      ))}
    </>
  )
}
