import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { dayAndHour } from './paris.ts'
import { shown } from './shown.ts'

export type Entry = {
  id: string; at: string; resource: string; recordId: string; action: string; reason: string | null; changes: Record<string, unknown>
  author: { name: string } | null; referent: { firstName: string; lastName: string } | null
}

type Props = {
  entries: Entry[] | undefined
  resource: string
  /** Of what a line speaks, when it is not of the record itself. */
  about?: (entry: Entry) => string | null | undefined
}

/** The journal of one record, the latest first. */
export function History({ entries, resource, about }: Props) {
  const translate = useTranslate()
  if (!entries?.length) return <Typography color="text.secondary">{translate('coaching.history.empty')}</Typography>
  // Lines of what hangs on the record have the labels of their own noun.
  const label = (of: string, field: string) => translate(`resources.${nounOf[of] ?? resource}.fields.${field}`, { _: translate(`resources.${resource}.fields.${field}`, { _: field }) })
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {[...entries].reverse().map((entry) => {
        const { id, at, resource: of, action, reason, changes, author, referent } = entry
        return (
          <Box component="li" key={id} sx={{ borderLeft: 2, borderColor: 'primary.main', pl: 2, pb: 2 }}>
            <Typography sx={{ fontWeight: 700 }}>{[translate(`coaching.history.of.${of}.${action}`, { _: translate(`coaching.history.actions.${action}`, { _: action }) }), about?.(entry)].filter(Boolean).join(' · ')}</Typography>
            <Typography variant="body2" color="text.secondary">
              {[dayAndHour(at), author?.name ?? (referent && `${referent.firstName} ${referent.lastName}`) ?? translate('coaching.history.system')].join(' · ')}
            </Typography>
            {reason && <Typography variant="body2">« {reason} »</Typography>}
            {Object.entries(changes).map(([field, change]) => (
              <Typography key={field} variant="body2">
                {Array.isArray(change) ? translate('coaching.history.change', { field: label(of, field), before: shown(named(of, field, change[0])), after: shown(named(of, field, change[1])) })
                  : translate('coaching.history.changed', { field: label(of, field) })}
              </Typography>
            ))}
          </Box>
        )
      })}
    </Box>
  )

  function named(of: string, field: string, value: unknown) {
    const name = enums[of]?.[field]
    return name && typeof value === 'string' ? translate(`enums.${name}.${value}`) : value
  }
}

/** The fields of the journal that hold values of an enum, by noun. */
const enums: Record<string, Record<string, string>> = {
  Event: { state: 'EventState' }, Campaign: { state: 'CampaignState' }, Assignment: { state: 'AssignmentState' }, Availability: { answer: 'Answer', source: 'AnswerSource' },
}
const nounOf: Record<string, string> = { Assignment: 'assignments', Availability: 'availabilities', Comment: 'comments', Task: 'tasks' }
