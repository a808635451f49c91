import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayAndHour } from './paris.ts'
import { shown } from './shown.ts'

export type Entry = {
  id: string; at: string; action: string; reason: string | null; changes: Record<string, unknown>
  author: { name: string } | null; referent: { firstName: string; lastName: string } | null
}

/** The journal of one record, the latest first. */
export function History({ entries, resource }: { entries: Entry[] | undefined; resource: string }) {
  const translate = useTranslate()
  if (!entries?.length) return <Typography color="text.secondary">{translate('coaching.history.empty')}</Typography>
  const label = (field: string) => translate(`resources.${resource}.fields.${field}`, { _: field })
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {[...entries].reverse().map(({ id, at, action, reason, changes, author, referent }) => (
        <Box component="li" key={id} sx={{ borderLeft: 2, borderColor: 'primary.main', pl: 2, pb: 2 }}>
          <Typography sx={{ fontWeight: 700 }}>{translate(`coaching.history.actions.${action}`, { _: action })}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[dayAndHour(at), author?.name ?? (referent && `${referent.firstName} ${referent.lastName}`) ?? translate('coaching.history.system')].join(' · ')}
          </Typography>
          {reason && <Typography variant="body2">« {reason} »</Typography>}
          {Object.entries(changes).map(([field, change]) => (
            <Typography key={field} variant="body2">
              {Array.isArray(change) ? translate('coaching.history.change', { field: label(field), before: shown(named(field, change[0])), after: shown(named(field, change[1])) })
                : translate('coaching.history.changed', { field: label(field) })}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  )

  function named(field: string, value: unknown) {
    const name = field === 'state' ? stateEnum[resource] : undefined
    return name && typeof value === 'string' ? translate(`enums.${name}.${value}`) : value
  }
}

const stateEnum: Record<string, string> = { events: 'EventState', campaigns: 'CampaignState', assignments: 'AssignmentState' }
