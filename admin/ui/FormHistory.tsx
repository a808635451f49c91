import { Box, Typography } from '@mui/material'
import { useRecordContext, useResourceContext, useTranslate } from 'react-admin'
import { History, type Entry } from './History.tsx'

/** The journal under the form of a noun that has no page of its own. */
export function FormHistory() {
  const record = useRecordContext<{ id: string; history?: Entry[] }>()
  const resource = useResourceContext()
  const translate = useTranslate()
  if (!record?.history) return null
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>{translate('coaching.history.title')}</Typography>
      <History entries={record.history} resource={resource!} />
    </Box>
  )
}
